internal import Domain
internal import HTML
internal import Records

/// An area of life that an assessment looks at.
enum LifeArea: String, CaseIterable, Sendable {
    case background = "baggrund"
    case alcohol = "alkohol"
    case drugs = "stoffer"
    case physical = "fysisk"
    case mental = "psykisk"
    case work = "arbejde"
    case home = "bolig"
    case crime = "kriminalitet"
    case network = "netvaerk"
    case children = "boern"
    case resources = "ressourcer"

    var title: String {
        switch self {
        case .background: "Baggrund for henvendelsen"
        case .alcohol: "Alkohol"
        case .drugs: "Stoffer og medicin"
        case .physical: "Fysisk helbred"
        case .mental: "Psykisk helbred"
        case .work: "Arbejde, uddannelse og økonomi"
        case .home: "Bolig"
        case .crime: "Kriminalitet"
        case .network: "Familie og netværk"
        case .children: "Børn"
        case .resources: "Ressourcer og motivation"
        }
    }

    var hint: String {
        switch self {
        case .background: "Hvem tog initiativet, og hvorfor nu? Er der en dom til behandling?"
        case .alcohol: "Forbrug nu og før, afhængighed, tidligere behandling, eget syn på problemet"
        case .drugs: "Stoffer og ordineret medicin, nu og før"
        case .physical: "Gener, sygdomme og behandling"
        case .mental: "Diagnoser, humør, søvn, selvmordstanker, behandling"
        case .work: "Forsørgelse, uddannelse, tilfredshed med arbejdet, bekymringer om penge"
        case .home: "Hvor og hvordan borgeren bor"
        case .crime: "Domme og sager, der kører"
        case .network: "Opvækst, partner, familie, venner"
        case .children: "Børn, forældremyndighed, kontakt til familieafdelingen"
        case .resources: "Det, der går godt, og det, borgeren selv vil"
        }
    }

    /// Whether the interviewer judges how severe it is; a background and resources are not severe.
    var isJudged: Bool { self != .background && self != .resources }
}

/// The interviewer's judgement of an area, 0–9, as the Addiction Severity Index has it.
enum Severity {
    static let range = 0...9

    static func words(_ severity: Int) -> String {
        switch severity {
        case 0...1: "intet egentligt problem"
        case 2...3: "lille problem"
        case 4...5: "moderat problem"
        case 6...7: "betydeligt problem"
        default: "meget alvorligt problem"
        }
    }
}

/// An assessment was written down (udredning), area by area.
struct AssessmentWritten: HouseFact {
    static let type = "assessment-written"
    typealias Body = AssessmentText

    init() {}
    init(keys: JSONObject) {}
    var keys: JSONObject { JSONObject() }
}

/// What an assessment says: words of each area, and how severe it is.
struct AssessmentText: FactBody {
    var words: [LifeArea: String] = [:]
    var severities: [LifeArea: Int] = [:]

    init() {}

    init(_ json: JSONObject) {
        for area in LifeArea.allCases {
            guard let read = json[area.rawValue]?.object else { continue }
            words[area] = read["words"]?.string
            severities[area] = read["severity"]?.wholeNumber
        }
    }

    var json: JSONObject {
        var json = JSONObject()
        // For the timeline, which shows the text of an entry as it stands.
        if !summary.isEmpty { json.append("text", .string(summary)) }
        for area in LifeArea.allCases where words[area] != nil || severities[area] != nil {
            var own = JSONObject()
            own.append("words", words[area].map { .string($0) })
            own.append("severity", severities[area].map { .integer($0) })
            json.append(area.rawValue, .object(own))
        }
        return json
    }

    /// `Alkohol (6, betydeligt problem): …`, an area a line.
    var summary: String {
        LifeArea.allCases.compactMap { area in
            let severity = severities[area].map { " (\($0), \(Severity.words($0)))" } ?? ""
            guard words[area] != nil || !severity.isEmpty else { return nil }
            return "\(area.title)\(severity): \(words[area] ?? "–")"
        }.joined(separator: "\n")
    }
}

/// An assessment is written: what each area of life is like, and how severe the interviewer finds it.
struct WriteAssessment: CaseAct {
    static let address = "udredning"
    static let title = "Udredning"
    static let button = "Gem udredningen"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("assessment-written", "skrev en udredning")
    static let ownFacts: [any HouseFact.Type] = [AssessmentWritten.self]

    static let textLengthMax = 5_000

    static func fields(_ state: CaseState) -> [ActField] {
        let severities = Severity.range.map {
            Choice(String($0), "\($0) – \(Severity.words($0))")
        }
        return [.day("udr-dato", "Dato", state.today)]
            + LifeArea.allCases.flatMap { area -> [ActField] in
                let words = ActField(
                    name: "udr-\(area.rawValue)", label: "\(area.title)",
                    kind: .text(rows: 3, lengthMax: textLengthMax), hint: "\(area.hint)",
                    isOptional: true)
                guard area.isJudged else { return [words] }
                var severity = ActField.select(
                    "alvor-\(area.rawValue)", "Hvor alvorligt er det? \(area.title)", severities,
                    prompt: "Ikke vurderet")
                severity.isOptional = true
                return [words, severity]
            }
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard entry.isOwn(AssessmentWritten.self) else { return nil }
        let text = (try? body.read(AssessmentText.self)) ?? AssessmentText()
        var values = FieldValues(["udr-dato": [entry.on.fieldText]])
        for area in LifeArea.allCases {
            values["udr-\(area.rawValue)"] = text.words[area].map { [$0] } ?? []
            values["alvor-\(area.rawValue)"] = text.severities[area].map { [String($0)] } ?? []
        }
        return values
    }

    let day: CalendarDay
    let text: AssessmentText

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        try state.requireAsked(on: day)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(AssessmentWritten(), on: day, body: text)]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Udredningen er gemt på sag \(state.ref.number).")
    }

    func field(of refusal: ActRefusal) -> String? { "udr-dato" }
}

extension WriteAssessment {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        var text = AssessmentText()
        let day = typed.pastDay("udr-dato")
        for area in LifeArea.allCases {
            let words = typed.text("udr-\(area.rawValue)")
            if !words.isEmpty { text.words[area] = words }
            let severity = typed.raw("alvor-\(area.rawValue)")
            guard area.isJudged, !severity.isEmpty else { continue }
            text.severities[area] = typed.number(
                "alvor-\(area.rawValue)", in: Severity.range, otherwise: "Vælg et tal fra 0 til 9")
        }
        if text.words.isEmpty, text.severities.isEmpty {
            typed.fault("udr-baggrund", "Skriv om mindst ét område")
        }
        self.day = try typed.required(day)
        self.text = text
    }
}
