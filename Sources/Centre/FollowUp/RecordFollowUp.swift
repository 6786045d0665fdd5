internal import Domain
internal import HTML
internal import Records

/// How it goes with the drinking, as the citizen tells it after the course.
enum DrinkingNow: String, CaseIterable, Sendable {
    case none = "drikker-ikke"
    case less = "mindre"
    case same = "som-foer"
    case more = "mere"
    case untold = "ikke-svar"

    var danishName: String {
        switch self {
        case .none: "Drikker ikke"
        case .less: "Drikker mindre end før behandlingen"
        case .same: "Drikker som før behandlingen"
        case .more: "Drikker mere end før behandlingen"
        case .untold: "Vil ikke svare"
        }
    }
}

/// What was said when a citizen was followed up.
struct FollowUpText: FactBody {
    var text = ""
    var drinking: DrinkingNow?

    init(text: String, drinking: DrinkingNow?) {
        self.text = text
        self.drinking = drinking
    }

    init(_ json: JSONObject) {
        drinking = json["drinking"]?.string.flatMap { DrinkingNow(rawValue: $0) }
        text = json["said"]?.string ?? ""
    }

    var json: JSONObject {
        var json = JSONObject()
        let lines = [drinking.map { "\($0.danishName)." } ?? "", text].filter { !$0.isEmpty }
        // For the timeline, which shows the text of an entry as it stands.
        if !lines.isEmpty { json.append("text", .string(lines.joined(separator: " "))) }
        if !text.isEmpty { json.append("said", .string(text)) }
        json.append("drinking", drinking.map { .string($0.rawValue) })
        return json
    }
}

/// The citizen is followed up after the course (opfølgning efter udskrivning): reached, or tried in vain.
struct RecordFollowUp: CaseAct {
    static let address = "opfoelgning"
    static let title = "Opfølgning efter udskrivning"
    static let button = "Gem opfølgningen"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("followed-up", "fulgte op efter udskrivning")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .choice(
                "fulgt-naaet", "Fik du fat i borgeren?",
                [Choice("ja", "Ja"), Choice("nej", "Nej, forsøgt")], isInline: true),
            ActField(
                name: "fulgt-drikker", label: "Hvordan går det med alkohol?",
                kind: .select(
                    DrinkingNow.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
                    prompt: "Ikke spurgt"), isOptional: true),
            .text("fulgt-tekst", "Hvad blev der sagt?", rows: 3, isOptional: true),
            .day("fulgt-dato", "Dato", state.today),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard case .followUp(let reached) = entry.fact else { return nil }
        let said = (try? body.read(FollowUpText.self)) ?? FollowUpText(text: "", drinking: nil)
        return FieldValues([
            "fulgt-naaet": [reached ? "ja" : "nej"],
            "fulgt-drikker": said.drinking.map { [$0.rawValue] } ?? [],
            "fulgt-tekst": said.text.isEmpty ? [] : [said.text],
            "fulgt-dato": [entry.on.fieldText],
        ])
    }

    let reached: Bool
    let said: FollowUpText
    let day: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) {
        let discharges = state.file.current.filter(\.isDischarge).map(\.on)
        guard let first = discharges.min() else { throw .notDischarged }
        if day < first { throw .beforeDischarge(first) }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(.followUp(reached: reached), on: day, body: said)]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            reached ? "Opfølgningen er gemt." : "Forsøget er gemt. Fristen løber stadig.",
            next: reached
                ? "Vil borgeren begynde igen, så skriv en ny henvendelse på sagen." : nil)
    }

    func field(of refusal: ActRefusal) -> String? {
        refusal == .notDischarged ? "fulgt-naaet" : "fulgt-dato"
    }
}

extension RecordFollowUp {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let reached = typed.raw("fulgt-naaet")
        if !["ja", "nej"].contains(reached) {
            typed.fault("fulgt-naaet", "Vælg, om du fik fat i borgeren")
        }
        said = FollowUpText(
            text: typed.text("fulgt-tekst"),
            drinking: DrinkingNow(rawValue: typed.raw("fulgt-drikker")))
        let day = typed.pastDay("fulgt-dato")
        self.reached = reached == "ja"
        self.day = try typed.required(day)
    }
}

extension LedgerEntry {
    /// A course ended.
    var isDischarge: Bool {
        if case .discharge = fact { true } else { false }
    }
}
