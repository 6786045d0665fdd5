/// May the case be closed? Not while something is owed; a death closes every case.
struct CloseCaseAnswer {
    let facts: CaseFacts
    let standard: QualityStandard
    let on: CalendarDay

    func ruling() -> Ruling {
        if let died = facts.died {
            return .yes(
                Reason(
                    "Borgeren døde \(died.on.inSentence). Sagen kan lukkes.",
                    source: HouseSource.closing, facts: [died.index]))
        }
        let duties = Duties(facts)
        let owed = [
            pregnancyOffer(duties), childConcern(duties), complaint(duties), records(), review(),
        ].compactMap { $0 }
        guard owed.isEmpty else { return Ruling(allowed: false, because: owed) }
        return .yes(
            Reason(
                "Ingen kontrakt, underretning, klage eller aktindsigt venter på svar.",
                source: HouseSource.closing))
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
                "Der er ikke underrettet om bekymringen for et barn fra \(entry.on.inSentence).",
                source: LawSource.childNotification(on: entry.on), facts: [entry.index])
        }
    }

    private func complaint(_ duties: Duties) -> Reason? {
        duties.unansweredComplaint.map { entry in
            let isHealth = entry.fact.complaint?.about == .health
            return Reason(
                "Klagen fra \(entry.on.inSentence) er ikke besvaret.",
                source: isHealth
                    ? LawSource.healthComplaint(on: entry.on) : LawSource.goodAdministration,
                facts: [entry.index])
        }
    }

    private func records() -> Reason? {
        RecordsDeadlines.requests(facts).first { $0.answer == nil }.map { request, _ in
            Reason(
                "Anmodningen om aktindsigt fra \(request.on.inSentence) er ikke besvaret.",
                source: LawSource.records(on: request.on), facts: [request.index])
        }
    }

    /// A review after the last plan, or within the days the standard asks for; without a plan there
    /// is nothing to review.
    private func review() -> Reason? {
        let rule = standard.plan.closeReviewDays
        guard let days = rule.value,
            let plan = facts.entries.last(where: { $0.fact == .planAgreed })
        else { return nil }
        let review = facts.entries.last { $0.fact == .planReviewed }
        if let review, review.place > plan.place || review.on >= on.adding(days: -days) {
            return nil
        }
        let latest =
            review.map { "Den seneste gennemgang er fra \($0.on.inSentence)." }
            ?? "Den er aldrig gennemgået."
        return Reason(
            "Planen fra \(plan.on.inSentence) skal gennemgås, før forløbet afsluttes. \(latest)",
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

    /// A pregnancy is over so many days after the day the birth was expected.
    static let daysAfterDueDay = 42

    init(_ facts: CaseFacts) {
        // In order of their coming; a decision answers those about decisions.
        var aboutDecisions: ArraySlice<CaseFacts.Entry> = []
        var others: ArraySlice<CaseFacts.Entry> = []
        for entry in facts.entries {
            switch entry.fact {
            case .pregnancy(let dueOn):
                let isOver = facts.asOf > dueOn.adding(days: Self.daysAfterDueDay)
                let mustOffer = Law.mustOfferPregnancyContract(on: entry.on)
                pregnancyWithoutOffer = mustOffer && !isOver ? entry : nil
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
