internal import Domain
internal import HTML
internal import Records

/// The records are handed over, against a receipt (udlevering mod kvittering).
///
/// - Law: Forvaltningsloven § 16; offentlighedsloven § 36, stk. 2.
struct AnswerRecords: CaseAct {
    static let address = "aktindsigt-svar"
    static let title = "Svar på aktindsigt"
    static let button = "Gem svaret"
    static let roles = Set<Role>.clinical
    static let leadsTo = CaseTab.records
    static let audit = AuditAction("records-answered", "svarede på aktindsigt")

    /// What was given.
    enum Extent: String, CaseIterable, Sendable {
        case everything, partly, nothing

        var danishName: String {
            switch self {
            case .everything: "Alt"
            case .partly: "Noget er undtaget"
            case .nothing: "Afslag"
            }
        }
    }

    /// How it was given.
    enum Way: String, CaseIterable, Sendable {
        case inPerson = "in-person"
        case digitalPost = "digital-post"
        case letter

        var danishName: String {
            switch self {
            case .inPerson: "I hånden"
            case .digitalPost: "Digital Post"
            case .letter: "Brev"
            }
        }
    }

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .choice(
                "udleveret-hvad", "Hvad fik de?",
                Extent.allCases.map { Choice($0.rawValue, "\($0.danishName)") }, isInline: true),
            .choice(
                "udleveret-hvordan", "Hvordan?",
                Way.allCases.map { Choice($0.rawValue, "\($0.danishName)") }, isInline: true),
            ActField(
                name: "udleveret-kvittering", label: "Kvittering", kind: .line(lengthMax: 200),
                hint:
                    "Hvem tog imod, og hvordan så du, hvem det var? Ved post: hvor det er sendt hen"
            ),
            .text("udleveret-tekst", "Bemærkning", lengthMax: 2_000, isOptional: true),
            .day("udleveret-dato", "Dato", state.today),
        ]
    }

    private static let extentKey = "extent"
    private static let wayKey = "way"

    static func extent(_ entry: LedgerEntry) -> Extent? {
        entry.details[extentKey]?.string.flatMap { Extent(rawValue: $0) }
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard entry.fact == .recordsAnswer else { return nil }
        let receipt = try? body.read(RecordsReceipt.self)
        return FieldValues([
            "udleveret-hvad": extent(entry).map { [$0.rawValue] } ?? [],
            "udleveret-hvordan": entry.details[wayKey]?.string.map { [$0] } ?? [],
            "udleveret-kvittering": [receipt?.receipt ?? ""],
            "udleveret-tekst": [receipt?.text ?? ""], "udleveret-dato": [entry.on.fieldText],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        "Svar på aktindsigt: \(extent(entry)?.danishName.lowercased() ?? "")"
    }

    let extent: Extent
    let way: Way
    let receipt: RecordsReceipt
    let day: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) {
        let request = try state.waitingRecordsRequest().request
        if day < request.on { throw .beforeRecordsRequest(request.on) }
        if extent == .everything, !state.file.withheld.isEmpty { throw .somethingWithheld }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [
            NewFact(
                .recordsAnswer, on: day,
                details: JSONObject([
                    .init(Self.extentKey, .string(extent.rawValue)),
                    .init(Self.wayKey, .string(way.rawValue)),
                ]), body: receipt)
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Svaret er gemt.",
            next: extent == .everything
                ? nil : "Skriv til borgeren, hvad der er undtaget, hvorfor, og hvordan man klager.")
    }

    func field(of refusal: ActRefusal) -> String? {
        switch refusal {
        case .beforeRecordsRequest: "udleveret-dato"
        default: "udleveret-hvad"
        }
    }
}

/// Who took the records, and what else there is to say of it.
struct RecordsReceipt: FactBody {
    var receipt: String
    var text: String

    init(receipt: String, text: String) {
        self.receipt = receipt
        self.text = text
    }

    init(_ json: JSONObject) throws(StoredValueError) {
        receipt = json["receipt"]?.string ?? ""
        text = json["text"]?.string ?? ""
    }

    var json: JSONObject {
        var json = JSONObject([.init("receipt", .string(receipt))])
        if !text.isEmpty { json.append("text", .string(text)) }
        return json
    }
}

extension AnswerRecords {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let extent = typed.choice(
            "udleveret-hvad", Extent.self, ifMissing: "Vælg, hvad de fik")
        let way = typed.choice("udleveret-hvordan", Way.self, ifMissing: "Vælg, hvordan det skete")
        receipt = RecordsReceipt(
            receipt: typed.text("udleveret-kvittering", ifMissing: "Skriv, hvem der tog imod"),
            text: typed.text("udleveret-tekst"))
        let day = typed.pastDay("udleveret-dato")
        self.extent = try typed.required(extent)
        self.way = try typed.required(way)
        self.day = try typed.required(day)
    }
}
