internal import Domain

// The cases room's invariants:
// - the ledger is the case: a fact is written once, in the words of the case history, and never changed;
// - a correction is a new entry; the old reading stays;
// - what is personal lies in the sealed body, and nowhere else.

/// A case as other rooms point at it: its id, the number people use, and where its key lies.
struct CaseRef: Hashable, Sendable {
    let id: CaseID
    let number: CaseNumber
    let slot: KeySlot
    /// The standard it was opened under; it keeps that version unless moved by a recorded act.
    let standard: StandardID?
}

/// Entries that are the house's own and no events of the case history.
enum HouseFact {
    /// Who the person is and how she may be reached. Plain: `anonymous`. Sealed: the rest. The latest counts.
    static let person = "person"
    /// Somebody took the case, or was given it (`staff`, the id in text).
    static let responsible = "responsible"
    /// The case was closed without a discharge (`reason`).
    static let closed = "case-closed"
    /// Takes away the entry it corrects: written by mistake.
    static let void = "void"

    static let all: Set<String> = [person, responsible, closed, void]
}

/// The keys a sealed body may hold.
enum BodyKey: String, CaseIterable, Sendable {
    case text, name, phone, contactBy, contactTimes, noMessage, avoid, ageGroup, pregnant
    case children, acute, cpr, born, sex, municipality
}

/// What is personal of one entry, before it is sealed and after it is opened.
struct EntryBody: Hashable, Sendable {
    private var values: [BodyKey: String] = [:]

    init(_ values: [BodyKey: String?] = [:]) {
        for (key, value) in values {
            self[key] = value
        }
    }

    /// An empty text is no text.
    subscript(key: BodyKey) -> String? {
        get { values[key] }
        set { values[key] = (newValue?.isEmpty ?? true) ? nil : newValue }
    }

    var isEmpty: Bool { values.isEmpty }

    var bytes: [UInt8] {
        var object = JSONObject()
        for key in BodyKey.allCases {
            object.append(key.rawValue, values[key].map(JSONValue.string))
        }
        return JSONWriter.write(.object(object))
    }

    /// - Throws: ``JSONFault`` for bytes that are no body.
    init(bytes: [UInt8]) throws {
        let object = try JSONReader.read(bytes).object ?? JSONObject()
        for member in object.members {
            if let key = BodyKey(rawValue: member.key) {
                self[key] = member.value.string
            }
        }
    }
}

/// One fact about to be written.
struct NewEntry: Sendable {
    var id: EntryID
    var type: String
    var on: CalendarDay
    var at: Instant?
    /// The event's own keys, as the case history names them.
    var facts: JSONObject
    /// What the house keeps besides: the hour of an offer, who it is with.
    var details: JSONObject
    var body: EntryBody?
    var corrects: EntryID?

    init(
        _ type: String, on day: CalendarDay, at: Instant? = nil, facts: JSONObject = JSONObject(),
        details: JSONObject = JSONObject(), body: EntryBody? = nil, corrects: EntryID? = nil,
        id: EntryID = EntryID(RandomID.int64())
    ) {
        self.id = id
        self.type = type
        self.on = day
        self.at = at
        self.facts = facts
        self.details = details
        self.body = body
        self.corrects = corrects
    }
}

/// One fact as it was written.
struct LedgerEntry: Sendable {
    let id: EntryID
    let caseID: CaseID
    let position: Int
    let type: String
    let on: CalendarDay
    let at: Instant?
    let facts: JSONObject
    let details: JSONObject
    let recordedAt: Instant
    let recordedBy: StaffID?
    let corrects: EntryID?
    let sealedBody: [UInt8]?

    /// The entry as an event of the case history; nil for the house's own facts.
    var event: JSONValue? { event(note: nil) }

    /// The same, with what was written beside it.
    func event(note: String?) -> JSONValue? {
        guard !HouseFact.all.contains(type) else { return nil }
        var object = JSONObject()
        if let at {
            object.append("at", .string(at.rfc3339))
        } else {
            object.append("on", .string(on.isoText))
        }
        object.append("type", .string(type))
        for member in facts.members {
            object.append(member.key, member.value)
        }
        object.append("note", note.map(JSONValue.string))
        return .object(object)
    }
}
