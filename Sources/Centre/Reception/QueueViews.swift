internal import Domain
internal import HTML
internal import Records

/// `/henvendelser`. `showsAll`: also the cases somebody has taken.
func queuePage(
    _ lines: [QueueLine], _ paging: Paging, showsAll: Bool, flood: Int?, token: String
) -> HTML {
    """
    <h1>Modtagelse</h1>
    \(flood.map(floodNotice))
    <p>\(buttonLink("Ny henvendelse", to: "/henvendelser/ny", .primary, id: "ny-henvendelse"))</p>
    <p id="filter">Vis: \(showsAll
        ? "<a href=\"/henvendelser\">Ikke tildelt</a> · <strong>Alle åbne</strong>"
        : "<strong>Ikke tildelt</strong> · <a href=\"/henvendelser?vis=alle\">Alle åbne</a>")</p>
    \(table(
        id: "koe", caption: showsAll ? "Åbne sager, nyeste først" : "Nye henvendelser, nyeste først",
        columns: ["Sag", "Modtaget", "Hvem", "Ønske", "Frist", "Ansvarlig", "Handling"],
        rows: lines.map { queueRow($0, token: token) },
        whenEmpty: showsAll ? "Der er ingen åbne sager." : "Ingen nye henvendelser."))
    \(pages(paging) { page in
        showsAll ? "/henvendelser?vis=alle&side=\(word: String(page))" : "/henvendelser?side=\(word: String(page))"
    })
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
        line.responsible == nil
            ? takeForm(line.ref, token: token)
            : "<a href=\"\(address)\">Åbn sag \(text: line.ref.number)</a>",
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

private func pages(_ part: Paging, _ address: (Int) -> Address) -> HTML {
    part.pages > 1 ? paging(part, to: address) : .empty
}

/// Somebody may be filling the queue; nobody who needs help may be lost in it.
private func floodNotice(_ count: Int) -> HTML {
    notice(
        .warning, id: "mange", heading: "Usædvanligt mange henvendelser",
        """
        <p>Der er kommet \(count) henvendelser fra hjemmesiden den seneste time. Måske er nogle af dem ikke \
        rigtige. Sig det til din leder, og ring til dem, der har skrevet et nummer.</p>
        """)
}
