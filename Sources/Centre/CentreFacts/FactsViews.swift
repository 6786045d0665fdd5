internal import Domain
internal import HTML
internal import Records

/// `/administration/centret`: everything it says, part by part, and what each version has changed.
func factsPage(
    _ facts: CentreFacts, _ versions: [CentreFactsVersion], names: [StaffID: String]
) -> HTML {
    """
    \(pageHead("Centret", caption: "Det, borgerne kan læse om jer. En rettelse står på hjemmesiden med det samme."))
    \(FactsPart.allCases.map { partPanel($0, facts, names) })
    \(history(versions, names))
    """
}

private func partPanel(
    _ part: FactsPart, _ facts: CentreFacts, _ names: [StaffID: String]
) -> HTML {
    let lines = part.lines(facts, names: names)
    return panel(
        part.rawValue, "\(part.title)",
        actions: ["<a href=\"\(part.address)\">Ret\(HTML.unseen(" \(part.title)"))</a>"],
        lines.isEmpty
            ? emptyState("Der er ikke skrevet noget endnu.")
            : summaryList(
                lines.map { SummaryRow("\($0.key)", $0.value.isEmpty ? "–" : "\($0.value)") }))
}

private func history(_ versions: [CentreFactsVersion], _ names: [StaffID: String]) -> HTML {
    guard !versions.isEmpty else { return .empty }
    let lines = versions.enumerated().map { place, version -> HTML in
        let before = versions.indices.contains(place + 1) ? versions[place + 1].facts : nil
        let changes = before.map { FactsChange.between($0, version.facts, names: names) }
        return """
            <li><p>\(version.madeAt.inDigits), \
            \(version.madeBy.flatMap { names[$0] } ?? "systemet")</p>
            \(changes.map { changeList($0) } ?? "<p>Første udgave.</p>")</li>\n
            """
    }
    return fold("udgaver", "Tidligere udgaver (\(versions.count))", "<ol>\(lines)</ol>")
}

private func changeList(_ changes: [FactsChange]) -> HTML {
    guard !changes.isEmpty else { return "<p>Gemt uden ændringer.</p>" }
    return """
        <ul>\(changes.map { change -> HTML in
            let old: HTML = change.old.isEmpty ? "(tom)" : "<s>\(change.old)</s>"
            let new: HTML = change.new.isEmpty ? "(tom)" : "\(change.new)"
            return "<li>\(change.key): \(old) → \(new)</li>"
        })</ul>
        """
}

/// The form of one part.
func factsPartPage(_ part: FactsPart, _ form: FactsForm, token: String) -> HTML {
    """
    <h1>\(part.title)</h1>
    \(hint(part))
    \(partForm(part, form, token))
    """
}

private func partForm(_ part: FactsPart, _ typed: FactsForm, _ token: String) -> HTML {
    form(
        part.address, id: "centret-formular", token: token, warnsWhenLeft: true,
        """
        \(hiddenField("udgave", String(typed.version)))
        \(actFields(typed.fields, typed.problems))
        \(button("Gem", id: "gem", accessKey: "9"))
        """)
}

private func hint(_ part: FactsPart) -> HTML {
    switch part {
    case .contact, .texts: .empty
    case .hours: "<p>En dag uden timer er lukket. På helligdage er der altid lukket.</p>"
    case .sites: "<p>Tøm navnet for at fjerne et sted.</p>"
    case .teams: "<p>Tøm navnet for at fjerne et team.</p>"
    case .closings:
        "<p>Helligdage, 5. juni, 24. og 31. december behøver I ikke skrive: de er lukket i forvejen.</p>"
    }
}
