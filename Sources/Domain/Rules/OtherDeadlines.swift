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
        Deadline(
            what: "pregnancy-contract-end", due: due, state: .ofEnd(due: due, asOf: facts.asOf),
            binding: .law,
            because: [
                Reason(
                    "Kontrakten blev indgået \(entry.on.danishText). Den løber til fødslen, der "
                        + "ventes \(due.danishText).",
                    source: LawSource.pregnancyContract(on: entry.on),
                    facts: [entry.index, pregnancy.index])
            ])
    }

    private func terminated(_ contract: Deadline, by entry: CaseFacts.Entry) -> Deadline {
        Deadline(
            what: contract.what, due: contract.due, state: .cancelled, binding: .law,
            because: contract.because + [
                Reason(
                    "Den blev opsagt \(entry.on.danishText).",
                    source: LawSource.pregnancyContract(on: entry.on), facts: [entry.index])
            ])
    }

    private func detentions() -> [Deadline] {
        facts.all(\.detentionUntil).map { entry, due in
            Deadline(
                what: "detention-end", due: due, state: .ofEnd(due: due, asOf: facts.asOf),
                binding: .law,
                because: [
                    Reason(
                        "Tilbageholdelsen begyndte \(entry.on.danishText) og slutter "
                            + "\(due.danishText). Den må højst vare \(Detention.daysMax) dage.",
                        source: LawSource.detention(on: entry.on), facts: [entry.index])
                ])
        }
    }
}

/// The region's own fourteen days, counted from its receipt of the referral.
///
/// - Law: Sundhedsloven § 82 c.
struct RegionDeadline {
    let facts: CaseFacts

    func all() -> [Deadline] {
        guard facts.asOf >= GuaranteeReader.outsideDutyInForce else { return [] }
        var deadlines: [Deadline] = []
        var open: (entry: CaseFacts.Entry, receivedOn: CalendarDay?)?
        for entry in facts.entries {
            switch entry.fact {
            case .outsideDuty(_, let receivedOn):
                if let open { deadlines += deadline(open.entry, open.receivedOn, endedBy: nil) }
                open = (entry, receivedOn)
            case .outsideDutyEnded:
                // What ended before the rule was in force never was under it.
                if let open, entry.on > GuaranteeReader.outsideDutyInForce {
                    deadlines += deadline(open.entry, open.receivedOn, endedBy: entry)
                }
                open = nil
            default: break
            }
        }
        if let open { deadlines += deadline(open.entry, open.receivedOn, endedBy: nil) }
        return deadlines
    }

    private func deadline(
        _ entry: CaseFacts.Entry, _ receivedOn: CalendarDay?, endedBy end: CaseFacts.Entry?
    ) -> [Deadline] {
        guard let receivedOn else { return [] }
        let due = receivedOn.adding(days: GuaranteeClock.limitDays)
        var state = DeadlineState.ofAct(due: due, doneOn: nil, asOf: facts.asOf)
        if let end, end.on <= due { state = .cancelled }
        return [
            Deadline(
                what: "region-guarantee", due: due, state: state, binding: .law,
                because: [
                    Reason(
                        "Regionen modtog henvisningen \(receivedOn.danishText) og skal begynde "
                            + "behandlingen senest 14 dage efter, altså senest \(due.danishText).",
                        source: LawSource.regionGuarantee(on: receivedOn), facts: [entry.index]),
                    Deadline.outcome(
                        state, due: due, act: nil,
                        source: LawSource.regionGuarantee(on: receivedOn),
                        cancelledBy: state == .cancelled ? end : nil),
                ])
        ]
    }
}
