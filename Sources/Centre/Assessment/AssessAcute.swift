internal import Domain
internal import HTML
internal import Records

/// Somebody came with withdrawal symptoms, and it was judged whether she must be admitted (akut vurdering).
struct AcuteAssessed: HouseFact {
    static let type = "acute-assessed"

    init() {}
    init(keys: JSONObject) {}
    var keys: JSONObject { JSONObject() }
}

/// The signs of danger are gone through. The rules answer: admission, or withdrawal at home; a number never decides alone.
struct AssessAcute: CaseAct {
    static let address = "akut"
    static let title = "Akut vurdering"
    static let button = "Vurdér"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("acute-assessed", "lavede en akut vurdering")
    static let ownFacts: [any HouseFact.Type] = [AcuteAssessed.self]

    /// The signs, as the form offers them.
    enum Sign: String, CaseIterable, Sendable {
        case delirium, seizures, neurological, suicidal

        var danishName: String {
            switch self {
            case .delirium: "Har tidligere haft delirium tremens"
            case .seizures: "Har tidligere haft abstinenskramper"
            case .neurological: "Har neurologiske symptomer"
            case .suicidal: "Har selvmordstanker"
            }
        }
    }

    static func fields(_ state: CaseState) -> [ActField] {
        [
            ActField(
                name: "akut-tegn", label: "Tegn",
                kind: .ticks(Sign.allCases.map { Choice($0.rawValue, "\($0.danishName)") }),
                isOptional: true),
            ActField(
                name: "akut-promille", label: "Promille", kind: .line(lengthMax: 6),
                hint: "For eksempel 1,8", isOptional: true),
            ActField(
                name: "akut-ciwa", label: "CIWA-Ar", kind: .number, hint: "Sum, hvis den er målt",
                isOptional: true),
            .text("akut-tekst", "Hvad ser du, og hvad aftaler I?", rows: 3, isOptional: true),
        ]
    }

    let state: AcuteState
    let text: String

    func require(_ state: CaseState) throws(ActRefusal) {}

    func facts(in scene: ActScene) throws -> [NewFact] {
        let answer = ruling(scene.state)
        let said = answer.map { ([Self.words($0)] + $0.because.map(\.text)).joined(separator: " ") }
        return [
            NewFact(
                AcuteAssessed(), on: scene.day, at: scene.corrected == nil ? scene.now : nil,
                body: Words([said, text].compactMap(\.self).joined(separator: "\n")))
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        let answer = ruling(state)
        return Confirmation(
            answer.map(Self.words) ?? "Vurderingen er gemt.",
            next: answer?.because.map(\.text).joined(separator: " "))
    }

    private func ruling(_ state: CaseState) -> QuestionAnswer? {
        var history = state.file.history()
        history.questions = [Question(on: state.today, .acute(self.state))]
        return verdict(of: history, under: state.standard.standard, on: state.today).answers.first
    }

    private static func words(_ answer: QuestionAnswer) -> String {
        (answer.value.map { $0.utf8.elementsEqual("admission".utf8) } ?? false)
            ? "Reglerne peger på indlæggelse." : "Reglerne peger på behandling hjemmefra."
    }
}

extension AssessAcute {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let signs = typed.ticked("akut-tegn")
        func has(_ sign: Sign) -> Bool? { signs.contains(sign.rawValue) ? true : nil }
        var acute = AcuteState(
            previousDelirium: has(.delirium), previousSeizures: has(.seizures),
            suicidal: has(.suicidal), neurological: has(.neurological))
        text = typed.text("akut-tekst")
        let promille = typed.text("akut-promille")
        if !promille.isEmpty {
            acute.promille = Self.promille(promille)
            if acute.promille == nil {
                typed.fault(
                    "akut-promille", "Skriv promillen som et tal fra 0 til 9, for eksempel 1,8")
            }
        }
        if !typed.raw("akut-ciwa").isEmpty {
            acute.ciwa = typed.number(
                "akut-ciwa", in: 0...67, otherwise: "Skriv summen som et tal fra 0 til 67")
        }
        try typed.finish()
        self.state = acute
    }

    private static func promille(_ typed: String) -> Double? {
        let figures = typed.replacing(",", with: ".")
        guard typed.utf8.allSatisfy({ (48...57).contains($0) || $0 == 44 || $0 == 46 }),
            let value = Double(figures), (0...9).contains(value)
        else { return nil }
        return value
    }
}
