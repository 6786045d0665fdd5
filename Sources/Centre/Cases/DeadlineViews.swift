internal import Domain
internal import HTML

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
        weight, when: "\(when)", "\(deadlineName(deadline.kind))",
        because: deadline.because.map(reading.words))
}

/// The deadlines of the case history, as staff say them.
private func deadlineName(_ kind: Deadline.Kind) -> String {
    switch kind {
    case .intakeInterview: "Første samtale"
    case .visitation: "Visitation"
    case .guaranteePromise: "Begyndt, som kvalitetsstandarden lover"
    case .milestone: "Milepæl"
    case .planInGuarantee: "Behandlingsplan inden for garantien"
    case .planReview: "Planen ses igen"
    case .courseEvaluation: "Forløbet vurderes"
    case .followUp(let months):
        "Opfølgning \(months) \(months == 1 ? "måned" : "måneder") efter udskrivning"
    case .returnWindow: "Kan vende tilbage"
    case .grantExpiry: "Bevillingen udløber"
    case .grantRenewal: "Ny indstilling"
    case .grantStatus: "Status på bevillingen"
    case .providerMidway: "Midtvejsstatus"
    case .complaintDecision: "Klage over afgørelsen"
    case .complaintHealth, .complaintHealthAbsolute: "Klage over sundhedsfaglig behandling"
    case .regionGuarantee: "Regionens behandlingsgaranti"
    case .recordsAnswer: "Svar på aktindsigt"
    case .consentExpiry: "Samtykke udløber"
    case .retention: "Journalen gemmes"
    case .pregnancyContractEnd: "Kontrakten udløber"
    case .detentionEnd: "Tilbageholdelsen ophører"
    }
}
