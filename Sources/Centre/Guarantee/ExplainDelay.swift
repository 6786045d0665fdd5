internal import Domain
internal import HTML
internal import Records

/// Why the guarantee was not kept, and what was offered instead: written once for each clock that ran out, and told the
/// citizen with an apology and her right to go elsewhere.
struct GuaranteeDeviation: HouseFact {
    static let type = "guarantee-deviation"
    typealias Body = WordsWithLetter

    /// The day the clock began.
    let received: CalendarDay
    let reason: Reason

    /// From a list, so that the leader can count them.
    enum Reason: String, CaseIterable, Sendable {
        case noTime = "no-time"
        case illness, mistake, missing, other

        var danishName: String {
            switch self {
            case .noTime: "Ingen ledig tid"
            case .illness: "Sygdom hos os"
            case .mistake: "En fejl hos os"
            case .missing: "Vi manglede noget for at kunne begynde"
            case .other: "Andet"
            }
        }
    }

    init(received: CalendarDay, reason: Reason) {
        self.received = received
        self.reason = reason
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let received = keys["received"]?.string.flatMap({ CalendarDay(isoText: $0) }),
            let reason = keys["reason"]?.string.flatMap(Reason.init(rawValue:))
        else { throw StoredValueError(expected: "a deviation") }
        self.init(received: received, reason: reason)
    }

    var keys: JSONObject {
        ActLetter.late.keys([
            .init("received", .string(received.isoText)), .init("reason", .string(reason.rawValue)),
        ])
    }
}

/// A clock ran out: why, and what was offered. The citizen is told.
///
/// - Law: Sundhedsloven § 141, stk. 2, 6 and 8.
struct ExplainDelay: CaseAct {
    static let address = "afvigelse"
    static let title = "Fristen er ikke holdt"
    static let button = "Gem og lav brevet"
    static let roles: Set<Role> = [.consultant, .visitator, .leader]
    static let audit = AuditAction("delay-explained", "skrev, hvorfor fristen ikke er holdt")
    static let ownFacts: [any HouseFact.Type] = [GuaranteeDeviation.self]
    static let isFinal = true
    static let isChecked = true

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .choice(
                "afv-aarsag", "Hvad er årsagen?",
                GuaranteeDeviation.Reason.allCases.map { Choice($0.rawValue, "\($0.danishName)") }),
            .text("afv-hvorfor", "Forklaring til borgeren", rows: 3),
            .text("afv-tilbudt", "Hvad har vi tilbudt?", rows: 3),
        ] + LetterFields.all(state)
    }

    static func told(_ entry: LedgerEntry) -> String {
        let reason = entry.own(GuaranteeDeviation.self)?.reason.danishName.lowercased() ?? ""
        return "Fristen er ikke holdt: \(reason)"
    }

    let reason: GuaranteeDeviation.Reason
    let why: String
    let offered: String
    let recipient: [String]
    let delivery: Delivery

    func require(_ state: CaseState) throws(ActRefusal) {
        guard state.clock?.hasRunOut == true else { throw .notLate }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        guard let clock = scene.state.clock else { return [] }
        return [
            NewFact(
                GuaranteeDeviation(received: clock.received, reason: reason), on: scene.day,
                body: WordsWithLetter("\(why) \(offered)", letter(scene.state)))
        ]
    }

    func preview(_ scene: ActScene, _ reading: CaseReading) -> HTML {
        reading.draft(of: letter(scene.state), by: scene.actor.staff)
    }

    func letter(_ state: CaseState) -> LetterText {
        let (today, phone) = (state.today, state.standard.profile.phone)
        let lastDay = state.clock?.lastDay.inWords ?? ""
        return LetterText(
            recipient: recipient, subject: "Vi har ikke holdt fristen",
            paragraphs: [
                "Kære \(recipient.first ?? "")",
                """
                Du har ret til at begynde i behandling senest \(lastDay). Det nåede vi ikke. Det er \
                vi kede af, og vi siger undskyld.
                """,
                "Det er fordi: \(why)",
                "Vi har tilbudt dig: \(offered)",
                elsewhere(state),
                "Ring til os på \(phone). Så finder vi ud af det sammen.",
                "Din ret til at begynde i tide står i \(Law.citation(.guarantee, on: today)).",
            ].filter { !$0.isEmpty })
    }

    /// The right to choose another place, as the law and the standard give it.
    private func elsewhere(_ state: CaseState) -> String {
        var history = state.file.history()
        history.questions = [
            Question(
                on: state.today,
                .freeChoice(
                    ChosenPlace(
                        modality: .outpatient, approved: true, listed: true,
                        municipalAgreements: 1, municipal: false)))
        ]
        let answer = verdict(of: history, under: state.standard.standard, on: state.today)
            .answers.first
        guard answer?.allowed == true else { return "" }
        return """
            Du kan også vælge et andet sted, uanset hvor du bor. Det er gratis. Det står i \
            \(Law.citation(.freeAnywhere, on: state.today)). Stedet skal være godkendt af \
            Socialtilsynet. Vi hjælper dig gerne med at finde et.
            """
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Årsagen er gemt, og brevet er lavet.", next: "Åbn det under Breve.")
    }

    func field(of refusal: ActRefusal) -> String? { "afv-aarsag" }
}

extension ExplainDelay {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let reason = typed.choice(
            "afv-aarsag", GuaranteeDeviation.Reason.self, ifMissing: "Vælg en årsag")
        why = typed.letterText("afv-hvorfor", ifMissing: "Skriv, hvorfor fristen ikke er holdt")
        offered = typed.letterText("afv-tilbudt", ifMissing: "Skriv, hvad vi har tilbudt")
        recipient = typed.recipient()
        let delivery = typed.delivery(state)
        self.reason = try typed.required(reason)
        self.delivery = try typed.required(delivery)
    }
}

extension GuaranteeClock {
    /// Treatment began too late, or has not begun although its last day is past.
    var hasRunOut: Bool { status == .overdue || status == .late }
}

extension CaseState {
    /// The clock has run out, and nobody has said why.
    var owesReason: Bool {
        guard let clock, clock.hasRunOut else { return false }
        return !file.current.contains {
            $0.own(GuaranteeDeviation.self)?.received == clock.received
        }
    }
}
