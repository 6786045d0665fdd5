internal import Domain
internal import HTML
internal import Records

/// An entry is kept out of what the citizen is given (undtaget fra aktindsigt).
struct EntryWithheld: HouseFact {
    static let type = "entry-withheld"

    let entry: EntryID
    let ground: Ground

    /// Whom it is for.
    enum Ground: String, CaseIterable, Sendable {
        case others
        case citizen
        case workingDocument = "working-document"

        var danishName: String {
            switch self {
            case .others: "Hensyn til andre"
            case .citizen: "Afgørende hensyn til borgeren selv"
            case .workingDocument: "Internt arbejdsdokument"
            }
        }
    }

    init(entry: EntryID, ground: Ground) {
        self.entry = entry
        self.ground = ground
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let entry = keys["entry"]?.string.flatMap({ EntryID(formText: $0) }),
            let ground = keys["ground"]?.string.flatMap(Ground.init)
        else { throw StoredValueError(expected: "a withheld entry") }
        self.init(entry: entry, ground: ground)
    }

    var keys: JSONObject {
        JSONObject([
            .init("entry", .string(entry.formText)), .init("ground", .string(ground.rawValue)),
        ])
    }
}

/// Keeps an entry out of the bundle, with a reason: it and every version of it.
struct WithholdEntry: CaseAct {
    static let address = "undtag"
    static let title = "Undtag fra aktindsigt"
    static let button = "Undtag"
    static let roles = Set<Role>.clinical
    static let leadsTo = CaseTab.records
    static let audit = AuditAction("entry-withheld", "undtog noget fra aktindsigt")
    static let ownFacts: [any HouseFact.Type] = [EntryWithheld.self]

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .hidden("undtag-post", ""),
            .choice(
                "undtag-grund", "Hvilket hensyn?",
                EntryWithheld.Ground.allCases.map { Choice($0.rawValue, "\($0.danishName)") }),
            ActField(
                name: "undtag-hvorfor", label: "Hvorfor?", kind: .text(rows: 3, lengthMax: 2_000),
                hint: "Skriv også paragraffen. Borgeren kan læse det her"),
        ]
    }

    static func about(_ entry: LedgerEntry, _ state: CaseState) -> FieldValues? {
        entry.isGiven ? FieldValues(["undtag-post": [entry.id.formText]]) : nil
    }

    static func told(_ entry: LedgerEntry) -> String {
        let ground = entry.own(EntryWithheld.self)?.ground.danishName.lowercased() ?? ""
        return "Undtaget fra aktindsigt: \(ground)"
    }

    let entry: EntryID
    let ground: EntryWithheld.Ground
    let why: String

    func require(_ state: CaseState) throws(ActRefusal) {
        guard state.file.entries.contains(where: { $0.id == entry && $0.isGiven }) else {
            throw .nothingToWithhold
        }
        if state.file.withheld.contains(entry) { throw .withheldAlready }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(EntryWithheld(entry: entry, ground: ground), on: scene.day, body: Words(why))]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Det er undtaget, og det kommer ikke med i mappen.")
    }

    func field(of refusal: ActRefusal) -> String? { "undtag-grund" }
}

extension WithholdEntry {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let entry = typed.entry("undtag-post")
        let ground = typed.choice(
            "undtag-grund", EntryWithheld.Ground.self, ifMissing: "Vælg, hvilket hensyn det er")
        why = typed.text("undtag-hvorfor", ifMissing: "Skriv, hvorfor det undtages")
        if entry == nil {
            typed.fault("undtag-grund", "Vælg i listen, hvad der skal undtages")
        }
        self.entry = try typed.required(entry)
        self.ground = try typed.required(ground)
    }
}

extension LedgerEntry {
    /// Whether it goes into what the citizen is given: every fact, and what the house keeps, but not what only strikes
    /// another out, what goes with another, or who is responsible.
    var isGiven: Bool {
        !isOwn(EntryTakenAway.self) && !isOwn(EntryWithheld.self)
            && !isOwn(ResponsibleChosen.self) && !isToldWithAnother
    }
}

extension CaseFile {
    /// What is kept out: the entries that were chosen, each with all its versions and with what struck one of them out.
    var withheld: Set<EntryID> {
        var kept = Set(current.compactMap { $0.own(EntryWithheld.self)?.entry })
        guard !kept.isEmpty else { return kept }
        var grows = true
        while grows {
            let before = kept.count
            for entry in entries {
                guard let earlier = entry.corrects else { continue }
                if kept.contains(earlier) { kept.insert(entry.id) }
                if kept.contains(entry.id), !entry.isOwn(EntryTakenAway.self) {
                    kept.insert(earlier)
                }
            }
            grows = kept.count > before
        }
        return kept
    }

    /// Why an entry is kept out, by the entry that was chosen.
    var withholdings: [(fact: EntryWithheld, entry: LedgerEntry)] {
        current.compactMap { entry in entry.own(EntryWithheld.self).map { ($0, entry) } }
    }
}
