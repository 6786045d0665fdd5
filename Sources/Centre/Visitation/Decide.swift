internal import Domain
internal import HTML
internal import Records

/// An afgørelse: granted, another offer granted, or refused. Its letter is shown as the citizen will get it before anything
/// is decided; afterwards it stands.
///
/// - Law: Forvaltningsloven §§ 3, 19, 22–25; Sundhedsloven § 141, stk. 1.
struct Decide: CaseAct {
    static let address = "afgoerelse"
    static let title = "Træf afgørelse"
    static let button = "Træf afgørelse"
    static let roles: Set<Role> = [.visitator, .leader]
    static let audit = AuditAction("decision-taken", "traf en afgørelse")
    static let ownFacts: [any HouseFact.Type] = [DecisionReplaced.self, OnAgenda.self]
    static let isFinal = true
    static let isChecked = true
    static let leadsTo = CaseTab.decisions

    enum Outcome: String, Sendable {
        case granted = "bevilget"
        case otherGranted = "andet"
        case refused = "afslag"
    }

    static let paymentMax = 10_000

    static func writes(_ entry: LedgerEntry) -> Bool {
        entry.isDecision || ownFacts.contains { entry.isOwn($0) }
    }

    static func told(_ entry: LedgerEntry) -> String {
        if let point = entry.own(OnAgenda.self) {
            return "På dagsordenen til mødet \(point.heldOn.danishDigits)"
        }
        guard let decision = entry.decision else { return "En del af en afgørelse er erstattet" }
        let what = decision.modality.danishName
        return switch decision.outcome {
        case .refused: "Afgørelse: afslag på \(what)"
        case .granted:
            "Afgørelse: \(what) bevilget"
                + (decision.until.map { " til og med \($0.danishDigits)" } ?? "")
        }
    }

    let outcome: Outcome
    /// What is granted; nil where nothing is.
    let grant: Grant?
    let words: DecisionWords
    /// The meeting at which it was taken; nil where it was taken outside one.
    let meeting: FormID?
    let recipient: [String]
    let delivery: Delivery

    /// What the citizen gets.
    struct Grant: Sendable {
        let modality: Modality
        let place: String
        let from: CalendarDay
        let until: CalendarDay
        /// Kroner a day for board and lodging; none where it is free.
        let payment: Int?
    }

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        try state.requireAwaitingDecision()
        try state.requireNoConflict()
        let rules = rules(state)
        if let against = rules.leastIntrusive ?? rules.freeOfCharge { throw .againstRules(against) }
        let visitation = state.visitation
        guard rules.hearing != nil, !visitation.isHeard(on: state.today),
            words.noHearing.isEmpty
        else { return }
        if let hearing = visitation.hearing { throw .hearingRuns(hearing.until) }
    }

    private func draft(_ state: CaseState) -> DecisionDraft {
        DecisionDraft(
            applied: state.visitation.proposal?.modality ?? .residential,
            granted: grant?.modality, hasOwnPayment: grant?.payment != nil)
    }

    func rules(_ state: CaseState) -> DecisionRules {
        decisionRules(
            for: draft(state), isYoung: state.visitation.proposal?.isYoung ?? false,
            in: state.file.history(), under: state.standard.standard, on: state.today)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        let (state, replaced) = (scene.state, scene.state.visitation.decision)
        var facts = decisions(state).enumerated().map { index, decision in
            NewFact(
                .decision(decision), on: scene.day, details: index == 0 ? details : JSONObject(),
                body: index == 0 ? DecisionText(words, letter(state)) : nil,
                corrects: index < replaced.count ? replaced[index].id : nil)
        }
        facts += replaced.dropFirst(facts.count).map {
            NewFact(DecisionReplaced(), on: scene.day, corrects: $0.id)
        }
        return facts
    }

    /// Who is granted something else than she applied for is refused that as well.
    func decisions(_ state: CaseState) -> [Decision] {
        let applied = draft(state).applied
        let granted = grant.map {
            Decision(
                modality: $0.modality, outcome: .granted, until: $0.until, delivery: delivery)
        }
        let refused = Decision(modality: applied, outcome: .refused, delivery: delivery)
        return switch outcome {
        case .granted: [granted].compactMap(\.self)
        case .otherGranted: [refused, granted].compactMap(\.self)
        case .refused: [refused]
        }
    }

    private var details: JSONObject {
        var details = JSONObject()
        details.append("meeting", meeting.map { .string($0.formText) })
        details.append("from", grant.map { .string($0.from.isoText) })
        details.append(ActLetter.key, .string(letterKind.rawValue))
        details.append(ActLetter.versionKey, .integer(ActLetter.version))
        return details
    }

    var letterKind: ActLetter {
        switch outcome {
        case .granted: .granted
        case .otherGranted: .otherGranted
        case .refused: .refused
        }
    }

    func letter(_ state: CaseState) -> LetterText {
        DecisionLetter(decide: self, state: state, draft: draft(state)).text
    }

    func preview(_ scene: ActScene, _ reading: CaseReading) -> HTML {
        reading.draft(of: letter(scene.state), by: scene.actor.staff)
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Afgørelsen er truffet, og brevet er lavet.",
            next: delivery == .digitalPost
                ? "Send det med Digital Post fra brevets side."
                : "Udskriv det fra brevets side.")
    }

    func field(of refusal: ActRefusal) -> String? { "afg-udfald" }
}

/// What the decision says in the words of whoever takes it.
struct DecisionWords: Hashable, Sendable {
    var reasons = ""
    /// What is offered instead of what is refused.
    var instead = ""
    /// Why the citizen is to pay.
    var paymentWhy = ""
    /// Why it was taken outside a meeting, where the body meets.
    var outsideMeeting = ""
    /// Why the citizen was not heard first.
    var noHearing = ""
    /// What was said at the meeting: for the minutes, not for the letter.
    var minutes = ""
}

/// What is sealed of a decision: what was written, and the letter.
struct DecisionText: FactBody {
    let words: DecisionWords
    let letter: LetterText

    init(_ words: DecisionWords, _ letter: LetterText) {
        self.words = words
        self.letter = letter
    }

    init(_ json: JSONObject) throws(StoredValueError) {
        func text(_ key: String) -> String { json[key]?.string ?? "" }
        words = DecisionWords(
            reasons: text("text"), instead: text("instead"), paymentWhy: text("paymentWhy"),
            outsideMeeting: text("outsideMeeting"), noHearing: text("noHearing"),
            minutes: text("minutes"))
        letter = try CarriedLetter(json).letter
    }

    var json: JSONObject {
        var json = JSONObject()
        for (key, text) in [
            ("text", words.reasons), ("instead", words.instead), ("paymentWhy", words.paymentWhy),
            ("outsideMeeting", words.outsideMeeting), ("noHearing", words.noHearing),
            ("minutes", words.minutes),
        ] where !text.isEmpty { json.append(key, .string(text)) }
        json.append(CarriedLetter.key, .object(letter.json))
        return json
    }
}
