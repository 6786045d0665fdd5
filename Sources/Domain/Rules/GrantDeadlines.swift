/// Grants of treatment (bevilling): status, renewal, end, and the visit half-way.
struct GrantDeadlines {
    typealias Entry = CaseFacts.Entry

    private let facts: CaseFacts
    private let grants: QualityStandard.Grants
    private let applications: [Entry]
    private let reviews: [Entry]
    private let contacts: [Entry]
    private let endings: [CourseEnding]

    init(facts: CaseFacts, standard: QualityStandard, endings: [CourseEnding]) {
        self.facts = facts
        grants = standard.grants
        self.endings = endings
        applications = facts.entries.filter { $0.fact.application != nil }
        reviews = facts.entries.filter { $0.fact == .planReviewed }
        contacts = facts.entries.filter { entry in
            guard let service = entry.fact.service, service.attended else { return false }
            return service.code == .crossSectorMeeting || service.code == .providerContact
        }
    }

    func all() -> [Deadline] {
        facts.all(\.decision).filter { $0.found.outcome == .granted }.flatMap { entry, decision in
            [
                status(entry), renewal(entry, decision), expiry(entry, decision),
                midway(entry, decision),
            ].compactMap { $0 }
        }
    }

    private func status(_ grant: Entry) -> Deadline? {
        guard let months = grants.statusMonths.value else { return nil }
        return act(
            .grantStatus, due: grant.on.adding(months: months), after: grant, metBy: reviews,
            "Der gøres status \(Count.months(months)) efter bevillingen",
            grants.statusMonths.saying, .internal)
    }

    private func renewal(_ grant: Entry, _ decision: Decision) -> Deadline? {
        guard let days = grants.renewalDays.value, let until = decision.until else { return nil }
        return act(
            .grantRenewal, due: until.adding(days: -days), after: grant, metBy: applications,
            "Bevillingen udløber \(until.inSentence). En ny indstilling sendes senest "
                + "\(Count.days(days)) før", grants.renewalDays.saying, .internal)
    }

    private func expiry(_ grant: Entry, _ decision: Decision) -> Deadline? {
        // Only a standard that speaks of grants keeps an eye on their end.
        guard grants.statusMonths.value != nil || grants.renewalDays.value != nil,
            let until = decision.until
        else { return nil }
        return .end(
            .grantExpiry, due: until, asOf: facts.asOf, .internal,
            because: [
                Reason(
                    "Afgørelsen fra \(grant.on.inSentence) bevilger \(decision.modality.danishName) "
                        + "til og med \(until.inSentence).",
                    source: grants.renewalDays.value != nil
                        ? grants.renewalDays.source : grants.statusMonths.source,
                    facts: [grant.index])
            ])
    }

    private func midway(_ grant: Entry, _ decision: Decision) -> Deadline? {
        guard grants.providerMidway.value?.contains(decision.modality) == true,
            let until = decision.until, until >= grant.on
        else { return nil }
        let half = grant.on.days(until: until) / 2
        return act(
            .providerMidway, due: grant.on.adding(days: half), after: grant, metBy: contacts,
            "Bevillingen løber til \(until.inSentence). Halvvejs gøres der status med "
                + "behandlingsstedet", grants.providerMidway.saying, .standard)
    }

    private func act(
        _ kind: Deadline.Kind, due: CalendarDay, after grant: Entry, metBy acts: [Entry],
        _ rule: String, _ saying: Saying, _ binding: DeadlineBinding
    ) -> Deadline {
        let ending = endings.first(after: grant)
        // What comes after the end answers nothing any more.
        let act = acts.first(after: grant).flatMap { act in
            ending.map { act.place < $0.entry.place } ?? true ? act : nil
        }
        return DueAct(due: due, act: act, ending: ending, asOf: facts.asOf).deadline(
            kind, binding,
            [
                Reason(
                    "Afgørelsen er fra \(grant.on.inSentence). \(rule), altså senest "
                        + "\(due.inSentence).", source: saying.source, facts: [grant.index])
            ], source: saying.source)
    }
}

extension [CaseFacts.Entry] {
    /// The first of these, which stand in order, that lies after another entry.
    func first(after entry: CaseFacts.Entry) -> CaseFacts.Entry? {
        let index = partitioningIndex { $0.place > entry.place }
        return index < count ? self[index] : nil
    }
}

extension [CourseEnding] {
    /// The first of these, which stand in order, that lies after an entry.
    fileprivate func first(after entry: CaseFacts.Entry) -> CourseEnding? {
        let index = partitioningIndex { $0.entry.place > entry.place }
        return index < count ? self[index] : nil
    }
}
