/// What follows a discharge: follow-up, and the window for a return.
struct DischargeDeadlines {
    typealias Entry = CaseFacts.Entry

    let facts: CaseFacts
    let standard: QualityStandard

    func all() -> [Deadline] {
        followUps() + returnWindow()
    }

    // MARK: Follow-up

    private func followUps() -> [Deadline] {
        let discharges = facts.discharges
        guard let months = standard.discharge.followUpMonths.value else {
            guard let latest = discharges.last, facts.died == nil else { return [] }
            return [1, 6].map { month in
                .notSet(
                    .followUp(months: month), "Opfølgning \(Count.months(month)) efter udskrivning",
                    standard.discharge.followUpMonths.saying, after: latest.entry)
            }
        }
        let hasDied = facts.died != nil
        let reached = facts.entries.filter { $0.fact == .followUp(reached: true) }
        return discharges.enumerated().flatMap { number, discharge -> [Deadline] in
            guard isFollowedUp(discharge.found) else { return [] }
            let next = number + 1 < discharges.count ? discharges[number + 1].entry.place : Int.max
            let first = reached.partitioningIndex { $0.place > discharge.entry.place }
            let answers = reached[first...].prefix { $0.place < next }
            return months.sorted().enumerated().compactMap { position, month in
                // The n-th follow-up that reached the citizen answers the n-th deadline.
                let answer = answers.dropFirst(position).first
                if answer == nil, hasDied { return nil }
                return followUp(discharge, month, answer)
            }
        }
    }

    private func isFollowedUp(_ reason: DischargeReason) -> Bool {
        guard reason != .deceased else { return false }
        return standard.discharge.triggerReasons.value?.contains(reason) ?? true
    }

    private func followUp(
        _ discharge: (entry: Entry, found: DischargeReason), _ months: Int, _ answer: Entry?
    ) -> Deadline {
        let due = discharge.entry.on.adding(months: months)
        let source = standard.discharge.followUpMonths.source
        return DueAct(due: due, act: answer, asOf: facts.asOf).deadline(
            .followUp(months: months), .standard,
            [
                Reason(
                    "Borgeren blev udskrevet \(discharge.entry.on.inSentence). Årsagen er "
                        + "»\(discharge.found.danishName)«.",
                    source: standard.discharge.triggerReasons.source,
                    facts: [discharge.entry.index]),
                Reason(
                    "Der følges op senest \(Count.months(months)) efter, altså senest "
                        + "\(due.inSentence).", source: source),
            ], source: source)
    }

    // MARK: Return

    private func returnWindow() -> [Deadline] {
        guard let discharge = facts.discharges.last, facts.died == nil else { return [] }
        let months = standard.discharge.returnWindowMonths
        guard let value = months.value else {
            return [
                .notSet(
                    .returnWindow, "Hvor længe centret følger op på en, der vender tilbage,",
                    months.saying, after: discharge.entry)
            ]
        }
        let due = discharge.entry.on.adding(months: value)
        return [
            .end(
                .returnWindow, due: due, asOf: facts.asOf, .standard,
                because: [
                    Reason(
                        "Borgeren blev udskrevet \(discharge.entry.on.inSentence). Centret har også "
                            + "ansvaret for at følge op, hvis borgeren vender tilbage inden for "
                            + "\(Count.months(value)), altså til og med \(due.inSentence).",
                        source: months.source, facts: [discharge.entry.index])
                ])
        ]
    }
}
