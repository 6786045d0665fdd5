internal import HTML
internal import HTTP
internal import Records

extension StaffVisit {
    /// `/min-adgang/kode`. Without a secret she has an app already.
    func factorPage(_ secret: OneTimeCode.Secret?, _ problems: [FormProblem]) -> Response {
        page(
            "Kode fra en app", back: OwnAccess.address, problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            secret.map { newFactor($0, problems) } ?? knownFactor())
    }

    private func newFactor(_ secret: OneTimeCode.Secret, _ problems: [FormProblem]) -> HTML {
        let member = session.member
        let code = QRCode(secret.address(of: member.login))
        return """
            <h1>Kode fra en app</h1>
            <p>Så skal du også skrive en kode fra din telefon, når du logger ind. En, der kender din \
            adgangskode, kommer ikke ind uden den.</p>
            <ol>
            <li>Hent en app, der laver koder, på din telefon.</li>
            <li>Vælg i appen at scanne en QR-kode, og hold telefonen hen over billedet.</li>
            <li>Skriv koden, som appen viser.</li>
            </ol>
            \(code.map { qrCode($0, id: "qr", label: "QR-kode til din app") } ?? .empty)
            <p>Kan du ikke scanne? Skriv nøglen i appen: <code id="noegle">\(secret.inGroups)</code></p>
            \(form(
                FactorPage.address, id: "app-formular", token: token,
                """
                <div hidden>\(FactorPage.carried(secret, of: member, visit.web.house.vault))</div>
                \(textField(
                    "kode", label: "Koden i appen", width: .twentySeven,
                    hint: "Seks tal", problems: problems, autocomplete: "one-time-code",
                    isRequired: true))
                \(button("Tag appen i brug", id: "tag-i-brug"))
                """))
            """
    }

    private func knownFactor() -> HTML {
        """
        <h1>Kode fra en app</h1>
        <p>Du logger ind med adgangskode og en kode fra din app.</p>
        <p>Har du fået ny telefon, så fjern appen her, og sæt den til igen på den nye.</p>
        \(form(
            "/min-adgang/kode/fjern", id: "fjern-app", token: token,
            button("Fjern appen", .secondary, id: "fjern")))
        """
    }

    /// Shown once: with each of them she comes in one time without her telephone.
    func recoveryPage(_ codes: [String]) -> Response {
        page(
            "Dine nødkoder", back: OwnAccess.address,
            """
            <h1>Dine nødkoder</h1>
            <p>Appen er taget i brug. Skriv nødkoderne ned, og gem dem et sikkert sted. De bliver kun vist \
            nu. Mister du din telefon, kan du logge ind med en af dem i stedet. Hver kode kan bruges én \
            gang.</p>
            <ul id="noedkoder">
            \(codes.map { "<li><code>\($0)</code></li>\n" as HTML })\
            </ul>
            <p><a class="button primary" id="fortsaet" href="\(OwnAccess.address)">Jeg har gemt dem</a></p>
            """)
    }
}
