internal import Domain
internal import HTML
internal import HTTP
internal import Records

extension StaffVisit {
    /// `/min-adgang`
    func ownAccessPage() -> Response {
        let sessions = visit.web.sessions.all(of: session.member.id, at: now)
        return page(
            "Min adgang",
            """
            <h1>Min adgang</h1>
            \(summaryList(
                [
                    SummaryRow("Navn", "\(session.member.name)"),
                    SummaryRow("Brugernavn", "\(session.member.login)"),
                    SummaryRow("Rolle", "\(role.danishName)"),
                ], id: "mig"))
            <p>\(buttonLink(
                "Skift adgangskode", to: OwnAccess.passwordAddress, .secondary,
                id: "skift-adgangskode"))
            \(buttonLink("Kode fra en app", to: FactorPage.address, .secondary, id: "kode-app"))</p>
            <h2>Her er du logget ind</h2>
            \(table(
                id: "sessioner", caption: "Højst \(Sessions.perMemberMax) steder på én gang",
                columns: ["Logget ind", "Brugt senest", "Handling"],
                rows: sessions.map { sessionRow($0) }, whenEmpty: "Ingen steder."))
            \(sessions.count > 1
                ? form(
                    "/min-adgang/luk", id: "luk-alle", token: token,
                    """
                    <div hidden>\(hiddenField("alle", "ja"))</div>
                    \(button("Log af alle andre steder", .secondary, id: "luk-andre"))
                    """) : .empty)
            """)
    }

    private func sessionRow(_ one: Session) -> [HTML] {
        [
            "\(one.openedAt.inDigits)", "\(one.seenAt.inDigits)",
            one.digest == session.digest
                ? "Du er her nu"
                : form(
                    "/min-adgang/luk", token: token,
                    """
                    <div hidden>\(hiddenField("hvor", one.digest))</div>
                    \(button(
                        "Log af<span class=\"visually-hidden\"> \(one.openedAt.inDigits)</span>",
                        .secondary))
                    """),
        ]
    }

    /// `/min-adgang/adgangskode`. A password is never given back.
    func ownPasswordPage(_ problems: [FormProblem]) -> Response {
        let isFirst = session.mustChoosePassword
        return page(
            isFirst ? "Vælg din adgangskode" : "Skift adgangskode",
            back: isFirst ? nil : OwnAccess.address, problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            """
            <h1>\(isFirst ? "Vælg din adgangskode" : "Skift adgangskode")</h1>
            \(isFirst
                ? """
                <p>Den adgangskode, du fik, kunne kun bruges én gang. Vælg nu din egen, som kun du \
                kender.</p>
                """ : "<p>Bagefter er du logget af alle andre steder.</p>")
            \(form(
                OwnAccess.passwordAddress, id: "adgangskode-formular", token: token,
                """
                \(isFirst ? .empty : textField(
                    "adgangskode", label: "Din adgangskode nu", kind: .password,
                    width: .twentySeven, problems: problems, autocomplete: "current-password",
                    isRequired: true))
                \(textField(
                    "ny-adgangskode", label: "Ny adgangskode", kind: .password,
                    width: .twentySeven,
                    hint: "Mindst \(PasswordRules.lengthMin) tegn, for eksempel fire ord",
                    problems: problems, autocomplete: "new-password", isRequired: true))
                \(textField(
                    "ny-adgangskode-igen", label: "Den nye adgangskode igen", kind: .password,
                    width: .twentySeven, problems: problems, autocomplete: "new-password",
                    isRequired: true))
                \(button("Gem adgangskode", id: "gem-adgangskode"))
                """))
            """)
    }
}
