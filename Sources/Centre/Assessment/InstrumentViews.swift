internal import Domain
internal import HTML
internal import Records

/// `/skemaer`
func instrumentsPage(
    _ instruments: [Instrument], own: [OwnInstrument], _ typed: InstrumentForm, _ faults: [String],
    _ problems: [FormProblem], names: [StaffID: String], token: String
) -> HTML {
    """
    <h1>Skemaer</h1>
    <p>De skemaer, der kan bruges til målinger. Et svar, der mangler, giver ingen sum, og en sum \
    beholder de grænser, den blev læst efter.</p>
    \(table(
        id: "skemaer", caption: "I brug",
        columns: [
            "Skema", .number("Version"), "Kilde", "Vilkår", "Udfyldes af", .number("Spørgsmål"),
            "Grænser", "Fil",
        ], rows: instruments.map(row), whenEmpty: "–"))
    \(own.isEmpty ? .empty : ownTable(own, names))
    <h2>Tilføj jeres eget skema</h2>
    \(form(
        "/skemaer", id: "skema-formular", token: token, warnsWhenLeft: true,
        """
        \(hiddenField("id", typed.id.formText))
        \(textArea(
            "skemafil", label: "Filens indhold", value: typed.file, rows: 12,
            hint: "Hent en af filerne ovenfor, ret den, giv den et nyt navn i \"code\", og sæt den ind her. Den bliver læst efter, før den kan bruges",
            problems: problems))
        \(faults.count > 1 ? "<ul id=\"filens-fejl\">\(faults.map { "<li><code>\($0)</code></li>\n" })</ul>" : .empty)
        \(button("Tilføj skemaet", id: "tilfoej-skema"))
        """))
    """
}

private func row(_ instrument: Instrument) -> [HTML] {
    let editions = instrument.editions.map(\.source).joined(separator: "; ")
    let address: Address = "/skemaer/\(word: instrument.code)"
    return [
        "\(instrument.name)", "\(instrument.version)", "\(instrument.origin.source)",
        "\(instrument.origin.licence)",
        instrument.use.filledBy == .citizen ? "borger eller personale" : "personale",
        "\(instrument.items.count)", "\(editions)",
        link("Hent", to: address, about: "filen med \(instrument.name)"),
    ]
}

private func ownTable(_ own: [OwnInstrument], _ names: [StaffID: String]) -> HTML {
    table(
        id: "egne-skemaer", caption: "Jeres egne, alle versioner",
        columns: ["Skema", .number("Version"), "Tilføjet", "Af"],
        rows: own.map {
            [
                "\($0.instrument.name)", "\($0.instrument.version)", "\($0.addedAt.inDigits)",
                "\(names[$0.addedBy] ?? "–")",
            ]
        }, whenEmpty: "–")
}
