internal import Domain
internal import HTML
internal import Records

/// `/henvendelser`. `showsAll`: also the cases somebody has taken.
func queuePage(_ lines: [QueueLine], showsAll: Bool, token: String) -> HTML {
    """
    <h1>Modtagelse</h1>
    <p>\(buttonLink("Ny henvendelse", to: "/henvendelser/ny", .primary, id: "ny-henvendelse"))</p>
    <p id="filter">Vis: \(showsAll
        ? "<a href=\"/henvendelser\">Ikke tildelt</a> · <strong>Alle åbne</strong>"
        : "<strong>Ikke tildelt</strong> · <a href=\"/henvendelser?vis=alle\">Alle åbne</a>")</p>
    \(table(
        id: "koe", caption: showsAll ? "Åbne sager, nyeste først" : "Nye henvendelser, nyeste først",
        columns: ["Sag", "Modtaget", "Hvem", "Ønske", "Frist", "Ansvarlig", "Handling"],
        rows: lines.map { queueRow($0, token: token) },
        whenEmpty: showsAll ? "Der er ingen åbne sager." : "Ingen nye henvendelser."))
    """
}

private func queueRow(_ line: QueueLine, token: String) -> [HTML] {
    let status = line.clock.map { guaranteeStatus($0, booked: line.booked, on: line.today) }
    let address: Address = "/henvendelser/\(word: line.ref.number.description)"
    return [
        "<a href=\"\(address)\">\(text: line.ref.number)</a>",
        "\(line.receivedAt.day.listText) kl. \(line.receivedAt.clockText)",
        "\(line.isUrgent ? "<strong>Vigtig:</strong> " : .empty)\(line.who)",
        "\(line.wish)",
        "\(status ?? "Tæller ikke (rådgivning)")",
        "\(line.responsible ?? "–")",
        rowActions(
            [
                line.responsible == nil
                    ? takeForm(line.ref, token: token)
                    : "<a href=\"\(address)\">Åbn sag \(text: line.ref.number)</a>",
                line.wantsTime
                    ? link(
                        "Book", to: "\(address)#aftaler-titel",
                        about: "en tid, sag \(text: line.ref.number)") : nil,
            ].compactMap(\.self)),
    ]
}

/// `Tag`: one press, and the case is yours.
private func takeForm(_ ref: CaseRef, token: String) -> HTML {
    form(
        TakeCase.address(of: ref.number), token: token,
        """
        \(hiddenField("id", EntryID.random().formText))
        \(button("Tag<span class=\"visually-hidden\"> sag \(text: ref.number)</span>", .secondary))
        """)
}
