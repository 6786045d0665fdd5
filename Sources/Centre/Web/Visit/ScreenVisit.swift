internal import HTML
internal import HTTP
internal import Records

extension StaffVisit {
    /// Turns the screen to the citizen, and leads there.
    func turn(_ screen: CitizenScreen) -> Response {
        if let key = request.cookieWord(SessionCookie.name) {
            visit.web.sessions.turn(screen, in: key)
        }
        return .seeOther(screen.page.address.text)
    }

    /// What the citizen has answered meanwhile.
    func keep(_ screen: CitizenScreen) {
        if let key = request.cookieWord(SessionCookie.name) {
            visit.web.sessions.turn(screen, in: key)
        }
    }

    /// The page as it stands on the citizen's screen; the form that closes it lies at its foot.
    func screenPage(
        _ title: String, problems: [FormProblem] = [], status: Status = .ok, _ content: HTML
    ) -> Response {
        visit.page(
            visit.frame.page(
                ScreenPage(
                    title: title, problems: problems,
                    content: content + closingForm(problems, token: token))),
            status: status)
    }

    /// Takes the screen back with her password, and leads to the case.
    ///
    /// - Parameter again: the page as it was, with what is wrong.
    func takeBack(
        _ screen: CitizenScreen, to place: Address, in loop: LoopContext,
        again: @escaping @Sendable ([FormProblem]) -> Response
    ) throws -> Answer {
        let password = request.form.password("adgangskode")
        @Sendable func refuse(_ words: String) -> [FormProblem] {
            [FormProblem(field: "adgangskode", message: words)]
        }
        guard !password.isEmpty else { return .now(again(refuse("Skriv din adgangskode"))) }
        let login = session.member.login
        if let seconds = visit.web.loginGuard.secondsToWait(inside: session.digest, at: now) {
            visit.web.refusals.note(.turn, by: session, at: now)
            return .now(
                again(
                    refuse(
                        "Der er prøvet mange gange. Vent \(seconds) sekunder, og prøv igen")))
        }
        let known = try visit.web.house.staff.find(login, in: loop.db)
        let key = request.cookieWord(SessionCookie.name)
        let (refusals, member, now) = (visit.web.refusals, session.member, now)
        return slow(on: .knownPasswords) {
            guard let known, FirstPassword.hash(in: known.passwordHash).matches(password) else {
                refusals.noteWrongPassword(of: member, at: now)
                return again(refuse("Adgangskoden passer ikke. Prøv igen"))
            }
            if let key { visit.web.sessions.turn(nil, in: key) }
            return .seeOther(place.text)
        }
    }
}
