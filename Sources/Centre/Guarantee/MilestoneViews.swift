internal import Domain
internal import HTML
internal import Records

/// A clock that has run out asks why, until somebody has said so.
func delaySection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    guard reading.state.owesReason else { return .empty }
    let link: HTML =
        page.may(ExplainDelay.self)
        ? "<p>\(buttonLink("Skriv hvorfor", to: ExplainDelay.address(of: reading.ref.number), .secondary, id: "til-afvigelse"))</p>"
        : .empty
    return notice(
        .warning, id: "frist-ikke-holdt", heading: "Fristen er ikke holdt",
        "<p>Skriv, hvorfor det gik sådan, og hvad vi har tilbudt. Borgeren får et brev.</p>\(link)")
}

/// The municipality's own milestones on the way from enquiry to start: apart from the clock of the law, and each with the
/// rule it follows from. Nothing where the standard has none.
func milestoneSection(_ reading: CaseReading) -> HTML {
    let standard = reading.state.standard.standard
    let due = reading.verdict.deadlines.filter { $0.kind.isMilestone(of: reading.clock, $0) }
    guard !due.isEmpty else { return .empty }
    return """
        <section aria-labelledby="milepaele-titel">
        <h2 id="milepaele-titel">Milepæle</h2>
        <p class="hint">Kommunens egne mål. Lovens frist opgøres særskilt.</p>
        \(dateList(
            due.map { milestoneLine($0, standard, reading) }, id: "milepaele", whenEmpty: "Ingen milepæle."))
        </section>
        """
}

private func milestoneLine(
    _ deadline: Deadline, _ standard: QualityStandard, _ reading: CaseReading
) -> DatedLine {
    let (weight, words): (StatusWeight, String) =
        switch deadline.state {
        case .met: (.kept, "nået")
        case .missed: (.late, "nået for sent")
        case .overdue: (.late, "overskredet")
        case .open: (.soon, "senest \(deadline.due?.danishDigits ?? "")")
        case .passed, .cancelled, .notSet: (.outside, "bortfaldet")
        }
    let milestone = standard.milestones.first { deadline.kind == .milestone(id: $0.id) }
    let note = milestone?.saying.note.map { note -> HTML in "\(note)" }
    return DatedLine(
        weight, when: "\(words)", "\(goalName(deadline.kind, in: standard.milestones))",
        because: deadline.because.map(reading.words) + [note].compactMap(\.self))
}

/// What a goal of the municipality's own is called.
func goalName(_ kind: Deadline.Kind, in milestones: [QualityStandard.Milestone]) -> String {
    guard let milestone = milestones.first(where: { kind == .milestone(id: $0.id) }) else {
        return switch kind {
        case .intakeInterview: "Første samtale"
        case .visitation: "Visitation"
        case .grantStatus: "Status på bevillingen"
        default: "Milepæl"
        }
    }
    let act =
        switch milestone.metBy {
        case .enrolment: "tilsagn om udredning"
        case .application: "indstilling"
        case .decision: "afgørelse"
        case .start: "behandlingen begynder"
        }
    return "Dag \(milestone.day): \(act)"
}

extension Deadline.Kind {
    /// A goal of the municipality's own, of the latest clock: what an earlier one left behind is history.
    fileprivate func isMilestone(of clock: GuaranteeClock?, _ deadline: Deadline) -> Bool {
        guard let due = deadline.due, let clock, due >= clock.received else { return false }
        return switch self {
        case .milestone, .intakeInterview, .visitation, .grantStatus: true
        default: false
        }
    }
}
