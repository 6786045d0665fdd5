/// The clocks of a case on a day, oldest first. Cheap: one pass over the facts.
///
/// - Law: Sundhedsloven § 141, stk. 1 and 2.
public func guaranteeClocks(
    of history: CaseHistory, under standard: QualityStandard, on day: CalendarDay
) -> [GuaranteeClock] {
    GuaranteeRule(standard: standard).clocks(CaseFacts(history, asOf: day))
}

/// Judges every clock of a case.
struct GuaranteeRule {
    private let standard: QualityStandard
    private let limitDays: Int

    init(standard: QualityStandard) {
        self.standard = standard
        limitDays = standard.guaranteeDays
    }

    func clocks(_ facts: CaseFacts) -> [GuaranteeClock] {
        courses(facts).map { clock($0, asOf: facts.asOf) }
    }

    func courses(_ facts: CaseFacts) -> [GuaranteeCourse] {
        GuaranteeReader.courses(facts, limitDays: limitDays)
    }

    func clock(_ course: GuaranteeCourse, asOf: CalendarDay) -> GuaranteeClock {
        let status = status(of: course, asOf: asOf)
        let received = course.enquiry.on
        // A start belongs to the verdict only where it is part of the outcome.
        let start = status == .withdrawn || status == .notCovered ? nil : course.start
        let daysLate: Int? =
            switch status {
            case .met: 0
            case .late: start.map { course.lastDay.days(until: $0.entry.on) }
            case .overdue: course.lastDay.days(until: course.ending?.on ?? asOf)
            default: nil
            }
        return GuaranteeClock(
            received: received, lastDay: course.lastDay, status: status,
            startedOn: start?.entry.on, daysWaited: start.map { received.days(until: $0.entry.on) },
            daysLate: daysLate,
            daysLeft: status == .running ? asOf.days(until: course.lastDay) : nil,
            stoppedBy: start?.service.code,
            because: because(course, status, daysLate: daysLate, asOf: asOf),
            closedOn: course.ending?.on, courseEndedOn: course.discharge?.on,
            enquiry: course.enquiry.index)
    }

    /// The first that is true, in this order.
    private func status(of course: GuaranteeCourse, asOf: CalendarDay) -> GuaranteeStatus {
        if let ending = course.ending, ending.on <= course.lastDay {
            switch ending.kind {
            case .withdrawal: return .withdrawn
            case .discharge(.deceased), .outsideDuty: return .notCovered
            case .discharge: return .withdrawn
            }
        }
        if let start = course.start, start.entry.on <= course.lastDay { return .met }
        if course.start == nil, course.ending == nil, asOf <= course.lastDay { return .running }
        if course.ownChoice != nil { return .ownChoice }
        if course.noShow != nil { return .offeredNoShow }
        return course.start == nil ? .overdue : .late
    }

    // MARK: Why

    private func because(
        _ course: GuaranteeCourse, _ status: GuaranteeStatus, daysLate: Int?, asOf: CalendarDay
    ) -> [Reason] {
        var reasons = [enquiryReason(course), lastDayReason(course)]
        reasons += narrowerWords()
        switch status {
        case .running:
            let left = asOf.days(until: course.lastDay)
            reasons.append(
                reason(
                    "Behandlingen er ikke begyndt \(asOf.danishText). "
                        + (left == 0
                            ? "Det er sidste dag." : "Der er \(Count.days(left)) tilbage."),
                    course, []))
        case .met, .late:
            if let start = course.start { reasons.append(startReason(start, course)) }
        case .overdue:
            reasons.append(overdueReason(course, daysLate: daysLate ?? 0, asOf: asOf))
        case .ownChoice:
            if let choice = course.ownChoice { reasons += ownChoiceReasons(choice, course) }
        case .offeredNoShow:
            if let noShow = course.noShow { reasons += noShowReasons(noShow, course) }
        case .withdrawn, .notCovered:
            if let ending = course.ending { reasons.append(endingReason(ending, course)) }
        }
        return reasons
    }

    private func enquiryReason(_ course: GuaranteeCourse) -> Reason {
        let day = course.enquiry.on.danishText
        let text =
            switch course.enquiry.fact {
            case .treatmentWish: "Borgeren sagde \(day), at hun eller han nu ønsker behandling."
            case .enquiry(let enquiry) where enquiry.by == .professional:
                "En fagperson gav \(day) borgerens eget ønske om behandling videre."
            default: "Borgeren henvendte sig \(day) med ønske om at komme i behandling."
            }
        return reason("\(text) Den dag er dag 0.", course, [course.enquiry])
    }

    private func lastDayReason(_ course: GuaranteeCourse) -> Reason {
        let lastDay = "\(course.lastDay.weekday.danishName) \(course.lastDay.danishText)"
        guard limitDays < GuaranteeClock.limitDays else {
            return reason(
                "Behandlingen skal være begyndt senest 14 dage efter, altså senest \(lastDay). "
                    + "Weekend og helligdage flytter ikke dagen.", course, [])
        }
        return Reason(
            "Kvalitetsstandarden lover, at behandlingen begynder senest \(Count.days(limitDays)) "
                + "efter, altså senest \(lastDay). Loven giver 14 dage.",
            source: standard.guarantee.days.source)
    }

    /// A standard that promises less than the law is quoted, but moves no clock.
    private func narrowerWords() -> [Reason] {
        var reasons: [Reason] = []
        let guarantee = standard.guarantee
        if let days = guarantee.days.value, days > GuaranteeClock.limitDays {
            reasons.append(
                Reason(
                    "Kvalitetsstandarden skriver \(days) dage. Loven giver 14, og uret følger loven.",
                    source: guarantee.days.source))
        }
        if guarantee.stopEvent.value == .offered {
            reasons.append(
                Reason(
                    "Kvalitetsstandarden lover kun et tilbud inden fristen. Loven kræver, at "
                        + "behandlingen er iværksat, og uret følger loven.",
                    source: guarantee.stopEvent.source))
        }
        if guarantee.scope.value == .ownOutpatient {
            reasons.append(
                Reason(
                    "Kvalitetsstandardens garanti gælder kun ambulant behandling i eget tilbud. "
                        + "Loven gælder al alkoholbehandling, og uret følger loven.",
                    source: guarantee.scope.source))
        }
        return reasons
    }

    private func startReason(
        _ start: (entry: CaseFacts.Entry, service: Service), _ course: GuaranteeCourse
    ) -> Reason {
        let waited = course.enquiry.on.days(until: start.entry.on)
        let late = course.lastDay.days(until: start.entry.on)
        let outcome =
            late > 0 ? "Det er \(Count.days(late)) for sent." : "Det er inden for fristen."
        return reason(
            "Behandlingen begyndte \(start.entry.on.danishText) med \(start.service.code.danishName)"
                + ", på dag \(waited). \(outcome)", course, [start.entry])
    }

    private func overdueReason(
        _ course: GuaranteeCourse, daysLate: Int, asOf: CalendarDay
    ) -> Reason {
        guard let ending = course.ending else {
            return reason(
                "Behandlingen er ikke begyndt \(asOf.danishText), \(Count.days(daysLate)) efter "
                    + "den sidste dag.", course, [])
        }
        let what: String
        if case .withdrawal = ending.kind {
            what = "Borgeren frafaldt først"
        } else {
            what = "Forløbet blev først afsluttet"
        }
        return reason(
            "\(what) \(ending.on.danishText), \(Count.days(daysLate)) efter den sidste dag. "
                + "Da var fristen allerede overskredet.", course, [ending.entry])
    }

    private func ownChoiceReasons(
        _ choice: GuaranteeCourse.AnsweredOffer, _ course: GuaranteeCourse
    ) -> [Reason] {
        [
            offerReason(choice, course),
            reason(
                "Borgeren sagde nej til tilbuddet \(choice.answer.on.danishText) efter eget valg. "
                    + "Det er hverken overholdt eller overskredet; det står for sig.", course,
                [choice.answer]),
        ] + laterStart(course)
    }

    private func noShowReasons(
        _ noShow: GuaranteeCourse.AnsweredOffer, _ course: GuaranteeCourse
    ) -> [Reason] {
        [
            offerReason(noShow, course),
            reason(
                "Borgeren mødte ikke \(noShow.answer.on.danishText). Det er hverken overholdt "
                    + "eller overskredet; det står for sig.", course, [noShow.answer]),
        ] + laterStart(course)
    }

    private func offerReason(
        _ answered: GuaranteeCourse.AnsweredOffer, _ course: GuaranteeCourse
    ) -> Reason {
        reason(
            "Der blev \(answered.offer.on.danishText) tilbudt en første tid "
                + "\(answered.startsOn.danishText), inden for fristen.", course, [answered.offer])
    }

    private func laterStart(_ course: GuaranteeCourse) -> [Reason] {
        guard let start = course.start else { return [] }
        return [
            reason(
                "Behandlingen begyndte \(start.entry.on.danishText) med "
                    + "\(start.service.code.danishName).", course, [start.entry])
        ]
    }

    private func endingReason(
        _ ending: (entry: CaseFacts.Entry, on: CalendarDay, kind: GuaranteeCourse.Ending),
        _ course: GuaranteeCourse
    ) -> Reason {
        let day = ending.on.danishText
        switch ending.kind {
        case .withdrawal:
            return reason(
                "Borgeren frafaldt sit ønske \(day), før behandlingen begyndte og inden fristen.",
                course, [ending.entry])
        case .discharge(.deceased):
            return reason("Borgeren døde \(day), før fristen udløb.", course, [ending.entry])
        case .discharge:
            return reason(
                "Forløbet blev afsluttet \(day), før behandlingen begyndte og inden fristen.",
                course, [ending.entry])
        case .outsideDuty(let reason):
            let why =
                reason == .admitted
                ? "Borgeren er indlagt på sygehus"
                : "Borgeren er visiteret til regionens integrerede behandling"
            return Reason(
                "\(why); fra \(day) er behandlingen ikke kommunens pligt.",
                source: LawSource.outsideDuty(on: ending.on), facts: [ending.entry.index])
        }
    }

    private func reason(
        _ text: String, _ course: GuaranteeCourse, _ entries: [CaseFacts.Entry]
    ) -> Reason {
        Reason(
            text, source: LawSource.guarantee(on: course.enquiry.on), facts: entries.map(\.index))
    }
}
