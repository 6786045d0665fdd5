internal import Domain
internal import HTML

/// What is due, and by which rule: the standard read as data.
func deadlineList(_ reading: CaseReading) -> HTML {
    let open = reading.verdict.deadlines.filter {
        [.open, .overdue, .notSet].contains($0.state)
    }
    guard !open.isEmpty else { return .empty }
    return """
        <section aria-labelledby="frister-titel">
        <h2 id="frister-titel">Frister</h2>
        <ul class="deadlines" id="frister">
        \(open.map(deadlineLine))\
        </ul>
        </section>
        """
}

private func deadlineLine(_ deadline: Deadline) -> HTML {
    let when: String =
        switch deadline.state {
        case .overdue: "overskredet, skulle være sket \(deadline.due?.danishDigits ?? "")"
        case .notSet: "ikke fastsat i kvalitetsstandarden"
        default: deadline.due.map { "senest \($0.danishDigits)" } ?? "ingen dato"
        }
    return """
        <li><details><summary>\(deadline.kind.danishName): \(when)</summary>
        <ol>\(deadline.because.map(reasonLine))</ol></details></li>\n
        """
}
