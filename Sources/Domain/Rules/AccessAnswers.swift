/// Who belongs here, to which unit, and what may be had without a name.
struct AccessAnswers {
    let facts: CaseFacts
    let standard: QualityStandard
    let on: CalendarDay

    // MARK: Target group

    func targetGroup() -> Ruling {
        let target = standard.target
        let person = facts.person
        if person.relative { return relative() }
        guard target.minAge.value != nil || target.maxAge.value != nil else {
            return Ruling(
                allowed: true, value: "in",
                because: [
                    Reason(
                        "En aldersgrænse er \(Deadline.notSetWords), og loven har ingen.",
                        source: target.minAge.source)
                ] + noReasonToTurnAway())
        }
        let day =
            facts.entries.last { if case .enquiry = $0.fact { true } else { false } }?.on ?? on
        guard let ages = person.ages(on: day) else {
            return Ruling(
                allowed: true, value: "manual",
                because: [
                    Reason(
                        "Alderen er ikke kendt. En medarbejder vurderer det.",
                        source: target.minAge.source)
                ] + noReasonToTurnAway())
        }
        let (youngest, oldest) = (target.minAge.value ?? 0, target.maxAge.value ?? Int.max)
        let inside = ages.filter { youngest <= $0 && $0 <= oldest }.count
        let value = inside == ages.count ? "in" : inside == 0 ? "outside" : "manual"
        let limits = [
            target.minAge.value.map { "fra \($0) år" },
            target.maxAge.value.map { "til og med \($0) år" },
        ].compactMap { $0 }.joined(separator: " ")
        return Ruling(
            allowed: value != "outside", value: value,
            because: [
                Reason(
                    "Borgeren var \(Count.ages(ages)) \(day.inSentence). Målgruppen er \(limits).",
                    source: target.minAge.value != nil ? target.minAge.source : target.maxAge.source
                )
            ] + noReasonToTurnAway())
    }

    private func relative() -> Ruling {
        let relatives = standard.target.relatives
        let isIn = relatives.value == true
        return Ruling(
            allowed: true, value: isIn ? "in" : "manual",
            because: [
                Reason(
                    isIn
                        ? "Kvalitetsstandarden har også tilbud til pårørende."
                        : "Tilbud til pårørende er \(Deadline.notSetWords). En medarbejder vurderer det.",
                    source: relatives.source)
            ])
    }

    /// What a standard asks for, but the law does not let decide.
    private func noReasonToTurnAway() -> [Reason] {
        let target = standard.target
        var reasons: [Reason] = []
        if target.motivation.value == true {
            reasons.append(
                Reason(
                    "Kvalitetsstandarden nævner motivation, men det afviser ingen.",
                    source: target.motivation.source))
            reasons.append(
                Reason(
                    "Loven giver ret til behandling uden krav om motivation.",
                    source: LawSource.treatment(on: on)))
        }
        if target.residency.value == true {
            reasons.append(
                Reason(
                    "Kvalitetsstandarden nævner bopæl i kommunen, men det afviser ingen.",
                    source: target.residency.source))
        }
        if target.residency.value == true || livesElsewhere {
            reasons.append(
                Reason(
                    "Ambulant behandling er fri, uanset hvor man bor.",
                    source: LawSource.freeWhereverYouLive(on: on)))
        }
        return reasons
    }

    private var livesElsewhere: Bool {
        facts.person.municipality.map { $0 != standard.municipality } ?? false
    }

    // MARK: Unit

    func unit(site: String?) -> Ruling {
        guard !standard.units.isEmpty else {
            return .no(
                Reason(
                    "Inddeling i enheder er \(Deadline.notSetWords).",
                    source: "\(standard.id): ikke fastsat"),
                value: "gap")
        }
        let here = standard.units.filter { $0.isAt(site) }
        let place = site.map { " i \($0)" } ?? ""
        guard !here.isEmpty else {
            return gap("Ingen af enhederne holder til\(place).", standard.units)
        }
        guard let ages = facts.person.ages(on: on) else {
            return gap("Alderen er ikke kendt, så ingen enhed kan vælges.", here)
        }
        let today = "\(on.inSentence.capitalizedFirst) er borgeren \(Count.ages(ages))"
        let younger = here.first { $0.admits(age: ages.lowerBound) }
        let older = here.first { $0.admits(age: ages.upperBound) }
        guard younger == older else {
            // Only the birth year is known, and it matters which of the two ages it is.
            func belongs(_ unit: QualityStandard.Unit?) -> String {
                unit.map { "til \($0.name)" } ?? "ikke til nogen enhed\(place)"
            }
            return gap(
                "\(today). Som \(ages.lowerBound)-årig hører borgeren \(belongs(younger)), som "
                    + "\(ages.upperBound)-årig \(belongs(older)). Fødselsdatoen afgør det.", here)
        }
        guard let unit = younger else {
            return gap("\(today). Ingen enhed\(place) tager imod den alder.", here)
        }
        return .yes(
            Reason("\(today) og hører til \(unit.name).", source: unit.saying.source),
            value: unit.name)
    }

    private func gap(_ text: String, _ units: [QualityStandard.Unit]) -> Ruling {
        .no(
            Reason(text, source: units.map(\.saying.source).joined(separator: "; ")), value: "gap")
    }

    // MARK: Anonymity

    func anonymousCounselling() -> Ruling {
        let law = LawSource.anonymity(on: on)
        let talksMax = standard.anonymity.maxTalksUnder18
        guard let limit = talksMax.value, let ages = facts.person.ages(on: on),
            ages.upperBound < 18
        else {
            let right = Reason(
                "Rådgivning kan fås uden at sige sit navn, hvis borgeren ønsker det.", source: law)
            return Ruling(
                allowed: true, because: [right] + ownWords(standard.anonymity.counselling))
        }
        let talks = anonymousTalks()
        guard talks.count < limit else {
            let own = standard.anonymity.treatmentMinAge
            return .no(
                Reason(
                    "Borgeren er under 18 år og har haft \(Count.talks(talks.count)). Der kan højst "
                        + "være \(limit).", source: talksMax.source, facts: talks.map(\.index)),
                own.quote == nil
                    ? Reason(
                        "Nu skal forældrene inddrages.", source: LawSource.consentFrom15(on: on))
                    : Reason(
                        "Nu skal forældre og myndighedsrådgiver inddrages.", source: own.source))
        }
        let count = Reason(
            "Borgeren er under 18 år og har haft \(talks.count) af \(limit) anonyme samtaler.",
            source: talksMax.source, facts: talks.map(\.index))
        return Ruling(
            allowed: true,
            because: [count, Reason("Rådgivning kan fås uden at sige sit navn.", source: law)]
                + ownWords(standard.anonymity.counselling))
    }

    /// Every attended service while anonymous is a talk.
    private func anonymousTalks() -> [CaseFacts.Entry] {
        facts.entries.filter { entry in
            entry.fact.service?.attended == true && facts.person(on: entry.on).anonymous
        }
    }

    /// Where a standard sets no age: one consents to one's own treatment from 15 years.
    static let consentAge = 15

    func anonymousTreatment() -> Ruling {
        let minAge = standard.anonymity.treatmentMinAge
        let limit = minAge.value ?? Self.consentAge
        let law = LawSource.anonymity(on: on)
        let right = Reason("Behandling kan fås anonymt, hvis borgeren ønsker det.", source: law)
        let limitReason =
            minAge.value == nil
            ? Reason(
                "En aldersgrænse er \(Deadline.notSetWords). Fra \(limit) år giver man selv "
                    + "samtykke til behandling.", source: LawSource.consentFrom15(on: on))
            : Reason("Anonym behandling er fra \(limit) år.", source: minAge.source)
        guard let ages = facts.person.ages(on: on) else {
            return .yes(
                right, Reason("Alderen er ikke kendt og skal ikke oplyses.", source: law),
                limitReason)
        }
        if ages.upperBound < limit {
            return .no(
                Reason(
                    "\(on.inSentence.capitalizedFirst) er borgeren \(Count.ages(ages)). "
                        + limitReason.text, source: limitReason.source))
        }
        return Ruling(
            allowed: true, because: [right] + ownWords(standard.anonymity.treatment) + [limitReason]
        )
    }

    /// What the standard itself says of a right that the law gives, where it says anything.
    private func ownWords(_ promise: Valued<Bool>) -> [Reason] {
        guard promise.value == true else { return [] }
        return [Reason("Det står også i kvalitetsstandarden.", source: promise.source)]
    }
}
