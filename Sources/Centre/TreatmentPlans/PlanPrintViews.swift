internal import Domain
internal import HTML
internal import Records

/// The plan in a template, on the screen and on paper. What nobody has written is a line to write on.
func printedPlanPage(
    _ template: PlanTemplate, _ plan: PlanVersion, _ values: PlanValues
) -> HTML {
    let reading = values.reading
    let profile = reading.state.standard.profile
    return """
        <div class="buttons">\(printButton("Udskriv", id: "udskriv"))</div>
        \(letterSheet(
            Letter(
                sender: [
                    "\(profile.municipality)", "\(profile.unit)", "\(profile.street)",
                    "\(profile.town)",
                ],
                recipient: template.isForCitizen ? ["\(reading.displayName)"] : [],
                facts: [
                    ("Dato", "\(plan.entry.on.danishText)"),
                    ("Sag", "\(text: reading.ref.number)"),
                    ("Version", "\(plan.version)"),
                    ("Kvalitetsstandard", "\(reading.state.standard.standard.name)"),
                ],
                subject: "\(template.title)",
                "\(template.sections.map { section($0, values) })\(signatures(template))",
                closing: template.isForCitizen ? ["\(profile.unit), \(profile.phone)"] : [],
                status: plan.agreed == nil ? "Kladde: ikke aftalt med borgeren endnu" : nil)))
        <p class="source">Skabelon: \(template.source)</p>
        """
}

private func section(_ section: PlanTemplate.Section, _ values: PlanValues) -> HTML {
    let body: HTML =
        section.rows.isEmpty
        ? filled(section.field, values)
        : summaryList(section.rows.map { SummaryRow("\($0.label)", filled($0.field, values)) })
    return """
        <h2>\(section.heading)</h2>
        \(section.hint.map { "<p class=\"hint\">\($0)</p>\n" })\
        \(section.rows.isEmpty ? "<p class=\"note-text\">\(body)</p>" : body)
        """
}

private func filled(_ field: PlanField?, _ values: PlanValues) -> HTML {
    let words = field.map(values.words) ?? ""
    return words.isEmpty ? "…" : "\(words)"
}

private func signatures(_ template: PlanTemplate) -> HTML {
    guard !template.signatures.isEmpty else { return .empty }
    return summaryList(template.signatures.map { SummaryRow("\($0)", "…") })
}

/// The plan as the citizen sees it on the screen: said to her.
func planForCitizen(_ plan: PlanText) -> HTML {
    """
    <h1>Din plan</h1>
    \(plan.wish.isEmpty ? .empty : "<h2>Det vil du</h2>\n<p class=\"note-text\">\(plan.wish)</p>")
    \(plan.goals.enumerated().map { number, goal in
        """
        <h2>Mål \(number + 1)</h2>
        \(goal.kind.map { "<p>\($0.toCitizen).</p>\n" })\
        <p class="note-text">\(goal.text)</p>
        \(planSteps("På vejen", goal.subGoals.map { planLine($0.text, $0.who, "", $0.until) }))\
        \(planSteps("Det gør vi", goal.efforts.map { planLine($0.what, $0.who, $0.howOften, $0.until) }))\
        \(goal.sign.isEmpty ? .empty : "<p>Sådan ved vi, at det går godt: \(goal.sign)</p>")
        """
    })
    \(plan.nextLook.map { "<p>Vi ser på planen igen \($0.inWords).</p>" })
    """
}

/// Steps under a heading; nothing where there are none.
func planSteps(_ heading: StaticString, _ lines: [String]) -> HTML {
    guard !lines.isEmpty else { return .empty }
    return """
        <h3>\(HTML(stringLiteral: heading))</h3>
        <ul>\(lines.map { "<li>\($0)</li>" })</ul>\n
        """
}

/// `Individuel samtale, Anne, hver uge, indtil 03.02.2027`
func planLine(_ what: String, _ who: String, _ howOften: String, _ until: CalendarDay?) -> String {
    [what, who, howOften, until.map { "indtil \($0.danishDigits)" } ?? ""]
        .filter { !$0.isEmpty }.joined(separator: ", ")
}
