/// The review of the treatment plan: one entry for each interval, from the plan or a review.
struct PlanDeadlines {
    typealias Entry = CaseFacts.Entry

    let facts: CaseFacts
    let standard: QualityStandard

    func all() -> [Deadline] {
        guard let months = standard.plan.reviewMaxMonths.value else { return silent() }
        var deadlines: [Deadline] = []
        var base: Entry?
        for entry in facts.entries {
            switch entry.fact {
            case .planAgreed:
                if let base { deadlines.append(deadline(from: base, months, replacedBy: entry)) }
                base = entry
            case .planReviewed:
                // A review of no plan answers to nothing.
                guard let reviewed = base else { continue }
                deadlines.append(deadline(from: reviewed, months, review: entry))
                base = entry
            case .discharge(let reason):
                // After a death there is nothing to remember.
                if let base, reason != .deceased {
                    deadlines.append(deadline(from: base, months, replacedBy: entry))
                }
                base = nil
            default: break
            }
        }
        if let base { deadlines.append(deadline(from: base, months)) }
        return deadlines
    }

    private func silent() -> [Deadline] {
        guard facts.died == nil, let plan = facts.entries.last(where: { $0.fact == .planAgreed })
        else { return [] }
        return [
            .notSet(
                "plan-review", "Hvor ofte behandlingsplanen skal revideres,",
                standard.plan.reviewMaxMonths.saying, after: plan)
        ]
    }

    private func deadline(
        from base: Entry, _ months: Int, review: Entry? = nil, replacedBy ending: Entry? = nil
    ) -> Deadline {
        let due = base.on.adding(months: months)
        let state =
            ending != nil
            ? .cancelled : DeadlineState.ofAct(due: due, doneOn: review?.on, asOf: facts.asOf)
        let what =
            base.fact == .planAgreed ? "Behandlingsplanen blev lagt" : "Planen blev revideret"
        let source = standard.plan.reviewMaxMonths.source
        return Deadline(
            what: "plan-review", due: due, state: state, binding: .standard,
            because: [
                Reason(
                    "\(what) \(base.on.danishText). Den skal revideres mindst hver "
                        + "\(months). måned, altså senest \(due.danishText).",
                    source: source, facts: [base.index]),
                Deadline.outcome(
                    state, due: due, act: review, source: source, cancelledBy: ending),
            ])
    }
}
