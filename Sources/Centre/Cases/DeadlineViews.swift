internal import Domain
internal import HTML

/// What is due, and by which rule: the standard read as data.
func deadlineList(_ reading: CaseReading) -> HTML {
    let open = reading.verdict.deadlines.filter {
        [.open, .overdue, .notSet].contains($0.state)
    }
    guard !open.isEmpty else { return .empty }
    return panel(
        "frister-ark", "Frister",
        dateList(open.map { deadlineLine($0, reading) }, id: "frister", whenEmpty: ""))
}

private func deadlineLine(_ deadline: Deadline, _ reading: CaseReading) -> DatedLine {
    let (weight, when): (StatusWeight, String) =
        switch deadline.state {
        case .overdue: (.late, "Skulle være sket den \(deadline.due?.danishDigits ?? "–")")
        case .notSet: (.outside, "Ikke fastsat i kvalitetsstandarden")
        default:
            deadline.due.map { due in
                (
                    reading.today.days(until: due) <= 7 ? .soon : .outside,
                    "Senest den \(due.danishDigits)"
                )
            } ?? (.outside, "Ingen dato")
        }
    return DatedLine(
        weight, when: "\(when)", "\(deadline.kind.danishName)",
        because: deadline.because.map(reading.words))
}
