internal import Domain
internal import HTML
internal import Records

/// `/henvendelser`: what has come in, what is urgent first.
func queuePage(_ queue: Queue, flood: Int?, token: String) -> HTML {
    """
    \(pageHead(
        "Modtagelse",
        actions: [
            buttonLink("Ny henvendelse", to: "/henvendelser/ny", .primary, id: "ny-henvendelse")
        ]))
    \(flood.map(floodNotice) ?? .empty)
    \(filterLinks(
        [
            FilterLink(
                "Ikke tildelt", to: queue.query.with { $0.showsAll = false }.address,
                isChosen: !queue.query.showsAll),
            FilterLink(
                "Alle åbne", to: queue.query.with { $0.showsAll = true }.address,
                isChosen: queue.query.showsAll),
        ], label: "Vis sager"))
    \(queue.openCount > 5 || queue.query.isNarrowed ? filters(queue.query) : .empty)\
    \(queueTable(queue, token: token))
    \(paging(queue.paging) { page in
        queue.query.with { $0.list.page = page }.address
    })
    """
}

/// What has come in this way, and with this wish; each filter is taken off by a press.
private func filters(_ query: QueueQuery) -> HTML {
    let sources: [EnquiryChannel] = [.phone, .web, .walkIn, .referral, .email, .letter]
    let wishes: [Wish] = [.treatment, .advice, .undecided]
    return """
        \(filterForm(
            "/henvendelser",
            hidden: hiddenField("vis", query.showsAll ? "alle" : "nye"),
            """
            \(select(
                "kilde", label: "Kilde",
                choices: sources.map { Choice($0.rawValue, "\($0.danishName.capitalisedFirst)") },
                chosen: query.channel?.rawValue ?? "", prompt: "Alle"))
            \(select(
                "oenske", label: "Ønske",
                choices: wishes.map { Choice($0.rawValue, "\($0.danishName.capitalisedFirst)") },
                chosen: query.wish?.rawValue ?? "", prompt: "Alle"))
            """))
        \(filterChips(query.chips, clear: query.with { $0.channel = nil; $0.wish = nil }.address))\n
        """
}

extension QueueQuery {
    fileprivate var isNarrowed: Bool { channel != nil || wish != nil }

    fileprivate var chips: [FilterChip] {
        [
            channel.map { channel in
                FilterChip(
                    "Kilde: \(channel.danishName)", without: with { $0.channel = nil }.address)
            },
            wish.map { wish in
                FilterChip("Ønske: \(wish.danishName)", without: with { $0.wish = nil }.address)
            },
        ].compactMap { $0 }
    }
}

private func queueTable(_ queue: Queue, token: String) -> HTML {
    let query = queue.query
    let whose: [Column] = query.showsAll ? [Column("Ansvarlig", key: "ansvarlig")] : []
    let caption: HTML = query.showsAll ? "Åbne sager" : "Nye henvendelser"
    return dataTable(
        DataTable(
            id: "koe",
            caption: query.list.sort == nil
                ? "\(caption), det, der haster, først. Så nærmeste frist" : caption,
            columns: [
                Column("Sag", key: "sag"), "Hvem", "Ønske", Column("Modtaget", key: "modtaget"),
                Column("Frist", key: "frist"),
            ] + whose + ["Handling"],
            rows: queue.lines.map { queueRow($0, showsAll: query.showsAll, token: token) },
            whenEmpty: query.isNarrowed
                ? "Ingen henvendelser passer til de valgte filtre."
                : query.showsAll ? "Der er ingen åbne sager." : "Ingen nye henvendelser.",
            state: query.list,
            address: { list in query.with { $0.list = list }.address }))
}

private func queueRow(_ line: QueueLine, showsAll: Bool, token: String) -> DataRow {
    let number = line.ref.number.description
    let address: Address = "/henvendelser/\(word: number)"
    let weight = line.clock?.weight(on: line.today, booked: line.booked) ?? .outside
    let whose: [HTML] = showsAll ? ["\(line.responsible ?? "–")"] : []
    return DataRow(
        [
            "<a href=\"\(address)\">\(HTML.unseen("Åbn sag "))\(number)</a>", who(line),
            "\(line.wish.danishName.capitalisedFirst)",
            "\(line.receivedAt.day.listText) kl. \(line.receivedAt.clockText)",
            statusTag(
                "\(guaranteeStatus(line.clock, booked: line.booked, on: line.today))", weight),
        ] + whose + [
            rowActions([
                line.responsible == nil
                    ? takeForm(line.ref, token: token)
                    : buttonLink("Åbn\(HTML.unseen(" sag \(number)"))", to: address, .secondary),
                line.wantsTime
                    ? link("Book", to: "\(address)#aftaler-titel", about: "en tid, sag \(number)")
                    : .empty,
            ])
        ], line.person.isAcute ? .late : weight == .outside ? nil : weight)
}

/// Who asks, and what must not be overlooked about her.
private func who(_ line: QueueLine) -> HTML {
    var marks: [Tag] = []
    if line.person.isAcute { marks.append(Tag("Akut", .late)) }
    if line.person.isPregnant { marks.append(Tag("Gravid", .soon)) }
    switch line.person.ageGroup {
    case .youth: marks.append(Tag("15-17 år", .soon))
    case .child: marks.append(Tag("Under 15 år", .soon))
    case .adult, .untold, nil: break
    }
    if line.person.hasChildrenAtHome { marks.append(Tag("Børn hjemme")) }
    if line.isAnonymous { marks.append(Tag("Anonym")) }
    let sender = line.sender == .`self` ? "selv" : line.sender.danishName
    return "\(sender.capitalisedFirst), \(line.channel.danishName)\(tags(marks))"
}

/// `Tag sagen`: one press, and the case is yours.
private func takeForm(_ ref: CaseRef, token: String) -> HTML {
    form(
        TakeCase.address(of: ref.number), token: token,
        """
        \(hiddenField("id", EntryID.random().formText))
        \(button("Tag sagen", .secondary, about: "\(ref.number.description)"))
        """)
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
