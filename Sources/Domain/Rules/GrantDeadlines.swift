/// Grants of treatment (bevilling): status, renewal, end, and the visit half-way.
struct GrantDeadlines {
    typealias Entry = CaseFacts.Entry

    private let facts: CaseFacts
    private let grants: QualityStandard.Grants
    private let applications: [Entry]
    private let reviews: [Entry]
    private let contacts: [Entry]
    private let discharges: [Entry]

    init(facts: CaseFacts, standard: QualityStandard) {
        self.facts = facts
        grants = standard.grants
        applications = facts.entries.filter { $0.fact.application != nil }
        reviews = facts.entries.filter { $0.fact == .planReviewed }
        contacts = facts.entries.filter { entry in
            guard let service = entry.fact.service, service.attended else { return false }
            return service.code == .crossSectorMeeting || service.code == .providerContact
        }
        discharges = facts.discharges.map(\.entry)
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
            "grant-status", due: grant.on.adding(months: months), after: grant, metBy: reviews,
            "Der gøres status \(Count.months(months)) efter bevillingen",
            grants.statusMonths.saying,
            .internal)
    }

    private func renewal(_ grant: Entry, _ decision: Decision) -> Deadline? {
        guard let days = grants.renewalDays.value, let until = decision.until else { return nil }
        return act(
            "grant-renewal", due: until.adding(days: -days), after: grant, metBy: applications,
            "En ny indstilling sendes senest \(Count.days(days)) før bevillingens udløb "
                + until.danishText, grants.renewalDays.saying, .internal)
    }

    private func expiry(_ grant: Entry, _ decision: Decision) -> Deadline? {
        // Only a standard that speaks of grants keeps an eye on their end.
        guard grants.statusMonths.value != nil || grants.renewalDays.value != nil,
            let until = decision.until
        else { return nil }
        return Deadline(
            what: "grant-expiry", due: until,
            state: .ofEnd(due: until, asOf: facts.asOf), binding: .internal,
            because: [
                Reason(
                    "Afgørelsen \(grant.on.danishText) bevilger \(decision.modality.danishName) til "
                        + "og med \(until.danishText).",
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
            "provider-midway", due: grant.on.adding(days: half), after: grant, metBy: contacts,
            "Der følges op hos behandlingsstedet halvvejs i den bevilgede periode, der slutter "
                + until.danishText, grants.providerMidway.saying, .standard)
    }

    private func act(
        _ what: String, due: CalendarDay, after grant: Entry, metBy acts: [Entry], _ rule: String,
        _ saying: Saying, _ binding: DeadlineBinding
    ) -> Deadline {
        let act = acts.first(after: grant)
        var state = DeadlineState.ofAct(due: due, doneOn: act?.on, asOf: facts.asOf)
        let discharge = discharges.first(after: grant)
        if act == nil, let discharge {
            let isDeath = discharge.fact == .discharge(.deceased)
            if isDeath || discharge.on <= due { state = .cancelled }
        }
        return Deadline(
            what: what, due: due, state: state, binding: binding,
            because: [
                Reason(
                    "Afgørelsen er fra \(grant.on.danishText). \(rule), altså senest "
                        + "\(due.danishText).", source: saying.source, facts: [grant.index]),
                Deadline.outcome(
                    state, due: due, act: act, source: saying.source,
                    cancelledBy: state == .cancelled ? discharge : nil),
            ])
    }
}

extension [CaseFacts.Entry] {
    /// The first of these, which stand in order, that lies after another entry.
    func first(after entry: CaseFacts.Entry) -> CaseFacts.Entry? {
        let index = partitioningIndex { $0.place > entry.place }
        return index < count ? self[index] : nil
    }
}
