internal import Domain
internal import HTML
internal import Records

/// The case: who, the clock, and what each room has to say of it.
func casePage(_ reading: CaseReading, _ sections: [CaseSection], _ page: CasePageContext) -> HTML {
    """
    <h1>Sag \(text: reading.ref.number)</h1>
    \(caseHead(reading))
    \(sections.shown(on: .journal, reading, page))
    """
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
