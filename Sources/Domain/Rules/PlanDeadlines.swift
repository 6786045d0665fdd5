/// The review of the treatment plan: one entry for each interval, from the plan or a review.
struct PlanDeadlines {
    typealias Entry = CaseFacts.Entry

    let facts: CaseFacts
    let standard: QualityStandard
    /// What ended courses and wishes, in order.
    let endings: [CourseEnding]

    func all() -> [Deadline] {
        guard let months = standard.plan.reviewMaxMonths.value else { return silent() }
        var deadlines: [Deadline] = []
        var base: Entry?
        var endings = endings[...]
        for entry in facts.entries {
            if let ending = endings.first, ending.entry.place == entry.place {
                endings.removeFirst()
                if let base { deadlines.append(deadline(from: base, months, ending: ending)) }
                base = nil
            } else if entry.fact == .planAgreed {
                if let base { deadlines.append(replaced(base, months, by: entry)) }
                base = entry
            } else if entry.fact == .planReviewed, let reviewed = base {
                // A review of no plan answers to nothing.
                deadlines.append(deadline(from: reviewed, months, review: entry))
                base = entry
            }
        }
        if let base { deadlines.append(deadline(from: base, months)) }
        return deadlines
    }

    private func silent() -> [Deadline] {
        guard let plan = facts.entries.last(where: { $0.fact == .planAgreed }) else { return [] }
        return [
            .notSet(
                .planReview, "Hvor ofte behandlingsplanen skal gennemgås,",
                standard.plan.reviewMaxMonths.saying, after: plan)
        ]
    }

    private var source: String { standard.plan.reviewMaxMonths.source }

    private func rule(_ base: Entry, _ months: Int, due: CalendarDay) -> Reason {
        let what =
            base.fact == .planAgreed ? "Behandlingsplanen blev lagt" : "Planen blev gennemgået"
        let often = months == 1 ? "hver måned" : "hver \(months). måned"
        return Reason(
            "\(what) \(base.on.inSentence). Den skal gennemgås mindst \(often), altså senest "
                + "\(due.inSentence).", source: source, facts: [base.index])
    }

    private func deadline(
        from base: Entry, _ months: Int, review: Entry? = nil, ending: CourseEnding? = nil
    ) -> Deadline {
        let due = base.on.adding(months: months)
        return DueAct(due: due, act: review, ending: ending, asOf: facts.asOf)
            .deadline(.planReview, .standard, [rule(base, months, due: due)], source: source)
    }

    /// A new plan starts anew; the interval of the old one is not waited for.
    private func replaced(_ base: Entry, _ months: Int, by plan: Entry) -> Deadline {
        let due = base.on.adding(months: months)
        return Deadline(
            .planReview, due: due, .cancelled, .standard,
            because: [
                rule(base, months, due: due),
                Reason(
                    "Fristen er bortfaldet, fordi der blev lagt en ny plan \(plan.on.inSentence).",
                    source: source, facts: [plan.index]),
            ])
    }
}
