/// Something staff should see.
public struct Notice: Hashable, Sendable {
    /// What kind.
    public enum Code: String, CaseIterable, Hashable, Sendable {
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
    public let code: Code
    /// Why.
    public let because: [Reason]

    /// The notice as a verdict writes it.
    public var json: JSONValue {
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
        return [
            notice(.childAtHome, childrenAtHome()),
            notice(.childDutyToNotify, dutyToNotify(duties)),
            notice(.pregnancyOfferMissing, pregnancyOffer(duties)),
            notice(.authorisationAttention, authorisation()),
            notice(.lateComplaint, lateComplaints()),
            notice(.anonymousNoMedicine, anonymousMedicine(questions)),
            notice(.cprImplausible, PlausibleCPR(person: facts.person, asOf: facts.asOf).doubts()),
            notice(.standardGap, gaps(clocks)),
            notice(.holidayDose, HolidayDose(facts: facts).reasons()),
            notice(.returnedWithinWindow, returns(clocks)),
        ].compactMap { $0 }
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
            let whose = child.relation == .own ? "borgerens eget barn" : "partnerens barn"
            let years = age < 1 ? "under 1 år" : "\(age) år"
            return Reason(
                "Der bor et barn på \(years) hjemme, \(whose).",
                source: standard.children.homeNotice.source, facts: [entry.index])
        }
    }

    private func dutyToNotify(_ duties: Duties) -> [Reason] {
        duties.concernWithoutNotification.map { entry in
            [
                Reason(
                    "Der er en bekymring for et barn fra \(entry.on.danishText), og der er ikke "
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
                    "Graviditeten er kendt fra \(entry.on.danishText). En kontrakt skal tilbydes, og "
                        + "der er intet svar.",
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
                "Klagen kom \(entry.on.danishText); fristen var \(lastDay.danishText). Den skal "
                    + "vurderes, ikke afvises.",
                source: isHealth
                    ? LawSource.healthComplaint(on: entry.on)
                    : standard.complaint.decisionWeeks.source,
                facts: [entry.index])
        }
    }

    // MARK: Anonymity

    private func anonymousMedicine(_ questions: [Question]) -> [Reason] {
        guard facts.person.anonymous else { return [] }
        let law = LawSource.anonymity(on: facts.asOf)
        let prescribed = facts.all(\.prescription).last.map { entry, prescription in
            Reason(
                "\(prescription.drug.danishName.capitalizedFirst) er ordineret "
                    + "\(entry.on.danishText), men en anonym borger får ikke medicin på centret.",
                source: law, facts: [entry.index])
        }
        let asked = questions.contains { question in
            if case .dispense = question.ask { question.on <= facts.asOf } else { false }
        }
        let askedReason =
            asked
            ? Reason(
                "Der er spurgt om udlevering, men en anonym borger får ikke medicin på centret.",
                source: law) : nil
        return [prescribed, askedReason].compactMap { $0 }
    }

    // MARK: The standard

    private func gaps(_ clocks: [GuaranteeClock]) -> [Reason] {
        guard !standard.units.isEmpty else { return [] }
        return clocks.compactMap { clock in
            guard let ages = facts.person.ages(on: clock.received),
                !ages.contains(where: { age in standard.units.contains { $0.admits(age: age) } })
            else { return nil }
            return Reason(
                "Borgeren var \(ages.lowerBound) år \(clock.received.danishText); ingen af "
                    + "standardens enheder tager imod den alder.",
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
                    "Borgeren vendte tilbage \(entry.on.danishText), inden for "
                        + "\(Count.months(value)) efter udskrivningen "
                        + "\(discharge.entry.on.danishText).",
                    source: months.source, facts: [discharge.entry.index, entry.index]))
        }
        return reasons
    }
}

/// The children in a citizen's life, each as it was last described.
struct ChildrenKnown {
    private(set) var children: [(entry: CaseFacts.Entry, child: Child)] = []

    init(_ facts: CaseFacts) {
        for entry in facts.entries {
            guard case .child(let child) = entry.fact else { continue }
            let known = children.firstIndex {
                $0.child.born == child.born && $0.child.relation == child.relation
            }
            if let known, children[known].child.home != child.home {
                children[known] = (entry, child)
            } else {
                children.append((entry, child))
            }
        }
    }
}

/// Whether a CPR number can belong to this person. A doubt is shown, nothing is refused.
struct PlausibleCPR {
    static let ageMax = 110

    let person: Person
    let asOf: CalendarDay

    func doubts() -> [Reason] {
        guard let cpr = person.cpr else { return [] }
        let source = "CPR-nummerets opbygning (CPR-kontoret)"
        var doubts: [Reason] = []
        if cpr.born.adding(years: Self.ageMax) < asOf {
            doubts.append(
                Reason("CPR-nummeret siger, at borgeren er over \(Self.ageMax) år.", source: source)
            )
        }
        if cpr.born > asOf {
            doubts.append(
                Reason(
                    "CPR-nummeret siger, at borgeren er født efter \(asOf.danishText).",
                    source: source))
        }
        if let born = person.born, born != cpr.born {
            doubts.append(
                Reason("CPR-nummeret passer ikke med fødselsdatoen.", source: source))
        }
        if let year = person.birthYear, year != cpr.born.year {
            doubts.append(Reason("CPR-nummeret passer ikke med fødselsåret.", source: source))
        }
        if let sex = person.sex, sex != cpr.sex {
            doubts.append(Reason("CPR-nummeret passer ikke med kønnet.", source: source))
        }
        return doubts
    }
}

/// Antabus on a public holiday: the interval between doses needs a person's decision.
struct HolidayDose {
    let facts: CaseFacts

    func reasons() -> [Reason] {
        let doses = facts.entries.filter { $0.fact.service?.code == .antabus }
        let onHoliday = doses.filter { facts.asOf <= $0.on.adding(days: 1) }.compactMap { dose in
            reason("Der var antabus", dose.on, [dose])
        }
        guard let last = doses.last else { return [] }
        let next = nextDose(after: last.on, weekdays: Set(doses.map(\.on.weekday)))
        guard facts.asOf <= next.adding(days: 1) else { return onHoliday }
        return onHoliday + [reason("Den næste antabus falder", next, [last])].compactMap { $0 }
    }

    /// The next day on which, by the weekdays so far, antabus is due.
    private func nextDose(after day: CalendarDay, weekdays: Set<Weekday>) -> CalendarDay {
        var next = day.adding(days: 1)
        while !weekdays.contains(next.weekday) { next = next.adding(days: 1) }
        return next
    }

    private func reason(
        _ text: String, _ day: CalendarDay, _ entries: [CaseFacts.Entry]
    ) -> Reason? {
        DanishHolidays.name(of: day).map { name in
            Reason(
                "\(text) \(day.danishText), som er \(name). Afstanden mellem doserne skal vurderes.",
                source: "helligdagskalenderen: \(name) \(day.isoText)", facts: entries.map(\.index))
        }
    }
}
