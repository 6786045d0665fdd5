/// Who pays?
struct PaymentAnswer {
    let facts: CaseFacts
    let standard: QualityStandard
    let on: CalendarDay

    func ruling(_ item: PaymentItem) -> Ruling {
        if item == .craving, let months = standard.payment.cravingCentreMonths.value {
            return craving(months)
        }
        return byStandard(item)
    }

    private func byStandard(_ item: PaymentItem) -> Ruling {
        let rule = standard.payment[item]
        if item == .treatment { return treatment(rule) }
        guard let payer = rule.value else {
            return .no(
                Reason(
                    "Hvem der betaler for \(item.danishName), er \(Deadline.notSetWords).",
                    source: rule.source))
        }
        return Ruling(
            allowed: payer == .centre, value: payer.rawValue,
            because: [Reason(Self.words(payer, item), source: rule.source)])
    }

    /// Free by law. A standard that says otherwise is quoted, but decides nothing.
    private func treatment(_ rule: Valued<Payer>) -> Ruling {
        let own = rule.value.map { payer in
            Reason(
                payer == .centre
                    ? Self.words(payer, .treatment)
                    : "Kvalitetsstandarden skriver andet, men svaret følger loven.",
                source: rule.source)
        }
        let law = Reason(
            "Behandlingen er gratis for borgeren.", source: LawSource.treatment(on: on))
        return Ruling(
            allowed: true, value: Payer.centre.rawValue, because: [own, law].compactMap { $0 })
    }

    /// The centre pays from the first dispensing through the day before the same day number of
    /// the next month; what comes after, the standard says elsewhere.
    private func craving(_ months: Int) -> Ruling {
        let rule = standard.payment.cravingCentreMonths
        guard let first = firstCraving() else {
            return .yes(
                Reason(
                    "Der er ikke udleveret trangsdæmpende medicin endnu. Centret betaler "
                        + (months == 1 ? "den første måned." : "de første \(months) måneder."),
                    source: rule.source),
                value: Payer.centre.rawValue)
        }
        let lastDay = first.on.adding(months: months).adding(days: -1)
        let what =
            first.fact.service == nil
            ? "Trangsdæmpende medicin blev udleveret" : "Borgeren fik trangsdæmpende medicin"
        let started = Reason(
            "\(what) første gang \(first.on.inSentence). Centret betaler til og med "
                + "\(lastDay.inSentence).", source: rule.source, facts: [first.index])
        if on <= lastDay { return .yes(started, value: Payer.centre.rawValue) }
        let after = standard.payment[.craving]
        let payer = after.value ?? .citizen
        return Ruling(
            allowed: payer == .centre, value: payer.rawValue,
            because: [
                started,
                Reason(
                    Self.words(payer, .craving),
                    source: after.value == nil ? rule.source : after.source),
            ])
    }

    /// The first dose that was handed out; where no dispensing is written down, the first service
    /// in which it was given.
    private func firstCraving() -> CaseFacts.Entry? {
        facts.all(\.dispensing).first { $0.found.drug == .craving && $0.found.given }?.entry
            ?? facts.all(\.service).first {
                $0.found.code == .cravingMedicine && $0.found.attended
            }?
            .entry
    }

    private static func words(_ payer: Payer, _ item: PaymentItem) -> String {
        switch payer {
        case .centre: "Centret betaler for \(item.danishName)."
        case .citizen: "Borgeren betaler selv for \(item.danishName)."
        case .individualAssessment: "Hvem der betaler for \(item.danishName), afgøres i hver sag."
        }
    }
}

extension PaymentItem {
    /// The item in the middle of a sentence.
    var danishName: String {
        switch self {
        case .treatment: "behandlingen"
        case .antabus: "antabus"
        case .craving: "trangsdæmpende medicin"
        case .supportMedicine: "støttemedicin"
        case .transport: "transport"
        case .boardAndLodging: "kost og logi"
        }
    }
}
