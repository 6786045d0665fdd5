internal import HTML
internal import HTTP
internal import Records

extension Visit {
    /// Asks for the password before what reaches far; what she sent is kept in the page.
    func proveItself(
        _ session: Session, kept: SavedForm? = nil, wayBack: String? = nil,
        problems: [FormProblem] = []
    ) -> Response {
        let kept = kept ?? (request.method == .post ? SavedForm(refused: request) : nil)
        let back = wayBack ?? (request.method == .post ? nil : WayBack.of(request))
        let reader = StaffVisit(visit: self, session: session)
        return reader.page(
            "Skriv din adgangskode", problems: problems,
            status: problems.isEmpty ? .forbidden : .unprocessable,
            proofPage(
                carried: kept?.carried(web.house.vault), wayBack: back, problems,
                token: session.formToken))
    }
}

extension StaffVisit {
    /// Whoever sits at her open session cannot guess on and on either.
    func waitToProve() -> FormProblem? {
        visit.web.loginGuard.secondsToWait(inside: session.digest, at: now).map { seconds in
            FormProblem(
                field: "adgangskode",
                message: "Der er prøvet mange gange. Vent \(seconds) sekunder, og prøv igen")
        }
    }

    /// A guess that failed is told of where somebody looks after the house.
    func noteWrongPassword() {
        visit.web.refusals.noteWrongPassword(of: session.member, at: now)
    }
}

/// The password is asked for again. `carried` is what was sent, sealed.
func proofPage(
    carried: HTML?, wayBack: String?, _ problems: [FormProblem], token: String
) -> HTML {
    """
    <h1>Skriv din adgangskode</h1>
    <p>Det, du er ved at gøre, rækker langt. Skriv din adgangskode igen, så vi ved, at det er dig.</p>
    \(carried == nil ? .empty : "<p id=\"gemt\">Det, du sendte, er gemt her. Det er ikke udført endnu.</p>\n")\
    \(form(
        OwnAccess.proofAddress, id: "bekraeft-formular", token: token,
        """
        \(carried.map { "<div hidden>\($0)</div>\n" })\
        \(wayBack.map { "<div hidden>\(hiddenField("videre", $0))</div>\n" })\
        \(textField(
            "adgangskode", label: "Adgangskode", kind: .password, width: .twentySeven,
            problems: problems, autocomplete: "current-password", isRequired: true))
        \(button("Fortsæt", id: "fortsaet"))
        """))
    """
}
