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
        let owed = [pregnancyOffer(), childConcern(), complaint(), records(), review()]
            .compactMap { $0 }
        guard owed.isEmpty else { return Ruling(allowed: false, because: owed) }
        return .yes(Reason("Der mangler intet i sagen.", source: LawSource.caseNotes(on: on)))
    }

    private func pregnancyOffer() -> Reason? {
        Duties(facts).pregnancyWithoutOffer.map { entry in
            Reason(
                "Borgeren er gravid og har ikke svaret på tilbuddet om en kontrakt.",
                source: LawSource.pregnancyContract(on: entry.on), facts: [entry.index])
        }
    }

    private func childConcern() -> Reason? {
        Duties(facts).concernWithoutNotification.map { entry in
            Reason(
                "Der er ikke underrettet om bekymringen for et barn fra \(entry.on.danishText).",
                source: LawSource.childNotification(on: entry.on), facts: [entry.index])
        }
    }

    private func complaint() -> Reason? {
        Duties(facts).unansweredComplaint.map { entry in
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
        return Reason(
            "Planen er ikke gennemgået efter den sidste plan eller de seneste \(Count.days(days)).",
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
        var complaints: [(entry: CaseFacts.Entry, about: ComplaintSubject)] = []
        for entry in facts.entries {
            switch entry.fact {
            case .pregnancy where Law.mustOfferPregnancyContract(on: entry.on):
                pregnancyWithoutOffer = entry
            case .pregnancyContract: pregnancyWithoutOffer = nil
            case .childConcern: concernWithoutNotification = concernWithoutNotification ?? entry
            case .childNotified: concernWithoutNotification = nil
            case .complaint(let complaint): complaints.append((entry, complaint.about))
            case .decision: complaints.removeAll { $0.about == .decision }
            case .pendingEnded(let kind) where kind == .complaint || kind == nil:
                if !complaints.isEmpty { complaints.removeFirst() }
            default: break
            }
        }
        unansweredComplaint = complaints.first?.entry
    }
}
