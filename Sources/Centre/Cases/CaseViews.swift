internal import Domain
internal import HTML
internal import Records

/// The case: who, its tabs, and what each room has to say of it. First what must be minded and what people came to do, then
/// the story to the left, and the clock, the next time and what is due to the right.
func casePage(
    _ reading: CaseReading, _ tabs: CaseTabs, _ sections: PreparedSections, _ page: CasePageContext
) -> HTML {
    let isCase = tabs.current == .timeline
    return """
        <h1>\(isCase ? "Sag" : "\(tabs.current.title), sag") \(text: reading.ref.number)</h1>
        \(caseHead(reading))
        \(tabList(tabs, reading))
        \(isCase ? story(reading, sections, page) : sections.shown(page))
        """
}

private func story(
    _ reading: CaseReading, _ sections: PreparedSections, _ page: CasePageContext
) -> HTML {
    """
    \(sections.shown(page, in: [.notices]))
    \(caseColumns(
        story: sections.shown(page, in: [.act, .story]),
        facts: guaranteeBox(reading)
            + sections.shown(page, in: [.appointments, .deadlines, .corrections, .ending])))
    """
}

/// Nothing where there is but one.
private func tabList(_ shown: CaseTabs, _ reading: CaseReading) -> HTML {
    guard shown.shown.count > 1 else { return .empty }
    let number = reading.ref.number.description
    return tabs(
        shown.shown.map { tab in
            Tab(
                "\(tab.title)", id: "fane-\(tab.rawValue)",
                to: tab.address.map { "/sager/\(word: number)/\(word: $0)" }
                    ?? "/sager/\(word: number)",
                isCurrent: tab == shown.current)
        }, label: "Sagens sider")
}

/// What the rules want somebody to mind.
func noticeSection(_ reading: CaseReading) -> HTML {
    let lines = reading.verdict.notices.flatMap(\.because)
    guard !lines.isEmpty else { return .empty }
    return """
        <section class="notice info" aria-labelledby="obs-titel">
        <h2 id="obs-titel">Vær opmærksom på</h2>
        <ul>\(lines.map(reasonLine))</ul>
        </section>
        """
}

/// A new note, open on the page.
func noteSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    guard reading.isOpen else { return .empty }
    return """
        <section aria-labelledby="notat-titel">
        <h2 id="notat-titel">Nyt notat</h2>
        \(actForm(WriteNote.self, reading, page, style: .primary))
        </section>
        """
}

func endingSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    guard reading.isOpen else { return .empty }
    return fold("afslut", "Afslut", actForm(EndCase.self, reading, page))
}
