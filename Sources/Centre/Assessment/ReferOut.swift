internal import Domain
internal import HTML
internal import Records

/// The citizen was referred to somebody else (henvist videre), who is to answer.
struct ReferredOut: HouseFact {
    static let type = "referral"

    /// To whom.
    enum Recipient: String, CaseIterable, Sendable {
        case ownDoctor = "own-doctor"
        case psychiatry, hospital, municipality, other

        var danishName: String {
            switch self {
            case .ownDoctor: "Egen læge"
            case .psychiatry: "Psykiatrien"
            case .hospital: "Hospital"
            case .municipality: "En anden afdeling i kommunen"
            case .other: "En anden"
            }
        }
    }

    var recipient: Recipient

    init(to recipient: Recipient) { self.recipient = recipient }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let recipient = keys["to"]?.string.flatMap({ Recipient(rawValue: $0) }) else {
            throw StoredValueError(expected: "a referral")
        }
        self.recipient = recipient
    }

    var keys: JSONObject { JSONObject([.init("to", .string(recipient.rawValue))]) }
}

/// The one who was asked has answered (svar på henvisning).
struct ReferralAnswered: HouseFact {
    static let type = "referral-answer"

    /// The entry with the referral.
    var referral: EntryID

    init(_ referral: EntryID) { self.referral = referral }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let id = keys["referral"]?.string.flatMap({ EntryID(formText: $0) }) else {
            throw StoredValueError(expected: "an answer to a referral")
        }
        referral = id
    }

    var keys: JSONObject { JSONObject([.init("referral", .string(referral.formText))]) }
}

/// The citizen is referred on, and the answer is waited for.
struct ReferOut: CaseAct {
    static let address = "henvis"
    static let title = "Henvis videre"
    static let button = "Gem henvisningen"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("referred-out", "henviste en borger videre")
    static let ownFacts: [any HouseFact.Type] = [ReferredOut.self]

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .choice(
                "henvist-til", "Til hvem?",
                ReferredOut.Recipient.allCases.map { Choice($0.rawValue, "\($0.danishName)") }),
            .text("henvist-tekst", "Hvorfor, og hvad spørger I om?", rows: 3),
            .day("henvist-dato", "Henvist den", state.today),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let referral = entry.own(ReferredOut.self) else { return nil }
        return FieldValues([
            "henvist-til": [referral.recipient.rawValue],
            "henvist-tekst": body.text.map { [$0] } ?? [], "henvist-dato": [entry.on.fieldText],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        guard let referral = entry.own(ReferredOut.self) else { return title }
        return "Henvist: \(referral.recipient.danishName.lowercased())"
    }

    let recipient: ReferredOut.Recipient
    let text: String
    let day: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) { try state.requireOpen() }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(ReferredOut(to: recipient), on: day, body: Words(text))]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Henvisningen er gemt. Den står under Målinger, til svaret er kommet.")
    }
}

extension ReferOut {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let recipient = typed.choice(
            "henvist-til", ReferredOut.Recipient.self,
            ifMissing: "Vælg, hvem borgeren er henvist til")
        text = typed.text("henvist-tekst", ifMissing: "Skriv, hvorfor der henvises")
        let day = typed.pastDay("henvist-dato")
        self.recipient = try typed.required(recipient)
        self.day = try typed.required(day)
    }
}

/// The answer to a referral is noted.
struct AnswerReferral: CaseAct {
    static let address = "henvisningssvar"
    static let title = "Svar på henvisning"
    static let button = "Gem svaret"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("referral-answered", "noterede svar på en henvisning")
    static let ownFacts: [any HouseFact.Type] = [ReferralAnswered.self]

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .select(
                "svar-paa", "Hvilken henvisning?",
                state.file.referrals.map { entry, isOpen in
                    Choice(
                        entry.id.formText,
                        """
                        \(ReferOut.told(entry)), \(entry.on.danishDigits)\
                        \(isOpen ? "" : " (besvaret)")
                        """)
                }),
            .text("svar-tekst", "Hvad er svaret?", rows: 3),
            .day("svar-dato", "Svaret kom den", state.today),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let answer = entry.own(ReferralAnswered.self) else { return nil }
        return FieldValues([
            "svar-paa": [answer.referral.formText], "svar-tekst": body.text.map { [$0] } ?? [],
            "svar-dato": [entry.on.fieldText],
        ])
    }

    let referral: EntryID
    let text: String
    let day: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireUnreplaced(referral)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(ReferralAnswered(referral), on: day, body: Words(text))]
    }

    func confirmation(_ state: CaseState) -> Confirmation { Confirmation("Svaret er gemt.") }
}

extension AnswerReferral {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let id = typed.entry("svar-paa")
        let referral = state.file.current.first { $0.id == id && $0.isOwn(ReferredOut.self) }
        if referral == nil {
            typed.fault(
                "svar-paa",
                "Vælg den henvisning, der er svaret på. Skriv den først, hvis den mangler")
        }
        text = typed.text("svar-tekst", ifMissing: "Skriv, hvad der er svaret")
        let day = typed.pastDay("svar-dato")
        if let referral, let day, day < referral.on {
            typed.fault("svar-dato", "Svaret kan ikke være kommet før \(referral.on.fieldText)")
        }
        self.referral = try typed.required(referral).id
        self.day = try typed.required(day)
    }
}

extension CaseFile {
    /// The referrals, those that nobody has answered yet first.
    var referrals: [(entry: LedgerEntry, isOpen: Bool)] {
        let answered = Set(current.compactMap { $0.own(ReferralAnswered.self)?.referral })
        let all = current.filter { $0.isOwn(ReferredOut.self) }.map {
            (entry: $0, isOpen: !answered.contains($0.id))
        }
        return all.filter(\.isOpen) + all.filter { !$0.isOpen }
    }
}
