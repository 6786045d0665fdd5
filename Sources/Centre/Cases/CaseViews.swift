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
        \(isCase
            ? "<h1 class=\"visually-hidden\">Sag \(text: reading.ref.number)</h1>"
            : "<h1>\(tabs.current.title)</h1>")
        \(caseHead(reading, token: page.token))
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
        \(notice(
            .info, id: "obs", heading: "Vær opmærksom på", "<ul>\(lines.map { "<li>\(reading.words(of: $0))</li>" })</ul>"))
        """
}

/// A new note, opened where she stands; the story is not pushed away by an empty form.
func noteSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    guard reading.isOpen else { return .empty }
    return fold("nyt-notat", "Skriv notat", actForm(WriteNote.self, reading, page, style: .primary))
}

func endingSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    guard reading.isOpen else { return .empty }
    return fold("afslut", "Afslut", actForm(EndCase.self, reading, page))
}

/// The number, alone; it is on no other page.
func cprPage(_ cpr: CPRNumber, _ reading: CaseReading, token: String) -> HTML {
    """
    <h1>Cpr-nummer</h1>
    \(caseHead(reading, token: token))
    <p class="lead" id="cpr"><strong>\(cpr.hyphenated)</strong></p>
    <p>Det er skrevet i adgangsloggen, at du har set nummeret.</p>
    """
}
