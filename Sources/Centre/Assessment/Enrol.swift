internal import Domain
internal import HTML
internal import Records

/// The citizen is enrolled (indskrivning).
struct Enrol: CaseAct {
    static let address = "indskriv"
    static let title = "Indskriv"
    static let button = "Indskriv"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("enrolled", "indskrev en borger")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .day("indskrevet-dato", "Indskrevet den", state.today),
            ActField(
                name: "indskrevet-enhed", label: "Enhed", kind: .line(lengthMax: 100),
                isOptional: true),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard case .enrolment(let unit) = entry.fact else { return nil }
        return FieldValues([
            "indskrevet-dato": [entry.on.fieldText],
            "indskrevet-enhed": unit.map { [$0] } ?? [],
        ])
    }

    let day: CalendarDay
    let unit: String?

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        try state.requireAsked(on: day)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(.enrolment(unit: unit), on: day)]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Borgeren er indskrevet \(day.nearInWords).")
    }

    func field(of refusal: ActRefusal) -> String? { "indskrevet-dato" }
}

extension Enrol {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let day = typed.pastDay("indskrevet-dato")
        let unit = plainLine(typed.text("indskrevet-enhed"))
        self.unit = unit.isEmpty ? nil : unit
        self.day = try typed.required(day)
    }
}
