extension QualityStandard {
    /// Whether it sets goals on the way from enquiry to start beside the law's own last day.
    package var hasGoals: Bool {
        !milestones.isEmpty || intake.interviewDays.value != nil || visitation.maxDays.value != nil
    }
}

/// The standard's own goals on the way from enquiry to start, of the latest clock, by day: milestones, the first talk,
/// visitation. Apart from the clock of the law, and told without the rest of a verdict: a list asks for many cases.
package func goals(
    of history: CaseHistory, under standard: QualityStandard, on day: CalendarDay
) -> [Deadline] {
    let facts = CaseFacts(history, asOf: day)
    guard let latest = GuaranteeReader(facts).courses.last else { return [] }
    return ClockDeadlines(facts: facts, standard: standard).all([latest])
        .filter { deadline in
            switch deadline.kind {
            case .milestone, .intakeInterview, .visitation: deadline.due != nil
            default: false
            }
        }
        .sorted { ($0.due?.number ?? 0, $0.kind.word) < ($1.due?.number ?? 0, $1.kind.word) }
}
