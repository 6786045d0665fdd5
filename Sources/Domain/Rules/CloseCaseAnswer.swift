/// May the case be closed? Not while something is owed; a death closes every case.
struct CloseCaseAnswer {
    let facts: CaseFacts
    let standard: QualityStandard
    let on: CalendarDay

    func ruling() -> Ruling {
        if let died = facts.died {
            return .yes(
                Reason(
                    "Borgeren døde \(died.on.danishText); sagen kan altid lukkes.",
                    source: LawSource.caseNotes(on: on), facts: [died.index]))
        }
        let duties = Duties(facts)
        let owed = [
            pregnancyOffer(duties), childConcern(duties), complaint(duties), records(), review(),
        ].compactMap { $0 }
        guard owed.isEmpty else { return Ruling(allowed: false, because: owed) }
        return .yes(Reason("Der mangler intet i sagen.", source: LawSource.caseNotes(on: on)))
    }

    private func pregnancyOffer(_ duties: Duties) -> Reason? {
        duties.pregnancyWithoutOffer.map { entry in
            Reason(
                "Borgeren er gravid og har ikke svaret på tilbuddet om en kontrakt.",
                source: LawSource.pregnancyContract(on: entry.on), facts: [entry.index])
        }
    }

    private func childConcern(_ duties: Duties) -> Reason? {
        duties.concernWithoutNotification.map { entry in
            Reason(
                "Der er ikke underrettet om bekymringen for et barn fra \(entry.on.danishText).",
                source: LawSource.childNotification(on: entry.on), facts: [entry.index])
        }
    }

    private func complaint(_ duties: Duties) -> Reason? {
        duties.unansweredComplaint.map { entry in
            Reason(
                "Klagen \(entry.on.danishText) er ikke besvaret.",
                source: standard.complaint.decisionTo.source, facts: [entry.index])
        }
    }

    private func records() -> Reason? {
        RecordsDeadlines.requests(facts).first { $0.answer == nil }.map { request, _ in
            Reason(
                "Anmodningen om aktindsigt \(request.on.danishText) er ikke besvaret.",
                source: LawSource.records(on: request.on), facts: [request.index])
        }
    }

    /// A review after the last plan, or within the days the standard asks for.
    private func review() -> Reason? {
        let rule = standard.plan.closeReviewDays
        guard let days = rule.value else { return nil }
        let plan = facts.entries.last { $0.fact == .planAgreed }
        let review = facts.entries.last { $0.fact == .planReviewed }
        if let review {
            if review.on >= on.adding(days: -days) { return nil }
            if let plan, review.place > plan.place { return nil }
        }
        let dates = [
            plan.map { "Den sidste plan er fra \($0.on.danishText)." },
            review.map { "Den seneste gennemgang er fra \($0.on.danishText)." },
        ].compactMap { $0 }
        return Reason(
            ([
                "Planen er ikke gennemgået efter den sidste plan eller de seneste \(Count.days(days))."
            ]
                + dates).joined(separator: " "),
            source: rule.source, facts: [plan, review].compactMap { $0?.index })
    }
}

/// What the law makes the centre do once a fact is known.
struct Duties {
    /// A pregnancy whose contract offer has no answer yet.
    private(set) var pregnancyWithoutOffer: CaseFacts.Entry?
    /// A concern for a child that has not been notified.
    private(set) var concernWithoutNotification: CaseFacts.Entry?
    /// The oldest complaint without an answer: a new decision, or the end of the complaint's case.
    private(set) var unansweredComplaint: CaseFacts.Entry?

    init(_ facts: CaseFacts) {
        // In order of their coming; a decision answers those about decisions.
        var aboutDecisions: ArraySlice<CaseFacts.Entry> = []
        var others: ArraySlice<CaseFacts.Entry> = []
        for entry in facts.entries {
            switch entry.fact {
            case .pregnancy where Law.mustOfferPregnancyContract(on: entry.on):
                pregnancyWithoutOffer = entry
            case .pregnancyContract: pregnancyWithoutOffer = nil
            case .childConcern: concernWithoutNotification = concernWithoutNotification ?? entry
            case .childNotified: concernWithoutNotification = nil
            case .complaint(let complaint) where complaint.about == .decision:
                aboutDecisions.append(entry)
            case .complaint: others.append(entry)
            case .decision: aboutDecisions = []
            case .pendingEnded(let kind) where kind == .complaint || kind == nil:
                let isOther = others.first.map { other in
                    aboutDecisions.first.map { other.place < $0.place } ?? true
                }
                _ = isOther == true ? others.popFirst() : aboutDecisions.popFirst()
            default: break
            }
        }
        unansweredComplaint = [aboutDecisions.first, others.first].compactMap { $0 }
            .min { $0.place < $1.place }
    }
}
