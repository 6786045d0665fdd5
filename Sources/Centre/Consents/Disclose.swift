internal import Domain
internal import HTML
internal import Records

/// Something was told or sent to somebody outside the centre (videregivelse), and the consent it stands on.
struct Disclosure: HouseFact {
    static let type = "disclosure"
    typealias Body = DisclosureWords

    /// How it went.
    enum Way: String, CaseIterable, Sendable {
        case digitalPost = "digital-post"
        case letter, phone, meeting

        var danishName: String {
            switch self {
            case .digitalPost: "Digital Post eller sikker mail"
            case .letter: "Brev"
            case .phone: "Telefon"
            case .meeting: "Møde"
            }
        }
    }

    /// The plain name of who was told, as the consent has it.
    let recipient: String
    /// The ground: the consent's name in the case.
    let consentID: String
    let way: Way

    init(recipient: String, consentID: String, way: Way) {
        self.recipient = recipient
        self.consentID = consentID
        self.way = way
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let recipient = keys["recipient"]?.string, let consent = keys["consent"]?.string,
            let way = keys["way"]?.string.flatMap(Way.init)
        else { throw StoredValueError(expected: "a disclosure") }
        self.init(recipient: recipient, consentID: consent, way: way)
    }

    var keys: JSONObject {
        JSONObject([
            .init("recipient", .string(recipient)), .init("consent", .string(consentID)),
            .init("way", .string(way.rawValue)),
        ])
    }
}

/// What is personal of a disclosure.
struct DisclosureWords: FactBody {
    /// The recipient's name on that day.
    var recipient: String
    /// What was told or sent.
    var what: String

    init(recipient: String, what: String) {
        self.recipient = recipient
        self.what = what
    }

    init(_ json: JSONObject) throws(StoredValueError) {
        recipient = json["recipient"]?.string ?? ""
        what = json["text"]?.string ?? ""
    }

    var json: JSONObject {
        var json = JSONObject([.init("text", .string(what))])
        if !recipient.isEmpty { json.append("recipient", .string(recipient)) }
        return json
    }
}

/// Tells or sends something to somebody outside the centre: only under a consent that covers this recipient on that day.
///
/// - Law: Sundhedsloven §§ 40 and 43; forvaltningsloven §§ 27-29.
struct Disclose: CaseAct {
    static let address = "videregivelse"
    static let title = "Skriv, at noget er givet videre"
    static let button = "Gem"
    static let roles = Set<Role>.clinical
    static let leadsTo = CaseTab.consents
    static let audit = AuditAction("disclosed", "gav oplysninger videre")
    static let ownFacts: [any HouseFact.Type] = [Disclosure.self]

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .select(
                "videre-hvem", "Hvem har fået noget at vide?",
                state.file.recipients.map { Choice($0, "\($0)") }, prompt: "Vælg"),
            ActField(
                name: "videre-hvad", label: "Hvad har de fået?",
                kind: .text(rows: 3, lengthMax: 2_000),
                hint: "Oplysningerne eller dokumenterne, ikke mere end samtykket dækker"),
            .choice(
                "videre-hvordan", "Hvordan?",
                Disclosure.Way.allCases.map { Choice($0.rawValue, "\($0.danishName)") }),
            .day("videre-dato", "Dato", state.today),
        ]
    }

    static func shown(_ field: ActField, _ reading: CaseReading) -> ActField {
        guard field.name == "videre-hvem" else { return field }
        var field = field
        field.kind = .select(
            reading.file.recipients.map {
                Choice($0, "\(reading.name(ofRecipient: $0))")
            }, prompt: "Vælg")
        return field
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let disclosure = entry.own(Disclosure.self) else { return nil }
        return FieldValues([
            "videre-hvem": [disclosure.recipient], "videre-hvad": body.text.map { [$0] } ?? [],
            "videre-hvordan": [disclosure.way.rawValue], "videre-dato": [entry.on.fieldText],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        guard let disclosure = entry.own(Disclosure.self) else { return title }
        return "Givet videre til \(disclosure.recipient)"
    }

    let recipient: String
    let what: String
    let way: Disclosure.Way
    let day: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) {
        guard let answer = state.mayDisclose(to: recipient, on: day),
            let reason = answer.because.first
        else { throw .noConsent }
        guard answer.allowed else { throw .againstRules(reason) }
    }

    /// The consent, for the recipient's name.
    func carriedOver(from file: CaseFile) -> [LedgerEntry] {
        file.consents.filter { $0.recipient == recipient }.map(\.entry)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        guard let ground = scene.state.consent(covering: recipient, on: day) else {
            throw ActRefusal.noConsent
        }
        let words = try scene.opened[ground.entry.id]?.read(ConsentWords.self)
        return [
            NewFact(
                Disclosure(recipient: recipient, consentID: ground.consent.id, way: way), on: day,
                body: DisclosureWords(recipient: words?.recipient ?? "", what: what))
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Det er gemt, hvad \(recipient) har fået, og hvilket samtykke det står på.")
    }

    func field(of refusal: ActRefusal) -> String? { "videre-hvem" }
}

extension Disclose {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let who = typed.raw("videre-hvem")
        let recipient = state.file.recipients.first { $0.utf8.elementsEqual(who.utf8) }
        if recipient == nil {
            typed.fault("videre-hvem", "Vælg, hvem der har fået noget at vide")
        }
        what = typed.text("videre-hvad", ifMissing: "Skriv, hvad de har fået")
        let way = typed.choice(
            "videre-hvordan", Disclosure.Way.self, ifMissing: "Vælg, hvordan det skete")
        let day = typed.pastDay("videre-dato")
        self.recipient = try typed.required(recipient)
        self.way = try typed.required(way)
        self.day = try typed.required(day)
    }
}
