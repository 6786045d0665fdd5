internal import Domain
internal import HTML
internal import Records

/// A concrete first time is offered (tilbud om første samtale).
struct OfferTime: CaseAct {
    static let address = "tilbud"
    static let title = "Tilbyd en tid"
    static let button = "Gem tiden"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("time-offered", "tilbød en tid")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .day(
                "tilbud-dato", "Dato", nil,
                hint: "For eksempel \(state.today.adding(days: 7).fieldText), +7 eller fre", row: 1),
            .time("tilbud-tid", "Klokken", nil, row: 1),
            .choice(
                "tilbud-form", "Hvad tilbydes?",
                [
                    Choice(Modality.outpatient.rawValue, "Ambulant"),
                    Choice(Modality.day.rawValue, "Dagbehandling"),
                    Choice(Modality.residential.rawValue, "Døgnbehandling"),
                ], chosen: Modality.outpatient.rawValue, isInline: true),
            .tick("tilbud-andet", "Et andet behandlingssted"),
            .text("tilbud-hvorfor", "Hvorfor efter fristen?", isOptional: true, isAsked: false),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let offer = entry.offer else { return nil }
        return FieldValues([
            "tilbud-dato": [offer.startsOn.fieldText],
            "tilbud-tid": entry.startsAt.map { [$0.clockTime.fieldText] } ?? [],
            "tilbud-form": [offer.modality.rawValue],
            "tilbud-andet": offer.provider == .other ? ["ja"] : [],
            "tilbud-hvorfor": body.text.map { [$0] } ?? [],
        ])
    }

    let startsAt: Instant
    let modality: Modality
    let provider: OfferProvider
    /// Why the time lies after the last day, where it does.
    let why: String

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        var details = JSONObject()
        details.append("at", .string(startsAt.rfc3339))
        return [
            NewFact(
                .offer(Offer(startsOn: startsAt.day, modality: modality, provider: provider)),
                on: scene.day, details: details, body: Words(why))
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Tiden \(startsAt.nearInWords) er tilbudt.")
    }
}

extension OfferTime {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let day = typed.comingDay(
            "tilbud-dato", ifMissing: "Skriv datoen for aftalen",
            ifPast: "Tiden kan ikke ligge før i dag")
        let time = typed.time("tilbud-tid")
        let modality = typed.choice(
            "tilbud-form", Modality.self, ifMissing: "Vælg, hvad der tilbydes")
        why = typed.text("tilbud-hvorfor")
        provider = typed.isTicked("tilbud-andet") ? .other : .own
        if let day, let lastDay = state.runningLastDay, day > lastDay, why.isEmpty {
            typed.fault(
                "tilbud-dato",
                """
                Tiden ligger efter fristen \(lastDay.fieldText). \
                Vælg en tidligere tid, eller skriv hvorfor
                """, asking: "tilbud-hvorfor")
        }
        startsAt = Instant(day: try typed.required(day), time: try typed.required(time))
        self.modality = try typed.required(modality)
    }
}
