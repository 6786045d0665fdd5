internal import Domain
internal import Records

/// Who may be told something, by what they are to the citizen. Who exactly it is, is personal, and is sealed.
enum RecipientKind: String, CaseIterable, Sendable {
    case physician, hospital, psychiatry
    case placeOfTreatment = "place-of-treatment"
    case jobCentre = "job-centre"
    case familyDepartment = "family-department"
    case socialServices = "social-services"
    case homeCare = "home-care"
    case probation
    case partner, parent, child, relative
    case employer
    case lawyer
    case other

    /// As staff say it.
    var danishName: String {
        switch self {
        case .physician: "Egen læge"
        case .hospital: "Hospital"
        case .psychiatry: "Psykiatrien"
        case .placeOfTreatment: "Behandlingssted"
        case .jobCentre: "Jobcentret"
        case .familyDepartment: "Familieafdelingen"
        case .socialServices: "Socialafdelingen"
        case .homeCare: "Hjemmeplejen eller bostøtten"
        case .probation: "Kriminalforsorgen"
        case .partner: "Ægtefælle eller samlever"
        case .parent: "Forælder"
        case .child: "Barn"
        case .relative: "Anden pårørende"
        case .employer: "Arbejdsgiver"
        case .lawyer: "Advokat eller partsrepræsentant"
        case .other: "En anden"
        }
    }
}

/// Who gave a consent.
enum ConsentGiver: String, CaseIterable, Sendable {
    case citizen
    /// For a child under 15.
    ///
    /// - Law: Sundhedsloven § 17.
    case custodyHolder = "custody-holder"
    case guardian

    var danishName: String {
        switch self {
        case .citizen: "Borgeren selv"
        case .custodyHolder: "Forældremyndighedens indehaver"
        case .guardian: "Værge"
        }
    }
}

/// What is personal of a consent: who exactly, what, and why.
struct ConsentWords: FactBody {
    /// The name of the recipient.
    var recipient: String
    /// What may be passed on.
    var what: String
    /// What it is to be used for.
    var purpose: String
    /// Why it is not in writing; empty where it is.
    var whyOral: String

    init(recipient: String, what: String, purpose: String, whyOral: String) {
        self.recipient = recipient
        self.what = what
        self.purpose = purpose
        self.whyOral = whyOral
    }

    init(_ json: JSONObject) throws(StoredValueError) {
        recipient = json["recipient"]?.string ?? ""
        what = json["text"]?.string ?? ""
        purpose = json["purpose"]?.string ?? ""
        whyOral = json["whyOral"]?.string ?? ""
    }

    var json: JSONObject {
        var json = JSONObject([
            .init("recipient", .string(recipient)), .init("text", .string(what)),
            .init("purpose", .string(purpose)),
        ])
        if !whyOral.isEmpty { json.append("whyOral", .string(whyOral)) }
        return json
    }
}

/// A consent (samtykke) as the ledger has it.
struct WrittenConsent: Sendable {
    let entry: LedgerEntry
    let consent: Consent

    /// Nil for an entry that is none.
    init?(_ entry: LedgerEntry) {
        guard case .consent(let consent) = entry.fact else { return nil }
        self.entry = entry
        self.consent = consent
    }

    /// The plain name of whom it covers: `Egen læge`, `Barn 2`. The rules compare it; who that is, is sealed.
    var recipient: String { consent.scope.first ?? "" }

    var kind: RecipientKind {
        entry.details["recipientKind"]?.string.flatMap { RecipientKind(rawValue: $0) } ?? .other
    }

    var giver: ConsentGiver {
        entry.details["givenBy"]?.string.flatMap { ConsentGiver(rawValue: $0) } ?? .citizen
    }

    var isInWriting: Bool { entry.details["inWriting"]?.bool ?? true }
}

extension CaseFile {
    /// Every consent that counts, in the order in which they were written.
    var consents: [WrittenConsent] { current.compactMap { WrittenConsent($0) } }

    /// Every recipient a consent of this case names, once.
    var recipients: [String] {
        consents.map(\.recipient).reduce(into: []) { known, one in
            if !known.contains(one) { known.append(one) }
        }
    }
}

extension CaseState {
    /// Whether a recipient may be told something on a day, by the rules: only under a consent that covers this recipient
    /// and holds at the end of that day.
    func mayDisclose(to recipient: String, on day: CalendarDay) -> QuestionAnswer? {
        var history = file.history()
        history.questions = [Question(on: day, .sendDocuments(recipient: recipient))]
        return verdict(of: history, under: standard.standard, on: day).answers.first
    }

    /// The consent under which that is; nil where there is none.
    func consent(covering recipient: String, on day: CalendarDay) -> WrittenConsent? {
        let open = deadlines(of: file.history(), under: standard.standard, on: day)
            .filter { $0.state == .open }.map(\.kind)
        return file.consents.last { given in
            given.recipient == recipient && given.entry.on <= day
                && open.contains(.consentExpiry(id: given.consent.id))
        }
    }
}

extension CaseReading {
    /// What a consent says, opened.
    func words(of given: WrittenConsent) -> ConsentWords? {
        try? body(of: given.entry).read(ConsentWords.self)
    }

    /// A recipient by name: `Egen læge: Lægerne Torvet`.
    func name(ofRecipient plain: String) -> String {
        let latest = file.consents.last { $0.recipient == plain }
        let name = latest.flatMap { words(of: $0) }?.recipient ?? ""
        return name.isEmpty ? plain : "\(plain): \(name)"
    }
}
