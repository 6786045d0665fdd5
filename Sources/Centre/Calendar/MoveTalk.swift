internal import Domain
internal import HTML
internal import Records

/// A time becomes another (flyt): the old one stays readable, and says where it went.
///
/// Where the citizen herself wants a first time later than the last day, she has chosen so, and that is written too.
struct MoveTalk: CaseAct {
    static let address = "flyt"
    static let title = "Flyt en aftale"
    static let button = "Flyt aftalen"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("talk-moved", "flyttede en aftale")

    static let slotField = "flyt-ledig"

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .hidden("flyt-aftale", ""), .hidden(slotField, ""),
            .day(
                "flyt-dato", "Ny dato", nil, hint: "For eksempel +7, fre eller 19-11-2026", row: 1),
            .time("flyt-tid", "Klokken", nil, row: 1),
            .choice(
                "flyt-hvem", "Hvem ønskede det?",
                [
                    Choice(TimeChanger.citizen.rawValue, "Borgeren"),
                    Choice(TimeChanger.centre.rawValue, "Os"),
                ],
                isInline: true),
            .text("flyt-hvorfor", "Hvorfor?", isOptional: true),
        ]
    }

    static func about(_ entry: LedgerEntry, _ state: CaseState) -> FieldValues? {
        guard let known = state.file.appointment(entry.id), known.state == .booked else {
            return nil
        }
        return FieldValues([
            "flyt-aftale": [entry.id.formText],
            "flyt-tid": [known.time.startsAt.clockTime.fieldText],
        ])
    }

    let appointment: EntryID
    let startsAt: Instant
    let slot: ChosenSlot?
    let changer: TimeChanger
    let why: String

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        try state.requireStanding(appointment)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        guard let old = scene.state.file.appointment(appointment) else { return [] }
        return Self.facts(
            moving: old, to: startsAt, slot, by: changer, why: why, scene.state, as: scene.id,
            isInWriting: false)
    }

    /// What is written when a time becomes another, whoever writes it.
    ///
    /// - Parameters:
    ///   - id: what the first fact will be called.
    ///   - isInWriting: the citizen wrote herself what she wants.
    static func facts(
        moving old: Appointment, to startsAt: Instant, _ slot: ChosenSlot?, by changer: TimeChanger,
        why: String, _ state: CaseState, as id: EntryID, isInWriting: Bool
    ) -> [NewFact] {
        var time = old.time
        time.startsAt = startsAt
        // Her room may be taken then; a free time that was pressed brings its own.
        time.room = slot?.room
        time.staff = slot?.staff ?? old.time.staff
        guard let offer = old.entry.offer else {
            return [
                NewFact(
                    AppointmentBooked(time, movedFrom: old.entry.id), on: state.today,
                    body: why.isEmpty ? nil : Words(why))
            ]
        }
        let moved = NewFact(
            time, offering: offer.modality, by: offer.provider, on: state.today, why: why,
            movedFrom: old.entry.id)
        guard changer == .citizen, let lastDay = state.runningLastDay, time.day > lastDay else {
            return [moved]
        }
        return [
            NewFact(.offerDeclined(reason: .ownChoice, written: isInWriting), on: state.today),
            moved.together(with: id),
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Aftalen er flyttet til \(startsAt.nearInWords).")
    }

    func field(of refusal: ActRefusal) -> String? { "flyt-dato" }
}

extension MoveTalk {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let appointment = typed.entry("flyt-aftale")
        slot = typed.slot(Self.slotField)
        let moment = typed.moment(slot: slot, day: "flyt-dato", time: "flyt-tid")
        let changer = typed.choice(
            "flyt-hvem", TimeChanger.self, ifMissing: "Vælg, hvem der ønskede det")
        why = typed.text("flyt-hvorfor")
        let isFirst = appointment.flatMap { state.file.appointment($0) }?.isOffer == true
        if let moment, isFirst {
            typed.requireInTime(
                moment, state, why, field: "flyt-dato", whyField: "flyt-hvorfor")
        }
        self.appointment = try typed.required(appointment)
        startsAt = try typed.required(moment)
        self.changer = try typed.required(changer)
    }
}

extension CaseState {
    /// The time stands: nobody has moved or cancelled it, and nobody has come or stayed away.
    func requireStanding(_ entry: EntryID) throws(ActRefusal) {
        try requireUnreplaced(entry)
        guard let known = file.appointment(entry) else { throw .noAppointment }
        guard known.state == .booked else { throw .appointmentOver }
    }
}
