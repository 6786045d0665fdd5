internal import Domain
internal import HTML
internal import Records

/// What is due, and by which rule: the standard read as data.
func deadlineList(_ reading: CaseReading) -> HTML {
    let open = reading.verdict.deadlines.filter {
        [.open, .overdue, .notSet].contains($0.state) && !$0.standsElsewhere
    }
    guard !open.isEmpty else { return .empty }
    return panel(
        "frister-ark", "Frister",
        dateList(open.map { deadlineLine($0, reading) }, id: "frister", whenEmpty: ""))
}

extension Deadline {
    /// It stands among the municipality's milestones.
    fileprivate var standsElsewhere: Bool {
        guard due != nil else { return false }
        return switch kind {
        case .milestone, .intakeInterview, .visitation, .grantStatus: true
        default: false
        }
    }
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
        weight, when: "\(when)", "\(name(of: deadline, reading))",
        because: deadline.because.map(reading.words))
}

/// A consent's says whom it covers.
private func name(of deadline: Deadline, _ reading: CaseReading) -> String {
    guard case .consentExpiry(let id) = deadline.kind else { return deadline.kind.danishName }
    for entry in reading.file.current {
        if case .consent(let consent) = entry.fact, consent.id == id {
            return "Samtykke til \(consent.scope.joined(separator: ", ")) udløber"
        }
    }
    return deadline.kind.danishName
}
