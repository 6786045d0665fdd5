/// Something staff should see.
package struct Notice: Hashable, Sendable {
    /// What kind.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        case childAtHome = "child-at-home"
        case childDutyToNotify = "child-duty-to-notify"
        case pregnancyOfferMissing = "pregnancy-offer-missing"
        case authorisationAttention = "authorisation-attention"
        case lateComplaint = "late-complaint"
        case anonymousNoMedicine = "anonymous-no-medicine"
        case cprImplausible = "cpr-implausible"
        case standardGap = "standard-gap"
        case holidayDose = "holiday-dose"
        case returnedWithinWindow = "returned-within-window"
    }

    /// What kind.
    package let code: Code
    /// Why.
    package let because: [Reason]

    /// The notice as a verdict writes it.
    package var json: JSONValue {
        ["code": .string(code.rawValue), "because": because.json]
    }
}

/// Finds every notice of a case on a day.
struct NoticeRule {
    typealias Entry = CaseFacts.Entry

    let facts: CaseFacts
    let standard: QualityStandard

    func notices(_ clocks: [GuaranteeClock], _ questions: [Question]) -> [Notice] {
        let duties = Duties(facts)
        // After a death nothing is reminded of. What is noted of the past stands.
        let reminders =
            facts.died != nil
            ? []
            : [
                notice(.childAtHome, childrenAtHome()),
                notice(.childDutyToNotify, dutyToNotify(duties)),
                notice(.pregnancyOfferMissing, pregnancyOffer(duties)),
                notice(.authorisationAttention, authorisation()),
                notice(.anonymousNoMedicine, anonymousMedicine(questions)),
                notice(.holidayDose, HolidayDose(facts: facts).reasons()),
            ]
        let noted = [
            notice(.lateComplaint, lateComplaints()),
            notice(.cprImplausible, PlausibleCPR(person: facts.person, asOf: facts.asOf).doubts()),
            notice(.standardGap, gaps(clocks)),
            notice(.returnedWithinWindow, returns(clocks)),
        ]
        return (reminders + noted).compactMap { $0 }
    }

    private func notice(_ code: Notice.Code, _ because: [Reason]) -> Notice? {
        because.isEmpty ? nil : Notice(code: code, because: because)
    }

    // MARK: Children

    private func childrenAtHome() -> [Reason] {
        guard standard.children.homeNotice.value == true else { return [] }
        return ChildrenKnown(facts).children.compactMap { entry, child in
            let age = CalendarDay.age(born: child.born, on: facts.asOf)
            guard child.home, age < 18 else { return nil }
            let whose = child.relation == .own ? "Borgeren" : "Borgerens partner"
            let years = age < 1 ? "under 1 år" : "\(age) år"
            let rule = standard.children.homeNotice
            return Reason(
                "\(whose) har et hjemmeboende barn på \(years).",
                source: rule.quote == nil
                    ? LawSource.childNotification(on: facts.asOf) : rule.source,
                facts: [entry.index])
        }
    }

    private func dutyToNotify(_ duties: Duties) -> [Reason] {
        duties.concernWithoutNotification.map { entry in
            [
                Reason(
                    "Der er en bekymring for et barn fra \(entry.on.inSentence), og der er ikke "
                        + "underrettet endnu.",
                    source: LawSource.childNotification(on: entry.on), facts: [entry.index])
            ]
        } ?? []
    }

    // MARK: Pregnancy, authorisation, complaint

    private func pregnancyOffer(_ duties: Duties) -> [Reason] {
        duties.pregnancyWithoutOffer.map { entry in
            [
                Reason(
                    "Graviditeten har været kendt siden \(entry.on.inSentence). Borgeren skal "
                        + "tilbydes en kontrakt og har ikke svaret endnu.",
                    source: LawSource.pregnancyContract(on: entry.on), facts: [entry.index])
            ]
        } ?? []
    }

    private func authorisation() -> [Reason] {
        let rule = standard.notifications.authorisationAttention
        guard rule.value == true, facts.person.healthAuthorisation == true else { return [] }
        return [
            Reason(
                "Borgeren har en sundhedsautorisation og skal vide, at der er skærpet opmærksomhed.",
                source: rule.source)
        ]
    }

    private func lateComplaints() -> [Reason] {
        ComplaintDeadlines(facts: facts, standard: standard).late().map { entry, lastDay in
            let isHealth = entry.fact.complaint?.about == .health
            return Reason(
                "Klagen kom \(entry.on.inSentence). Fristen var \(lastDay.inSentence). Klagen skal "
                    + "vurderes og ikke bare afvises.",
                source: isHealth
                    ? LawSource.healthComplaint(on: entry.on)
                    : standard.complaint.decisionWeeks.source,
                facts: [entry.index])
        }
    }

    // MARK: Anonymity

    private func anonymousMedicine(_ questions: [Question]) -> [Reason] {
        guard facts.person.anonymous else { return [] }
        let prescribed = facts.all(\.prescription).last.map { entry, prescription in
            Reason(
                "\(prescription.drug.danishName.capitalizedFirst) blev ordineret "
                    + "\(entry.on.inSentence).",
                source: MedicineAnswers.prescription, facts: [entry.index])
        }
        let isAsked = questions.contains { $0.ask.kind == .dispense && $0.on <= facts.asOf }
        guard prescribed != nil || isAsked else { return [] }
        return [prescribed].compactMap { $0 } + AnonymousMedicine.refusal(on: facts.asOf)
    }

    // MARK: The standard

    private func gaps(_ clocks: [GuaranteeClock]) -> [Reason] {
        guard !standard.units.isEmpty else { return [] }
        return clocks.compactMap { clock in
            guard let ages = facts.person.ages(on: clock.received),
                !ages.contains(where: { age in standard.units.contains { $0.admits(age: age) } })
            else { return nil }
            return Reason(
                "Borgeren var \(Count.ages(ages)) \(clock.received.inSentence). Ingen af standardens "
                    + "enheder tager imod den alder.",
                source: standard.units.map(\.saying.source).joined(separator: "; "),
                facts: [clock.enquiry])
        }
    }

    /// A return within the window, on the clock that it started; it stays.
    private func returns(_ clocks: [GuaranteeClock]) -> [Reason] {
        let months = standard.discharge.returnWindowMonths
        guard let value = months.value else { return [] }
        let wishes = Dictionary(uniqueKeysWithValues: clocks.map { ($0.enquiry, $0) })
        var reasons: [Reason] = []
        var latest: (entry: Entry, reason: DischargeReason)?
        for entry in facts.entries {
            if let reason = entry.fact.dischargeReason { latest = (entry, reason) }
            guard wishes[entry.index] != nil, let discharge = latest,
                discharge.reason != .deceased,
                entry.on <= discharge.entry.on.adding(months: value)
            else { continue }
            reasons.append(
                Reason(
                    "Borgeren vendte tilbage \(entry.on.inSentence), inden for "
                        + "\(Count.months(value)) efter udskrivningen "
                        + "\(discharge.entry.on.inSentence).",
                    source: months.source, facts: [discharge.entry.index, entry.index]))
        }
        return reasons
    }
}

/// The children in a citizen's life, each as it was last described.
struct ChildrenKnown {
    private(set) var children: [(entry: CaseFacts.Entry, child: Child)] = []

    init(_ facts: CaseFacts) {
        // The places in the list, by how each child was last described.
        var known: [Child: [Int]] = [:]
        for entry in facts.entries {
            guard case .child(let child) = entry.fact else { continue }
            var otherwise = child
            otherwise.home.toggle()
            // Where two are alike, they may be twins: only one that was described otherwise moved.
            if let moved = known[otherwise]?.popLast() {
                children[moved] = (entry, child)
                known[child, default: []].append(moved)
            } else {
                known[child, default: []].append(children.count)
                children.append((entry, child))
            }
        }
    }
}
