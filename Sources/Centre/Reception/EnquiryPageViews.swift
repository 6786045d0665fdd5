internal import Domain
internal import HTML
internal import Records

/// One enquiry as the reception sees it: who, what for, the clock, the next time. No journal.
func enquiryPage(
    _ reading: CaseReading, _ sections: PreparedSections, _ page: CasePageContext
) -> HTML {
    """
    <h1>Henvendelse \(text: reading.ref.number)</h1>
    \(caseHead(reading, token: page.token))
    \(guaranteeBox(reading))
    \(sections.shown(page))
    """
}

/// What was asked for, in the words of the one who asked.
func enquiryWords(_ reading: CaseReading) -> HTML {
    let enquiries = reading.file.current.compactMap { entry -> (LedgerEntry, Enquiry)? in
        guard case .enquiry(let enquiry) = entry.fact else { return nil }
        return (entry, enquiry)
    }
    return """
        <section aria-labelledby="ord-titel">
        <h2 id="ord-titel">Henvendelsen</h2>
        \(enquiries.map { enquiryLine($0, $1, reading) })\
        </section>
        """
}

private func enquiryLine(
    _ entry: LedgerEntry, _ enquiry: Enquiry, _ reading: CaseReading
) -> HTML {
    """
    <p>Modtaget \(entry.on.inWords)\(entry.at.map { " kl. \($0.clockText)" }), \
    \(entry.on.distanceInWords(on: reading.today)): \
    \(enquiry.channel.danishName), \(enquiry.by.danishName), \(enquiry.wish.danishName)</p>
    \(reading.body(of: entry).text.map { "<blockquote>\($0)</blockquote>\n" })
    """
}

/// Taking the case, and what became of the wish: the same on the enquiry's page and on the case's.
func receptionSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    // A closed case waits for nothing but a new wish.
    guard reading.isOpen else { return wishButton(reading, page) }
    return """
        <section aria-labelledby="modtagelse-titel">
        <h2 id="modtagelse-titel">Modtagelse</h2>
        \(reading.responsible == nil ? actForm(TakeCase.self, reading, page) : .empty)
        \(wishButton(reading, page))
        \(fold(
            "hvad-skete", "\(RecordOutcome.title)",
            actForm(RecordOutcome.self, reading, page)))
        </section>
        """
}

/// Who only wanted advice says yes to treatment, or who was done or had given it up asks again: her days begin.
private func wishButton(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    if let clock = reading.clock, clock.isOpen || clock.isInCourse { return .empty }
    let isAgain = reading.clock != nil
    return """
        <p>\(isAgain
            ? "Vil borgeren i behandling igen, løber en ny frist fra i dag."
            : "Siger borgeren ja til behandling, løber fristen fra i dag.")</p>
        \(actForm(WishForTreatment.self, reading, page))
        """
}

/// "Ret datoen": for what was noted by hand. The old day stays in the timeline, struck through.
func wishDaySection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    guard let wish = reading.file.current.last(where: \.isWishByHand) else { return .empty }
    let words = "\(wish.on.inWords), \(wish.on.distanceInWords(on: reading.today))"
    return fold(
        "ret-modtaget", "\(CorrectWishDay.title)",
        """
        <p>Nu står der: \(words). Fristen regnes om, når du retter datoen. Den gamle dato bliver \
        stående i tidslinjen.</p>
        \(actForm(CorrectWishDay.self, reading, page))
        """)
}
