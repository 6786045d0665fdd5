/// What is about to be decided on an application (indstilling, ansøgning).
package struct DecisionDraft: Hashable, Sendable {
    /// What was applied for.
    package var applied: Modality
    /// What is granted; `nil` where nothing is.
    package var granted: Modality?
    /// Whether the citizen is to pay for board and lodging.
    package var hasOwnPayment: Bool

    /// A draft.
    package init(applied: Modality, granted: Modality?, hasOwnPayment: Bool = false) {
        self.applied = applied
        self.granted = granted
        self.hasOwnPayment = hasOwnPayment
    }

    /// Whether the citizen gets less than she asked for, or with a burden.
    package var isAdverse: Bool { granted != applied || hasOwnPayment }
}

/// What the law and the standard ask of a decision before it is taken, and what its letter must say.
package struct DecisionRules: Hashable, Sendable {
    /// Who decides; `nil` where the standard names nobody, or asks for no visitation.
    package let body: QualityStandard.DecidingBody?
    /// Why the citizen is heard first (partshøring); `nil` where she gets all she asked for.
    ///
    /// - Law: Forvaltningsloven § 19.
    package let hearing: Reason?
    /// Why it may not be granted yet: outpatient treatment was not tried, and nothing says why.
    package let leastIntrusive: Reason?
    /// Why nothing may be asked of the citizen for board and lodging.
    package let freeOfCharge: Reason?
    /// What the letter names as its legal basis, in the order in which it is cited.
    package let legalBasis: [String]
}

/// What is asked of a decision on a day.
///
/// - Parameter isYoung: whether the citizen is under eighteen.
package func decisionRules(
    for draft: DecisionDraft, isYoung: Bool, in history: CaseHistory,
    under standard: QualityStandard, on day: CalendarDay
) -> DecisionRules {
    let facts = CaseFacts(history, asOf: day)
    return DecisionRules(
        body: standard.decidingBody(for: draft.granted ?? draft.applied, isYoung: isYoung),
        hearing: draft.isAdverse ? hearingReason(on: day) : nil,
        leastIntrusive: leastIntrusive(draft, facts, standard, on: day),
        freeOfCharge: draft.hasOwnPayment ? freeOfCharge(facts, standard, on: day) : nil,
        legalBasis: legalBasis(of: draft, on: day))
}

extension QualityStandard {
    /// Who decides on a kind of treatment, for the young before any other.
    package func decidingBody(for modality: Modality, isYoung: Bool) -> DecidingBody? {
        let able = decidingBodies.filter { $0.modalities.contains(modality) }
        return isYoung
            ? able.first { $0.ageBelow != nil } ?? able.first
            : able.first { $0.ageBelow == nil }
    }

    /// Whether some body decides on the young alone.
    package var hasBodyForTheYoung: Bool { decidingBodies.contains { $0.ageBelow != nil } }
}

private func hearingReason(on day: CalendarDay) -> Reason {
    Reason(
        "Borgeren får ikke det, der er søgt om, og skal derfor kunne sige sin mening først.",
        source: Law.citation(.hearing, on: day))
}

/// Least intrusive first: the application itself must say that outpatient treatment was tried, or why not.
private func leastIntrusive(
    _ draft: DecisionDraft, _ facts: CaseFacts, _ standard: QualityStandard, on day: CalendarDay
) -> Reason? {
    guard let granted = draft.granted, granted != .outpatient, granted == draft.applied else {
        return nil
    }
    let ruling = ActAnswers(facts: facts, standard: standard, on: day).sendApplication(granted)
    return ruling.allowed ? nil : ruling.because.first
}

private func freeOfCharge(
    _ facts: CaseFacts, _ standard: QualityStandard, on day: CalendarDay
) -> Reason? {
    let ruling = PaymentAnswer(facts: facts, standard: standard, on: day).ruling(.boardAndLodging)
    let mayAsk = [Payer.citizen, .individualAssessment].map(\.rawValue)
    guard let value = ruling.value, mayAsk.contains(value) else { return ruling.because.first }
    return nil
}

private func legalBasis(of draft: DecisionDraft, on day: CalendarDay) -> [String] {
    let always: [Law.Subject] = [.alcoholTreatment]
    let adverse: [Law.Subject] = draft.isAdverse ? [.hearing, .grounds, .complaintGuidance] : []
    return (always + adverse).map { Law.citation($0, on: day) }
}
