internal import Domain
internal import HTML
internal import Records

/// `/soeg`: the box, and below it whom it led to.
func searchView(
    typed: String, _ outcome: SearchOutcome?, _ problems: [FormProblem], readsJournals: Bool,
    token: String
) -> HTML {
    """
    <h1>Søg</h1>
    \(form(
        "/soeg", id: "soeg", token: token,
        """
        \(textField(
            "ord", label: "Navn, telefon, cpr-nummer, sagsnummer eller kode", value: typed,
            width: .twentySeven,
            hint: "Begyndelsen af et navn er nok. Søgningen skrives i adgangsloggen",
            problems: problems, autocomplete: "off", hasFocus: true))
        \(button("Søg", id: "soeg-nu"))
        """))
    \(outcome.map { result($0, readsJournals: readsJournals) })
    """
}

private func result(_ outcome: SearchOutcome, readsJournals: Bool) -> HTML {
    guard case .found(let found) = outcome else { return .empty }
    return """
        \(found.percentRead.map(stillReading))\
        \(found.hits.isEmpty ? .empty : discretion)\
        \(found.percentRead != nil && found.hits.isEmpty ? .empty : hits(found, readsJournals))
        """
}

/// Said before anybody is named: who rings may be somebody else.
private let discretion: HTML = """
    \(notice(
        .info, id: "tavshed",
        """
        <p>Ringer en pårørende, en arbejdsgiver eller en anden? Så sig ikke, om borgeren er kendt \
        her.</p>
        """))\n
    """

private func stillReading(_ percent: Int) -> HTML {
    """
    \(notice(
        .warning, id: "indeks", isAnnounced: true,
        """
        <p>Indekset bygges: \(percent) % er læst. Navne, telefonnumre og cpr-numre kan søges om lidt. \
        Sagsnumre og koder kan søges nu.</p>
        """))\n
    """
}

private func hits(_ found: SearchResult, _ readsJournals: Bool) -> HTML {
    let more: HTML =
        found.total > found.hits.count
        ? """
        <p id="flere">Viser \(found.hits.count) af \(danishFigure(found.total)). Skriv mere af \
        navnet.</p>
        """ : .empty
    return """
        \(dataTable(
            DataTable(
                id: "fundet",
                caption: found.total == 1 ? "1 resultat" : "\(danishFigure(found.total)) resultater",
                columns: ["Navn", "Sag", "Født", "Telefon", "Modtaget", "Sagen er", "Ansvarlig"],
                rows: found.hits.map { row($0, readsJournals) },
                whenEmpty: "Ingen fundet. Prøv med begyndelsen af navnet, eller skriv det kortere.")
        ))
        \(more)
        """
}

private func row(_ hit: SearchHit, _ readsJournals: Bool) -> DataRow {
    let number = hit.ref.number.description
    let address: Address =
        readsJournals ? "/sager/\(word: number)" : "/henvendelser/\(word: number)"
    return DataRow([
        """
        \(hit.name)\(hit.isAnonymous ? " \(tag(Tag("Anonym")))" : .empty)\
        \(hit.isRelative ? " \(tag(Tag("Pårørende")))" : .empty)
        """,
        link("\(number)", to: address),
        "\(hit.born ?? "–")",
        hit.phone.map(phoneLink) ?? "–",
        "\(hit.receivedOn?.danishDigits ?? "–")",
        hit.isOpen ? statusTag("Åben", .kept) : statusTag("Lukket", .outside),
        "\(hit.responsible ?? "–")",
    ])
}
