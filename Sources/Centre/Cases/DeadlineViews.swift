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
        weight, when: "\(when)",
        "\(deadline.kind.danishName)\(reading.recipients(of: deadline.kind))",
        because: deadline.because.map(reading.words))
}

extension CaseReading {
    /// ` til Egen læge`: whom the consent covers that expires; nothing for other deadlines.
    fileprivate func recipients(of kind: Deadline.Kind) -> String {
        guard case .consentExpiry(let id) = kind else { return "" }
        for entry in file.current {
            if case .consent(let consent) = entry.fact, consent.id == id {
                return " til \(consent.scope.joined(separator: ", "))"
            }
        }
        return ""
    }
}
