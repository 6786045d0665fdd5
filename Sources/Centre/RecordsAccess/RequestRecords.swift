internal import Domain
internal import HTML
internal import Records

/// Who asks to see what stands in a case.
enum RecordsAsker: String, CaseIterable, Sendable {
    case citizen
    case representative
    case custodyHolder = "custody-holder"

    /// As staff say it.
    var danishName: String {
        switch self {
        case .citizen: "Borgeren selv"
        case .representative: "En partsrepræsentant med fuldmagt"
        case .custodyHolder: "Forældremyndighedens indehaver"
        }
    }
}

/// Somebody asks to see the records (anmodning om aktindsigt): the seven working days begin.
///
/// - Law: Forvaltningsloven §§ 9 and 16; Sundhedsloven § 37; databeskyttelsesforordningen art. 15.
struct RequestRecords: CaseAct {
    static let address = "aktindsigt-anmodning"
    static let title = "Borgeren beder om aktindsigt"
    static let button = "Gem anmodningen"
    static let roles = Set<Role>.clinical
    static let leadsTo = CaseTab.records
    static let audit = AuditAction("records-requested", "skrev en anmodning om aktindsigt")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .choice(
                "indsigt-fra", "Hvem beder om det?",
                RecordsAsker.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
                chosen: RecordsAsker.citizen.rawValue,
                hint: "Fra 15 år ser man selv sin sag"),
            ActField(
                name: "indsigt-hvad", label: "Hvad vil de se?",
                kind: .text(rows: 2, lengthMax: 1_000),
                hint: "Lad feltet stå tomt, hvis det er hele sagen", isOptional: true),
            .day("indsigt-dato", "Modtaget", state.today),
        ]
    }

    private static let askerKey = "from"

    static func asker(_ entry: LedgerEntry) -> RecordsAsker? {
        entry.details[askerKey]?.string.flatMap { RecordsAsker(rawValue: $0) }
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard entry.fact == .recordsRequest else { return nil }
        return FieldValues([
            "indsigt-fra": asker(entry).map { [$0.rawValue] } ?? [],
            "indsigt-hvad": body.text.map { [$0] } ?? [], "indsigt-dato": [entry.on.fieldText],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String { title }

    let asker: RecordsAsker
    let what: String
    let day: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) {}

    func facts(in scene: ActScene) throws -> [NewFact] {
        [
            NewFact(
                .recordsRequest, on: day,
                details: JSONObject([.init(Self.askerKey, .string(asker.rawValue))]),
                body: Words(what))
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Anmodningen er gemt.", next: "Fristen for at svare står på siden.")
    }
}

extension RequestRecords {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let asker = typed.choice(
            "indsigt-fra", RecordsAsker.self, ifMissing: "Vælg, hvem der beder om det")
        what = typed.text("indsigt-hvad")
        let day = typed.pastDay("indsigt-dato")
        self.asker = try typed.required(asker)
        self.day = try typed.required(day)
    }
}

extension CaseFile {
    /// The requests that nobody has answered, oldest first: an answer goes to the oldest, as the rules read it.
    var openRecordsRequests: [LedgerEntry] {
        var open: [LedgerEntry] = []
        for entry in chronological {
            if entry.fact == .recordsRequest { open.append(entry) }
            if entry.fact == .recordsAnswer, !open.isEmpty { open.removeFirst() }
        }
        return open
    }
}

extension CaseState {
    /// The oldest request that waits, and its deadline.
    func waitingRecordsRequest() throws(ActRefusal) -> (request: LedgerEntry, due: CalendarDay) {
        let waiting = deadlines(of: file.history(), under: standard.standard, on: today)
            .first { $0.kind == .recordsAnswer && [.open, .overdue].contains($0.state) }
        guard let request = file.openRecordsRequests.first, let due = waiting?.due else {
            throw .noRecordsRequest
        }
        return (request, due)
    }
}
