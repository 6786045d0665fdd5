/// The contract with a pregnant woman, and detention under it.
///
/// - Law: Sundhedsloven §§ 141 b–c.
struct PregnancyDeadlines {
    let facts: CaseFacts

    func all() -> [Deadline] {
        contracts() + detentions()
    }

    /// The contract runs to the birth, unless the woman ends it.
    private func contracts() -> [Deadline] {
        var dueOn: (day: CalendarDay, entry: CaseFacts.Entry)?
        var deadlines: [Deadline] = []
        var isOpen = false
        for entry in facts.entries {
            switch entry.fact {
            case .pregnancy(let day): dueOn = (day, entry)
            case .pregnancyContract(.accepted):
                guard let dueOn else { continue }
                deadlines.append(contract(entry, dueOn.day, dueOn.entry))
                isOpen = true
            case .pregnancyContract(.terminated):
                guard isOpen, let last = deadlines.popLast() else { continue }
                deadlines.append(terminated(last, by: entry))
                isOpen = false
            default: break
            }
        }
        return deadlines
    }

    private func contract(
        _ entry: CaseFacts.Entry, _ due: CalendarDay, _ pregnancy: CaseFacts.Entry
    ) -> Deadline {
        .end(
            .pregnancyContractEnd, due: due, asOf: facts.asOf, .law,
            because: [
                Reason(
                    "Kontrakten blev indgået \(entry.on.inSentence). Den løber til fødslen, der "
                        + "ventes \(due.inSentence).",
                    source: LawSource.pregnancyContract(on: entry.on),
                    facts: [entry.index, pregnancy.index])
            ])
    }

    private func terminated(_ contract: Deadline, by entry: CaseFacts.Entry) -> Deadline {
        Deadline(
            contract.kind, due: contract.due, .cancelled, .law,
            because: contract.because + [
                Reason(
                    "Den blev opsagt \(entry.on.inSentence).",
                    source: LawSource.pregnancyContract(on: entry.on), facts: [entry.index])
            ])
    }

    private func detentions() -> [Deadline] {
        facts.all(\.detentionUntil).map { entry, due in
            .end(
                .detentionEnd, due: due, asOf: facts.asOf, .law,
                because: [
                    Reason(
                        "Tilbageholdelsen begyndte \(entry.on.inSentence) og slutter "
                            + "\(due.inSentence). Den må højst vare \(Detention.daysMax) dage.",
                        source: LawSource.detention(on: entry.on), facts: [entry.index])
                ])
        }
    }
}

/// The region's own fourteen days, counted from its receipt of the referral. They are the region's
/// to keep: here they only end, also after the duty has come back.
///
/// - Law: Sundhedsloven § 82 c.
struct RegionDeadline {
    let facts: CaseFacts

    func all() -> [Deadline] {
        facts.all(\.regionReceivedOn).compactMap { entry, receivedOn in
            guard receivedOn >= GuaranteeReader.outsideDutyInForce else { return nil }
            let due = GuaranteeClock.lastDay(askedOn: receivedOn)
            return .end(
                .regionGuarantee, due: due, asOf: facts.asOf, .law,
                because: [
                    Reason(
                        "Regionen modtog henvisningen \(receivedOn.inSentence) og skal begynde "
                            + "behandlingen senest 14 dage efter, altså senest \(due.inSentence).",
                        source: LawSource.regionGuarantee(on: receivedOn), facts: [entry.index])
                ])
        }
    }
}
