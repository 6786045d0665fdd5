/// May medicine be handed out, may NADA be given?
struct MedicineAnswers {
    let facts: CaseFacts
    let standard: QualityStandard

    private static let prescription =
        "KL's inspirationskatalog 2009, 4.2.2: »ordineres den nødvendige medicin af lægen«"
    private static let antabus = "Antabus, produktresumé: gives ikke til den, der har drukket"
    private static let trained = "Faglig forsvarlighed: NADA gives af den, der er uddannet til det"

    func dispense(_ drug: Drug, sober: Sobriety, on day: CalendarDay) -> Ruling {
        let rule = standard.words(on: "medicine.antabusPrescriber") ?? Self.prescription
        let soberRule = standard.words(on: "medicine.antabusSober") ?? Self.antabus
        if facts.person.anonymous {
            return .no(
                Reason(
                    "En anonym borger får ikke medicin på centret.",
                    source: LawSource.anonymity(on: day)))
        }
        let prescriptions = facts.all(\.prescription).filter { $0.found.drug == drug }
        let name = drug.danishName
        guard let valid = prescriptions.last(where: { $0.found.until.map { day <= $0 } ?? true })
        else {
            return .no(
                Reason(
                    prescriptions.isEmpty
                        ? "Der er ingen ordination af \(name)."
                        : "Ordinationen af \(name) er udløbet.",
                    source: rule, facts: prescriptions.map(\.entry.index)))
        }
        let given = facts.all(\.dispensing).first {
            $0.entry.on == day && $0.found.drug == drug && $0.found.given
        }
        if let given {
            return .no(
                Reason(
                    "Der er allerede udleveret \(name) \(day.danishText).", source: rule,
                    facts: [given.entry.index]))
        }
        let prescribed = Reason(
            "En læge ordinerede \(name) \(valid.entry.on.danishText).", source: rule,
            facts: [valid.entry.index])
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
                "Borgeren blev indskrevet \(enrolled.on.danishText).", source: rule.source,
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

extension QualityStandard {
    /// The standard's own words on a matter that no rule reads, where it has any.
    func words(on path: String) -> String? {
        entries.first { $0.path == path && $0.saying.quote != nil }?.saying.source
    }
}
