/// Why a clock stands as it does, a sentence for each step.
extension GuaranteeRule {
    func because(
        _ course: GuaranteeCourse, _ status: GuaranteeStatus, daysLate: Int?, asOf: CalendarDay
    ) -> [Reason] {
        let steps: [Reason] =
            switch status {
            case .running: [running(course, asOf: asOf)]
            case .met, .late: [start(course)].compactMap { $0 }
            case .overdue: [overdue(course, daysLate: daysLate ?? 0, asOf: asOf)]
            case .ownChoice: ownChoice(course)
            case .offeredNoShow: noShow(course)
            case .withdrawn, .notCovered: ended(course)
            }
        return [enquiry(course), lastDay(course)] + narrowerWords() + steps
    }

    // MARK: The fourteen days

    private func enquiry(_ course: GuaranteeCourse) -> Reason {
        byLaw("\(course.wishInWords). Den dag er dag 0.", course, [course.enquiry])
    }

    private func lastDay(_ course: GuaranteeCourse) -> Reason {
        byLaw(
            "Behandlingen skal være begyndt senest 14 dage efter, altså senest "
                + "\(course.lastDay.weekday.danishName) \(course.lastDay.inSentence). "
                + "Weekend og helligdage flytter ikke dagen.", course, [])
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
                        + "behandlingen er begyndt, og uret følger loven.",
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

    private func running(_ course: GuaranteeCourse, asOf: CalendarDay) -> Reason {
        let left = asOf.days(until: course.lastDay)
        let time = left == 0 ? "Det er sidste dag." : "Der er \(Count.days(left)) tilbage."
        return byLaw("Behandlingen er ikke begyndt \(asOf.inSentence). \(time)", course, [])
    }

    private func start(_ course: GuaranteeCourse) -> Reason? {
        course.start.map { start in
            let late = course.lastDay.days(until: start.entry.on)
            let outcome =
                late > 0 ? "Det er \(Count.days(late)) for sent." : "Det er inden for fristen."
            return byLaw(
                "Behandlingen begyndte \(start.entry.on.inSentence) med "
                    + "\(start.service.code.danishPhrase), på dag "
                    + "\(course.enquiry.on.days(until: start.entry.on)). \(outcome)",
                course, [start.entry])
        }
    }

    private func overdue(_ course: GuaranteeCourse, daysLate: Int, asOf: CalendarDay) -> Reason {
        guard let ending = course.ending else {
            return byLaw(
                "Behandlingen er ikke begyndt \(asOf.inSentence), \(Count.days(daysLate)) efter den "
                    + "sidste dag.", course, [])
        }
        return byLaw(
            "Behandlingen var ikke begyndt, da \(ending.inWords), \(Count.days(daysLate)) efter den "
                + "sidste dag.", course, [ending.entry])
    }

    // MARK: Outcomes beside kept and not kept

    private func ownChoice(_ course: GuaranteeCourse) -> [Reason] {
        guard let choice = course.ownChoice else { return [] }
        return [
            offer(choice),
            Reason(
                "Borgeren sagde nej til tilbuddet \(choice.answer.on.inSentence) efter eget valg. "
                    + "Det er hverken overholdt eller overskredet; det opgøres særskilt.",
                source: HouseSource.standsForItself, facts: [choice.answer.index]),
        ] + laterStart(course)
    }

    private func noShow(_ course: GuaranteeCourse) -> [Reason] {
        guard let noShow = course.noShow else { return [] }
        return [
            offer(noShow),
            Reason(
                "Borgeren kom ikke \(noShow.answer.on.inSentence). Det er hverken overholdt eller "
                    + "overskredet; det opgøres særskilt.",
                source: HouseSource.standsForItself, facts: [noShow.answer.index]),
        ] + laterStart(course)
    }

    private func offer(_ answered: GuaranteeCourse.AnsweredOffer) -> Reason {
        Reason(
            "Borgeren fik \(answered.offer.on.inSentence) tilbudt en første tid "
                + "\(answered.startsOn.inSentence), inden for fristen.",
            source: HouseSource.standsForItself, facts: [answered.offer.index])
    }

    private func laterStart(_ course: GuaranteeCourse) -> [Reason] {
        guard let start = course.start else { return [] }
        return [
            Reason(
                "Behandlingen begyndte \(start.entry.on.inSentence) med "
                    + "\(start.service.code.danishPhrase).",
                source: HouseSource.standsForItself, facts: [start.entry.index])
        ]
    }

    private func ended(_ course: GuaranteeCourse) -> [Reason] {
        var reasons: [Reason] = []
        if let ending = course.ending {
            if case .outsideDuty(let reason) = ending.kind {
                reasons.append(outsideDuty(reason, ending, course))
            } else {
                reasons.append(
                    Reason(
                        "\(ending.inWords.capitalizedFirst), før behandlingen begyndte og inden "
                            + "fristen.",
                        source: HouseSource.endedInTime, facts: [ending.entry.index]))
            }
        }
        if let withdrawal = course.withdrawal {
            reasons.append(
                Reason(
                    "Borgeren frafaldt sit ønske \(withdrawal.on.inSentence), inden fristen.",
                    source: HouseSource.endedInTime, facts: [withdrawal.index]))
        }
        return reasons
    }

    private func outsideDuty(
        _ reason: OutsideDutyReason, _ ending: CourseEnding, _ course: GuaranteeCourse
    ) -> Reason {
        let began = ending.entry.on.inSentence
        let lasts =
            reason == .admitted
            ? "Borgeren har været indlagt på sygehus siden \(began)"
            : "Borgeren har været visiteret til regionens integrerede behandling siden \(began)"
        let begins =
            reason == .admitted
            ? "Borgeren blev indlagt på sygehus \(began)"
            : "Borgeren blev visiteret til regionens integrerede behandling \(began)"
        let text =
            if ending.entry.on == ending.on {
                "\(begins). Fra den dag er behandlingen ikke kommunens pligt."
            } else if ending.on == course.enquiry.on {
                "\(lasts). Derfor var behandlingen ikke kommunens pligt, da uret ville være "
                    + "begyndt \(ending.on.inSentence)."
            } else {
                "\(lasts). Fra \(ending.on.inSentence) siger loven, at behandlingen så ikke er "
                    + "kommunens pligt."
            }
        return Reason(
            text, source: LawSource.outsideDuty(on: ending.on), facts: [ending.entry.index])
    }

    private func byLaw(
        _ text: String, _ course: GuaranteeCourse, _ entries: [CaseFacts.Entry]
    ) -> Reason {
        Reason(
            text, source: LawSource.guarantee(on: course.enquiry.on), facts: entries.map(\.index))
    }
}

extension GuaranteeCourse {
    /// How the wish came, without a full stop.
    var wishInWords: String {
        let day = enquiry.on.inSentence
        return switch enquiry.fact {
        case .treatmentWish: "Borgeren sagde \(day), at hun eller han nu ønsker behandling"
        case .enquiry(let enquiry) where enquiry.by == .professional:
            "En fagperson gav \(day) borgerens eget ønske om behandling videre"
        default: "Borgeren henvendte sig \(day) med ønske om at komme i behandling"
        }
    }
}

extension CourseEnding {
    /// What happened, as the end of a sentence that says `da …`.
    var inWords: String {
        switch kind {
        case .withdrawal: "borgeren frafaldt sit ønske \(on.inSentence)"
        case .discharge(.deceased): "borgeren døde \(on.inSentence)"
        case .discharge: "forløbet blev afsluttet \(on.inSentence)"
        case .outsideDuty: "behandlingen fra \(on.inSentence) ikke er kommunens pligt"
        }
    }
}
