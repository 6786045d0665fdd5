/// How a citizen complains of a decision (klagevejledning), chosen by the decision, its date and the standard; nobody
/// types a word of it.
///
/// - Law: Forvaltningsloven § 25.
package struct ComplaintGuidance: Hashable, Sendable {
    /// The day the decision counts as received.
    package let receivedOn: CalendarDay
    /// To whom, with the address; `nil` where the standard names nobody: then whoever decided looks at it again.
    package let to: String?
    /// The last day; `nil` where the standard sets none.
    package let lastDay: CalendarDay?
    /// Within how many weeks the complaint is answered, where the standard says.
    package let answerWeeks: Int?
    /// Where a complaint about health-professional treatment goes, under the name of that day.
    package let healthBody: PublicBody?
    /// Years to complain of health treatment from when it was known.
    package let healthYears: Int
    /// Years to complain of it from when it happened, whatever was known.
    package let healthAbsoluteYears: Int
    /// Why.
    package let because: [Reason]
}

/// The guidance that goes with a decision.
///
/// - Parameter day: the date of the letter.
/// - Returns: the guidance as for a refusal: what is granted with a burden is complained of in the same way.
package func complaintGuidance(
    on decision: Decision, dated day: CalendarDay, under standard: QualityStandard
) -> ComplaintGuidance {
    let rule = ComplaintDeadlines(
        facts: CaseFacts(CaseHistory(), asOf: day), standard: standard)
    let complaint = standard.complaint
    // A burden that was granted with (own payment) is complained of as a refusal is.
    var adverse = decision
    adverse.outcome = .refused
    let to = complaint.decisionTo
    return ComplaintGuidance(
        receivedOn: rule.received(adverse, on: day), to: to.value,
        lastDay: rule.lastDay(of: adverse, on: day), answerWeeks: complaint.answerWeeks.value,
        healthBody: PublicBody.holding(.healthComplaints, on: day),
        healthYears: ComplaintDeadlines.healthYears,
        healthAbsoluteYears: ComplaintDeadlines.healthAbsoluteYears,
        because: [
            Reason(
                rule.arrival(of: adverse, on: day), source: LawSource.arrival(on: day)),
            Reason(
                to.value.map { "Der klages til \($0)." }
                    ?? "Hvem der klages til, er \(Deadline.notSetWords).", source: to.source),
            Reason(
                complaint.decisionWeeks.value.map { "Fristen er \(Count.weeks($0))." }
                    ?? "En frist for at klage er \(Deadline.notSetWords).",
                source: complaint.decisionWeeks.source),
        ])
}
