/// May medicine be handed out, may NADA be given?
struct MedicineAnswers {
    let facts: CaseFacts
    let standard: QualityStandard

    static let prescription =
        "KL's inspirationskatalog 2009, 4.2.2: »ordineres den nødvendige medicin af lægen«"
    private static let antabus = "Antabus, produktresumé: gives ikke til den, der har drukket"
    private static let trained = "Faglig forsvarlighed: NADA gives af den, der er uddannet til det"

    func dispense(_ drug: Drug, sober: Sobriety, on day: CalendarDay) -> Ruling {
        // The standards' own words are about antabus only.
        let own = drug == .antabus ? standard.words(on: "medicine.antabusPrescriber") : nil
        let rule = own?.source ?? Self.prescription
        let soberRule = standard.words(on: "medicine.antabusSober")?.source ?? Self.antabus
        if facts.person.anonymous {
            return Ruling(allowed: false, because: AnonymousMedicine.refusal(on: day))
        }
        let prescriptions = facts.all(\.prescription).filter { $0.found.drug == drug }
        let name = drug.danishName
        // A newer prescription replaces the older from its day.
        guard let latest = prescriptions.last else {
            return .no(Reason("Der er ingen ordination af \(name).", source: rule))
        }
        if let until = latest.found.until, until < day {
            return .no(
                Reason(
                    "Den seneste ordination af \(name) er fra \(latest.entry.on.inSentence) og "
                        + "gjaldt til og med \(until.inSentence).",
                    source: rule, facts: [latest.entry.index]))
        }
        let given = facts.all(\.dispensing).first {
            $0.entry.on == day && $0.found.drug == drug && $0.found.given
        }
        if let given {
            return .no(
                Reason(
                    "Der er allerede udleveret \(name) \(day.inSentence).",
                    source: HouseSource.oneDose, facts: [given.entry.index]))
        }
        let prescribed = Reason(
            "En læge ordinerede \(name) \(latest.entry.on.inSentence).", source: rule,
            facts: [latest.entry.index])
        guard drug == .antabus else { return .yes(prescribed) }
        switch sober {
        case .yes: return .yes(prescribed, Reason("Borgeren er ædru.", source: soberRule))
        case .no:
            return .no(Reason("Borgeren er ikke ædru; antabus gives ikke.", source: soberRule))
        case .unknown:
            return .no(
                Reason(
                    "Det skal vides, om borgeren er ædru, inden antabus gives.", source: soberRule))
        }
    }

    func giveNada(staffTrained: Bool, on day: CalendarDay) -> Ruling {
        let rule = standard.medicine.nadaNeedsEnrolment
        guard staffTrained else {
            return .no(
                Reason("Den, der giver NADA, skal være uddannet til det.", source: Self.trained))
        }
        let trained = Reason("Medarbejderen er uddannet i NADA.", source: Self.trained)
        guard rule.value == true else { return .yes(trained) }
        guard let enrolled = enrolment() else {
            return .no(Reason("NADA gives til borgere, der er indskrevet.", source: rule.source))
        }
        return .yes(
            trained,
            Reason(
                "Borgeren blev indskrevet \(enrolled.on.inSentence).", source: rule.source,
                facts: [enrolled.index]))
    }

    /// The enrolment that has not been ended by a discharge.
    private func enrolment() -> CaseFacts.Entry? {
        var enrolled: CaseFacts.Entry?
        for entry in facts.entries {
            if case .enrolment = entry.fact { enrolled = entry }
            if entry.fact.dischargeReason != nil { enrolled = nil }
        }
        return enrolled
    }
}

/// What an anonymous citizen cannot have.
enum AnonymousMedicine {
    private static let article =
        "Nielsen og Becker i Ugeskrift for Læger 2021 om anonym alkoholbehandling"

    static func refusal(on day: CalendarDay) -> [Reason] {
        [
            Reason(
                "Borgeren er anonym, og det har hun eller han ret til.",
                source: LawSource.anonymity(on: day)),
            Reason(
                "Medicin kræver, at lægen ved, hvem den gives til. En anonym borger får den derfor "
                    + "ikke på centret, men egen læge kan hjælpe.", source: article),
        ]
    }
}

extension QualityStandard {
    /// The standard's own words on a matter that no rule reads, and where they stand; none where it
    /// quotes nothing.
    func words(on path: String) -> (text: String, source: String)? {
        entries.first { $0.path == path && $0.saying.quote != nil }.map {
            ($0.value.string ?? "", $0.saying.source)
        }
    }
}
