internal import Domain
internal import HTML
internal import HTTP
internal import Records

// The screen turned to the citizen (borgerskærm): while it is, the session opens one page and nothing else, whatever
// address is typed, until the one who turned it gives her password. No menu, no name, no number of a case stands on it.

/// What the citizen sees, and what she has answered so far. In memory: it ends with the session.
struct CitizenScreen: Sendable {
    /// Whose it is.
    let ref: CaseRef
    /// Which of the rooms' pages is shown.
    let page: Page
    /// The id of what will be written when she is done.
    let entry: EntryID
    /// A score for each question; nil where she has not answered.
    var answers: [Int?] = []
    /// She is done: she is asked to give the screen back.
    var isDone = false

    enum Page: Hashable, Sendable {
        /// Questions to answer, by the code of their form.
        case questions(code: String, version: Int)
        /// The plan, as it was written in this entry.
        case plan(EntryID)

        /// Where it is shown.
        var address: Address {
            switch self {
            case .questions: "/borgerskaerm"
            case .plan: "/borgerskaerm/plan"
            }
        }
    }
}

extension StaffVisit {
    /// Turns the screen to the citizen, and leads there.
    func turn(_ screen: CitizenScreen) -> Response {
        if let key = request.cookie(SessionCookie.name) {
            visit.web.sessions.turn(screen, in: key)
        }
        return .seeOther(screen.page.address.text)
    }

    /// What the citizen has answered meanwhile.
    func keep(_ screen: CitizenScreen) {
        if let key = request.cookie(SessionCookie.name) {
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
        let password = request.form["adgangskode"] ?? ""
        @Sendable func refuse(_ words: String) -> [FormProblem] {
            [FormProblem(field: "adgangskode", message: words)]
        }
        guard !password.isEmpty else { return .now(again(refuse("Skriv din adgangskode"))) }
        let login = session.member.login
        let source = request.clientAddress.networkPrefix.description
        let (door, browser) = (visit.web.loginGuard, visit.knownBrowser)
        guard door.admits(login, from: source, in: browser, at: now) else {
            return .now(
                again(
                    refuse(
                        """
                        Der er prøvet for mange gange. Vent \(LoginGuard.pauseMinutes) minutter, \
                        før du prøver igen
                        """)))
        }
        let known = try visit.web.house.staff.find(login, in: loop.db)
        let key = request.cookie(SessionCookie.name)
        return slow {
            guard let known, PasswordHash(rawValue: known.passwordHash).matches(password) else {
                return again(refuse("Adgangskoden passer ikke. Prøv igen"))
            }
            door.admit(login, from: source, in: browser)
            if let key { visit.web.sessions.turn(nil, in: key) }
            return .seeOther(place.text)
        }
    }
}
