internal import Domain
internal import HTML
internal import Records

/// Who has asked to see the records, until when they must be answered, and what they are given.
func recordsAccessSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    """
    \(panel(
        "anmodninger", "Anmodninger",
        actions: [buttonLink(
            "Ny anmodning", to: RequestRecords.address(of: reading.ref.number), id: "ny-anmodning")],
        "\(requests(reading))\(answers(reading))"))
    \(panel("mappen", "Mappen", bundlePanel(reading, page)))
    """
}

private func requests(_ reading: CaseReading) -> HTML {
    let deadlines = reading.verdict.deadlines.filter { $0.kind == .recordsAnswer }
    let waiting = deadlines.first { [.open, .overdue].contains($0.state) }
    return dateList(
        deadlines.enumerated().map { place, deadline in
            DatedLine(
                id: "aktindsigt-frist-\(place + 1)", weight(deadline.state),
                when: words(deadline), "Svar på aktindsigt",
                because: deadline.because.map { reading.words(of: $0) },
                action: deadline == waiting ? actions(reading) : .empty)
        }, id: "aktindsigt-frister", whenEmpty: "Ingen har bedt om aktindsigt i sagen.")
}

private func weight(_ state: DeadlineState) -> StatusWeight {
    switch state {
    case .open: .soon
    case .met: .kept
    case .missed, .overdue: .late
    default: .outside
    }
}

private func words(_ deadline: Deadline) -> HTML {
    let due = deadline.due?.danishDigits ?? ""
    return switch deadline.state {
    case .open: "Senest \(due)"
    case .met: "Besvaret i tide"
    case .missed: "Besvaret efter \(due)"
    default: "Skulle være besvaret \(due)"
    }
}

private func actions(_ reading: CaseReading) -> HTML {
    rowActions([
        link("Svar", to: AnswerRecords.address(of: reading.ref.number), about: "på aktindsigten"),
        link("Vi kan ikke nå det", to: DelayRecords.address(of: reading.ref.number)),
    ])
}

/// What was handed over, and to whom.
private func answers(_ reading: CaseReading) -> HTML {
    let given = reading.file.current.filter { $0.fact == .recordsAnswer }
    guard !given.isEmpty else { return .empty }
    return dataTable(
        DataTable(
            id: "aktindsigt-svarene", caption: "Svar, nyeste først", hidesCaption: true,
            columns: ["Dato", "Hvad", "Kvittering"],
            rows: given.reversed().map { entry in
                let receipt = try? reading.body(of: entry).read(RecordsReceipt.self)
                return DataRow([
                    "\(entry.on.danishDigits)",
                    "\(AnswerRecords.extent(entry)?.danishName ?? "")", "\(receipt?.receipt ?? "")",
                ])
            }, whenEmpty: ""))
}

// MARK: The bundle

private func bundlePanel(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let entries = reading.file.entries.filter(\.isGiven)
    let number = reading.ref.number.description
    return """
        <p>I mappen ligger sagen med alle rettelser, brevene, samtykkerne, hvem der har åbnet sagen, og sagen \
        som data. Læs den igennem, før du giver den fra dig.</p>
        \(withheldList(reading, page))
        \(form(
            "/sager/\(word: number)/aktindsigt/mappe", id: "mappe-formular", token: page.token,
            "<div class=\"buttons\">\(button("Hent mappen", .secondary, id: "hent-mappen"))</div>"))
        \(fold(
            "gennemgang", "Gennemgå, hvad der er med (\(entries.count))",
            entryTable(entries, reading, page)))
        """
}

private func withheldList(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let withheld = reading.file.withholdings
    guard !withheld.isEmpty else { return "<p>Der er ikke undtaget noget.</p>" }
    return """
        <h3>Undtaget</h3>
        <ul id="undtaget">\(withheld.map { fact, entry -> HTML in
            let about = reading.file.entries.first { $0.id == fact.entry }
            let what = about.map { CasesRoom.title(of: $0, in: reading, acts: page.acts) } ?? ""
            return """
                <li>\(about.map { "\($0.on.danishDigits): " })\(what). \(fact.ground.danishName): \
                \(reading.body(of: entry).text ?? "") \(link(
                    "Tag med igen", to: takeBack(entry, reading), about: "\(what)"))</li>\n
                """
        })</ul>
        """
}

private func takeBack(_ entry: LedgerEntry, _ reading: CaseReading) -> Address {
    """
    /sager/\(word: reading.ref.number.description)/\(word: TakeBack.address)\
    ?post=\(word: entry.id.formText)
    """
}

private func entryTable(
    _ entries: [LedgerEntry], _ reading: CaseReading, _ page: CasePageContext
) -> HTML {
    let withheld = reading.file.withheld
    let current = Set(reading.file.current.map(\.id))
    return dataTable(
        DataTable(
            id: "poster", caption: "Alt, hvad der står i sagen, nyeste først", hidesCaption: true,
            columns: ["Dato", "Hvad", "Tekst", "Handling"],
            rows: entries.reversed().map { entry in
                let isWithheld = withheld.contains(entry.id)
                return DataRow([
                    "\(entry.on.danishDigits)",
                    """
                    \(CasesRoom.title(of: entry, in: reading, acts: page.acts))\
                    \(current.contains(entry.id) ? .empty : " (rettet eller fjernet)")
                    """,
                    "\(reading.body(of: entry).text ?? "")",
                    isWithheld
                        ? statusTag("Undtaget", .outside)
                        : current.contains(entry.id) ? withhold(entry, reading) : .empty,
                ])
            }, whenEmpty: "Der står ikke noget i sagen."))
}

private func withhold(_ entry: LedgerEntry, _ reading: CaseReading) -> HTML {
    link(
        "Undtag",
        to:
            """
            /sager/\(word: reading.ref.number.description)/\(word: WithholdEntry.address)\
            ?post=\(word: entry.id.formText)
            """, about: "posten fra \(entry.on.danishDigits)")
}
