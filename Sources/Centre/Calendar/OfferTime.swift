internal import Domain
internal import HTML
internal import Records

/// A concrete first time is offered (tilbud om første samtale): a free time that was pressed, or one that was typed.
struct OfferTime: CaseAct {
    static let address = "tilbud"
    static let title = "Tilbyd en tid"
    static let button = "Gem tiden"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("time-offered", "tilbød en tid")

    /// The free time, where one was pressed.
    static let slotField = "tilbud-ledig"

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .hidden(slotField, ""),
            .day(
                "tilbud-dato", "Dato", nil,
                hint: "For eksempel \(state.today.adding(days: 7).fieldText), +7 eller fre", row: 1),
            .time("tilbud-tid", "Klokken", nil, row: 1),
            .choice(
                "tilbud-hos", "Hos hvem?", SlotHolder.choices(state),
                chosen: SlotHolder.usual(state).rawValue, isInline: true),
            .choice(
                "tilbud-form", "Hvad tilbydes?",
                [
                    Choice(Modality.outpatient.rawValue, "Ambulant"),
                    Choice(Modality.day.rawValue, "Dagbehandling"),
                    Choice(Modality.residential.rawValue, "Døgnbehandling"),
                ], chosen: Modality.outpatient.rawValue, isInline: true),
            .choice(
                "tilbud-hvordan", "Hvordan?", TalkForm.allCases.map(\.choice),
                chosen: TalkForm.inPerson.rawValue, isInline: true),
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
            "tilbud-hvordan": [(entry.agreedTime?.form ?? .inPerson).rawValue],
            "tilbud-andet": offer.provider == .other ? ["ja"] : [],
            "tilbud-hvorfor": body.text.map { [$0] } ?? [],
        ])
    }

    let startsAt: Instant
    let modality: Modality
    let provider: OfferProvider
    /// Why the time lies after the last day, where it does.
    let why: String
    var form = TalkForm.inPerson
    /// With whom and where, where a free time was pressed.
    var slot: ChosenSlot?
    /// In whose calendar a typed time stands.
    var holder = SlotHolder.nobody

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        let known = scene.corrected?.agreedTime
        let staff = provider == .other ? nil : slot?.staff ?? holder.staff(scene)
        let time = AgreedTime(
            startsAt: startsAt, kind: .first, form: form, staff: staff,
            room: slot?.room ?? (known?.startsAt == startsAt ? known?.room : nil))
        return [NewFact(time, offering: modality, by: provider, on: scene.day, why: why)]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Tiden \(startsAt.nearInWords) er tilbudt.")
    }

    func field(of refusal: ActRefusal) -> String? { "tilbud-dato" }
}

extension OfferTime {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        slot = typed.slot(Self.slotField)
        let moment = typed.moment(slot: slot, day: "tilbud-dato", time: "tilbud-tid")
        let modality = typed.choice(
            "tilbud-form", Modality.self, ifMissing: "Vælg, hvad der tilbydes")
        form = TalkForm(rawValue: typed.raw("tilbud-hvordan")) ?? .inPerson
        holder = SlotHolder(rawValue: typed.raw("tilbud-hos")) ?? .nobody
        why = typed.text("tilbud-hvorfor")
        provider = typed.isTicked("tilbud-andet") ? .other : .own
        if let moment {
            typed.requireInTime(
                moment, state, why, field: "tilbud-dato", whyField: "tilbud-hvorfor")
        }
        startsAt = try typed.required(moment)
        self.modality = try typed.required(modality)
    }
}

extension TypedForm {
    /// A time after the last day asks why; the rules say which day that is.
    mutating func requireInTime(
        _ moment: Instant, _ state: CaseState, _ why: String, field: String, whyField: String
    ) {
        guard let lastDay = state.runningLastDay, moment.day > lastDay, why.isEmpty else { return }
        fault(
            field,
            """
            Tiden ligger efter fristen \(lastDay.fieldText). \
            Vælg en tidligere tid, eller skriv hvorfor
            """, asking: whyField)
    }
}

extension TalkForm {
    var choice: Choice { Choice(rawValue, "\(danishName.capitalisedFirst)") }
}

extension NewFact {
    /// The offer of a first time, as the case history knows it, with its hour and whose it is.
    init(
        _ time: AgreedTime, offering modality: Modality, by provider: OfferProvider,
        on day: CalendarDay, why: String, movedFrom: EntryID? = nil
    ) {
        var details = time.keys
        details.append(JSONObject.movedFromKey, movedFrom.map { .string($0.formText) })
        self.init(
            .offer(Offer(startsOn: time.day, modality: modality, provider: provider)),
            on: day, details: details, body: Words(why))
    }
}
