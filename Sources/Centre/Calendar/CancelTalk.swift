internal import Domain
internal import HTML
internal import Records

/// A time is given up before it comes (aflys). Somebody else may have the hour; not coming is something else.
struct CancelTalk: CaseAct {
    static let address = "aflys"
    static let title = "Aflys en aftale"
    static let button = "Aflys aftalen"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("talk-cancelled", "aflyste en aftale")
    static let ownFacts: [any HouseFact.Type] = [AppointmentCancelled.self]

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .hidden("aflys-aftale", ""),
            .choice(
                "aflys-hvem", "Hvem aflyser?",
                [
                    Choice(TimeChanger.citizen.rawValue, "Borgeren"),
                    Choice(TimeChanger.centre.rawValue, "Os"),
                ],
                isInline: true),
            .text("aflys-hvorfor", "Hvorfor?", lengthMax: 500),
        ]
    }

    static func about(_ entry: LedgerEntry, _ state: CaseState) -> FieldValues? {
        guard state.file.appointment(entry.id)?.state == .booked else { return nil }
        return FieldValues(["aflys-aftale": [entry.id.formText]])
    }

    static func told(_ entry: LedgerEntry) -> String {
        let by = entry.own(AppointmentCancelled.self)?.by ?? .centre
        return "Aflyst af \(by.danishName)"
    }

    let appointment: EntryID
    let changer: TimeChanger
    let why: String

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireStanding(appointment)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [
            NewFact(
                AppointmentCancelled(appointment, by: changer), on: scene.day, body: Words(why))
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        let time = state.file.appointment(appointment)?.time.startsAt.nearInWords
        return Confirmation(
            time.map { "Aftalen \($0) er aflyst." } ?? "Aftalen er aflyst.",
            next: state.clock?.isOpen == true ? "Borgeren venter stadig. Find en ny tid." : nil)
    }

    func field(of refusal: ActRefusal) -> String? { "aflys-hvem" }
}

extension CancelTalk {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let appointment = typed.entry("aflys-aftale")
        let changer = typed.choice(
            "aflys-hvem", TimeChanger.self, ifMissing: "Vælg, hvem der aflyser")
        why = typed.text("aflys-hvorfor", ifMissing: "Skriv hvorfor")
        self.appointment = try typed.required(appointment)
        self.changer = try typed.required(changer)
    }
}
