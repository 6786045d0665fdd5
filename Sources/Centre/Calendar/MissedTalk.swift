internal import Domain
internal import HTML
internal import Records

/// Nobody came (udeblev): the time was kept for her to its end.
struct MissedTalk: CaseAct {
    static let address = "kom-ikke"
    static let title = "Kom ikke"
    static let button = "Gem, at borgeren ikke kom"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("talk-missed", "noterede, at en borger ikke kom")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .hidden("kom-ikke-aftale", ""),
            .text("kom-ikke-tekst", "Hvad ved vi?", isOptional: true),
        ]
    }

    static func about(_ entry: LedgerEntry, _ state: CaseState) -> FieldValues? {
        guard let known = state.file.appointment(entry.id), known.state == .booked,
            known.time.startsAt <= state.now
        else { return nil }
        return FieldValues(["kom-ikke-aftale": [entry.id.formText]])
    }

    let appointment: EntryID
    let text: String

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireStanding(appointment)
        guard let time = state.file.appointment(appointment)?.time, time.startsAt <= state.now
        else { throw .appointmentAhead }
    }

    /// Of a first time the case history says that she did not come to the offer; of a later one that the service was
    /// missed.
    func facts(in scene: ActScene) throws -> [NewFact] {
        guard let known = scene.state.file.appointment(appointment) else { return [] }
        let body = text.isEmpty ? nil : Words(text)
        guard known.isOffer else {
            let service = Service(
                known.time.kind.service, minutes: nil, attended: false,
                channel: known.time.form.channel)
            return [
                NewFact(
                    .service(service), on: known.time.day, at: known.time.startsAt, body: body)
            ]
        }
        return [NewFact(.noShow, on: known.time.day, body: body)]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Det er noteret, at borgeren ikke kom.", next: "Ring, og find en ny tid.")
    }

    func field(of refusal: ActRefusal) -> String? { "kom-ikke-tekst" }
}

extension MissedTalk {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let appointment = typed.entry("kom-ikke-aftale")
        text = typed.text("kom-ikke-tekst")
        self.appointment = try typed.required(appointment)
    }
}
