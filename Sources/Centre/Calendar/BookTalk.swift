internal import Domain
internal import HTML
internal import Records

/// The next talk is agreed, or several of them, week after week (aftal en samtale).
struct BookTalk: CaseAct {
    static let address = "aftal"
    static let title = "Aftal en samtale"
    static let button = "Gem aftalen"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("talk-booked", "aftalte en samtale")
    static let ownFacts: [any HouseFact.Type] = [AppointmentBooked.self]

    static let slotField = "aftal-ledig"
    static let countRange = 1...26

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .hidden(slotField, ""),
            .day("aftal-dato", "Dato", nil, hint: "For eksempel +7, fre eller 19-11-2026", row: 1),
            .time("aftal-tid", "Klokken", nil, row: 1),
            ActField(
                name: "aftal-minutter", label: "Minutter", kind: .number,
                values: [String(AgreedTime.usualMinutes)], row: 1),
            .choice(
                "aftal-hos", "Hos hvem?", SlotHolder.choices(state),
                chosen: SlotHolder.usual(state).rawValue, isInline: true),
            .select(
                "aftal-hvad", "Hvad",
                TalkKind.bookable.map { Choice($0.rawValue, "\($0.danishName.capitalisedFirst)") },
                chosen: TalkKind.talk.rawValue, row: 2),
            .select(
                "aftal-hvordan", "Hvordan", TalkForm.allCases.map(\.choice),
                chosen: TalkForm.inPerson.rawValue, row: 2),
            ActField(
                name: "aftal-antal", label: "Antal gange", kind: .number, values: ["1"], row: 3),
            .select(
                "aftal-hver", "Hvor tit",
                [
                    Choice("1", "Hver uge"), Choice("2", "Hver anden uge"),
                    Choice("4", "Hver fjerde uge"),
                ], chosen: "1", row: 3),
            .text("aftal-besked", "Besked til kollegerne", isOptional: true),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let booked = entry.own(AppointmentBooked.self) else { return nil }
        let time = booked.time
        return FieldValues([
            "aftal-dato": [time.day.fieldText], "aftal-tid": [time.startsAt.clockTime.fieldText],
            "aftal-minutter": [String(time.minutes)], "aftal-hvad": [time.kind.rawValue],
            "aftal-hvordan": [time.form.rawValue],
            "aftal-besked": body.text.map { [$0] } ?? [],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        guard let booked = entry.own(AppointmentBooked.self) else { return title }
        let time = booked.time
        let what = booked.movedFrom == nil ? "Aftalt" : "Flyttet til"
        return """
            \(what): \(time.kind.danishName), \(time.startsAt.inDigits), \(time.form.danishName)
            """
    }

    /// The first of them; a series is the same weekday and hour again, also across a change of clocks.
    let time: AgreedTime
    let holder: SlotHolder
    var count = 1
    var everyWeeks = 1
    var text = ""

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        var first = time
        if first.staff == nil { first.staff = holder.staff(scene) }
        if let known = scene.corrected?.agreedTime, known.startsAt == time.startsAt,
            first.room == nil, first.staff == known.staff
        {
            first.room = known.room
        }
        return (0..<count).map { number in
            var one = first
            one.startsAt = Instant(
                day: first.day.adding(days: 7 * everyWeeks * number),
                time: first.startsAt.clockTime)
            return NewFact(
                AppointmentBooked(one, movedFrom: scene.corrected?.movedFrom), on: scene.day,
                body: text.isEmpty ? nil : Words(text))
        }
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        count == 1
            ? Confirmation("\(time.startsAt.nearInWords.capitalisedFirst) er aftalt.")
            : Confirmation(
                "\(count) samtaler er aftalt. Den første er \(time.startsAt.nearInWords).")
    }

    func field(of refusal: ActRefusal) -> String? { "aftal-dato" }
}

extension BookTalk {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let slot = typed.slot(Self.slotField)
        let moment = typed.moment(slot: slot, day: "aftal-dato", time: "aftal-tid")
        let minutes = typed.length("aftal-minutter", from: moment)
        holder = SlotHolder(rawValue: typed.raw("aftal-hos")) ?? .nobody
        let kind = typed.choice("aftal-hvad", TalkKind.self, ifMissing: "Vælg, hvad det er")
        let form = typed.choice(
            "aftal-hvordan", TalkForm.self, ifMissing: "Vælg, hvordan I mødes")
        let count = typed.number(
            "aftal-antal", in: Self.countRange, otherwise: "Skriv et tal fra 1 til 26")
        everyWeeks =
            ["1", "2", "4"].contains(typed.raw("aftal-hver"))
            ? Int(typed.raw("aftal-hver")) ?? 1 : 1
        text = typed.text("aftal-besked")
        self.count = try typed.required(count)
        time = AgreedTime(
            startsAt: try typed.required(moment), minutes: try typed.required(minutes),
            kind: try typed.required(kind), form: try typed.required(form), staff: slot?.staff,
            room: slot?.room)
    }
}
