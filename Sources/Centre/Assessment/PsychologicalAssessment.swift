internal import Domain
internal import HTML
internal import Records

/// A step of a psychological assessment (psykologisk udredning), as KL's catalogue of 2009 tells it in ten (bilag 4,
/// Fredericia).
enum PsychologicalStep: Int, CaseIterable, Sendable {
    case records = 1
    case colleagues, invitation, interview, tests, supplements, summary, feedback, offer, followUp

    var danishName: String {
        switch self {
        case .records: "Journaler er fundet frem"
        case .colleagues: "Kollegers erfaringer er hentet"
        case .invitation: "Borgeren er indkaldt og ved, hvad det går ud på"
        case .interview: "Interview"
        case .tests: "Test"
        case .supplements: "Pårørende, specialister, henvisning"
        case .summary: "Samlet vurdering er skrevet"
        case .feedback: "Tilbagemelding til borgeren"
        case .offer: "Tilbud om behandling, og hvem der følger op"
        case .followUp: "Fulgt op i behandlingen"
        }
    }
}

/// A step was taken.
struct PsychologicalStepTaken: HouseFact {
    static let type = "psychological-step"

    var step: PsychologicalStep

    init(_ step: PsychologicalStep) { self.step = step }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let step = keys["step"]?.wholeNumber.flatMap({ PsychologicalStep(rawValue: $0) })
        else { throw StoredValueError(expected: "a step of an assessment") }
        self.step = step
    }

    var keys: JSONObject { JSONObject([.init("step", .integer(step.rawValue))]) }
}

/// A step of the psychological assessment is noted. Tests are taken by whoever is trained in them, and the citizen hears
/// what came of it before anything is offered.
struct TakePsychologicalStep: CaseAct {
    static let address = "psykologisk"
    static let title = "Psykologisk udredning"
    static let button = "Gem trinnet"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction(
        "psychological-step", "noterede et trin i en psykologisk udredning")
    static let ownFacts: [any HouseFact.Type] = [PsychologicalStepTaken.self]

    static func fields(_ state: CaseState) -> [ActField] {
        let next = state.file.nextPsychologicalStep
        return [
            .select(
                "trin", "Trin",
                PsychologicalStep.allCases.map {
                    Choice(String($0.rawValue), "\($0.rawValue). \($0.danishName)")
                }, chosen: next.map { String($0.rawValue) }, prompt: "Vælg"),
            .text("trin-tekst", "Hvad kom der ud af det?", rows: 4),
            .tick("trin-uddannet", "Testene er taget af en, der er uddannet i dem"),
            .day("trin-dato", "Dato", state.today),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let taken = entry.own(PsychologicalStepTaken.self) else { return nil }
        return FieldValues([
            "trin": [String(taken.step.rawValue)], "trin-tekst": body.text.map { [$0] } ?? [],
            "trin-uddannet": taken.step == .tests ? ["ja"] : [],
            "trin-dato": [entry.on.fieldText],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        guard let taken = entry.own(PsychologicalStepTaken.self) else { return title }
        return
            "Psykologisk udredning, trin \(taken.step.rawValue): \(taken.step.danishName.lowercased())"
    }

    let step: PsychologicalStep
    let text: String
    let day: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        try state.requireAsked(on: day)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(PsychologicalStepTaken(step), on: day, body: Words(text))]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Trin \(step.rawValue) er gemt på sag \(state.ref.number).")
    }

    func field(of refusal: ActRefusal) -> String? { "trin-dato" }
}

extension TakePsychologicalStep {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let step = Int(typed.raw("trin").prefix(2)).flatMap { PsychologicalStep(rawValue: $0) }
        if step == nil { typed.fault("trin", "Vælg et trin") }
        text = typed.text("trin-tekst", ifMissing: "Skriv, hvad der kom ud af det")
        if step == .tests, !typed.isTicked("trin-uddannet") {
            typed.fault(
                "trin-tekst", "Sæt kryds ved, at testene er taget af en, der er uddannet i dem")
        }
        let taken = state.file.psychologicalSteps
        if step == .offer, !taken.contains(.feedback) {
            typed.fault(
                "trin", "Borgeren skal først have en tilbagemelding. Gem trin 8 først")
        }
        let day = typed.pastDay("trin-dato")
        self.step = try typed.required(step)
        self.day = try typed.required(day)
    }
}

extension CaseFile {
    /// The steps that were taken.
    var psychologicalSteps: Set<PsychologicalStep> {
        Set(current.compactMap { $0.own(PsychologicalStepTaken.self)?.step })
    }

    /// The first that was not.
    var nextPsychologicalStep: PsychologicalStep? {
        let taken = psychologicalSteps
        return PsychologicalStep.allCases.first { !taken.contains($0) }
    }
}
