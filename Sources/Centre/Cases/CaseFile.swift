internal import Domain

/// Everything written about one case, in the order it was recorded.
struct CaseFile: Sendable {
    let ref: CaseRef
    let entries: [LedgerEntry]
    /// The history without the person, where the shelf has read it already.
    var keptHistory: CaseHistory?

    /// The entries that count today: without those that were corrected and without what corrected them away. A
    /// correction stands in the place of what it corrects, so a mended date opens no case that was closed after it.
    var current: [LedgerEntry] {
        let replaced = Set(entries.compactMap(\.corrects))
        let counted = entries.filter { !replaced.contains($0.id) && $0.type != HouseFact.void }
        guard !replaced.isEmpty else { return counted }
        var places: [EntryID: Int] = [:]
        for entry in entries {
            places[entry.id] = entry.corrects.flatMap { places[$0] } ?? entry.position
        }
        return counted.sorted { (places[$0.id] ?? 0) < (places[$1.id] ?? 0) }
    }

    /// The ledger is the case history: the same facts, in the words of the rules.
    ///
    /// - Parameters:
    ///   - person: what is known of the person, where a logged access opened it; the rules of the clock need none of it.
    ///   - notes: what was written with an entry, where the same access opened it.
    /// - Throws: ``HistoryFaults`` where the ledger holds what the case history does not know: a fault of ours.
    func history(
        person: EntryBody? = nil, notes: [EntryID: String] = [:]
    ) throws -> CaseHistory {
        if person == nil, notes.isEmpty, let keptHistory { return keptHistory }
        var object = JSONObject()
        object.append("format", "fjorten-case-history/1")
        object.append("person", .object(personFacts(person)))
        object.append("events", .array(chronological.compactMap { $0.event(note: notes[$0.id]) }))
        return try CaseHistory(json: .object(object))
    }

    /// By day, and within the day in the order of recording.
    var chronological: [LedgerEntry] {
        current.sorted { $0.on < $1.on }
    }

    /// What was written down of the course: every fact that counts but the house's own. Where none is left, the last
    /// one that was.
    var records: [LedgerEntry] {
        let facts = current.filter { !HouseFact.all.contains($0.type) }
        return facts.isEmpty ? entries.max { $0.on < $1.on }.map { [$0] } ?? [] : facts
    }

    /// The day of the last of them; nil for a case nobody has written in.
    var lastOn: CalendarDay? { records.map(\.on).max() }

    /// The latest word on who the person is.
    var personEntry: LedgerEntry? {
        current.last { $0.type == HouseFact.person }
    }

    /// Whether the citizen has chosen to be anonymous.
    ///
    /// - Law: Sundhedsloven § 141, stk. 7.
    var isAnonymous: Bool {
        personEntry?.facts["anonymous"]?.bool ?? true
    }

    private func personFacts(_ body: EntryBody?) -> JSONObject {
        var facts = JSONObject()
        if isAnonymous { facts.append("anonymous", true) }
        guard let body else { return facts }
        facts.append("born", body[.born].map(JSONValue.string))
        facts.append("sex", body[.sex].map(JSONValue.string))
        facts.append("municipality", body[.municipality].map(JSONValue.string))
        if !isAnonymous { facts.append("cpr", body[.cpr].map(JSONValue.string)) }
        return facts
    }
}

/// What the lists need to know of a case without reading it: kept in `open_case`, always computable from the ledger.
struct CaseProjection: Hashable, Sendable {
    let isOpen: Bool
    let responsible: StaffID?
    let receivedOn: CalendarDay

    /// Replays the entries that count. A case is open from its enquiry until a discharge or until it is closed; an
    /// enquiry after that opens it again.
    init?(_ file: CaseFile) {
        var isOpen = false
        var responsible: StaffID?
        var receivedOn: CalendarDay?
        for entry in file.current {
            switch entry.type {
            case "enquiry", "treatment-wish":
                isOpen = true
                receivedOn = entry.on
            case "discharge", HouseFact.closed:
                isOpen = false
            case HouseFact.responsible:
                responsible = entry.facts["staff"]?.string.flatMap { Int64($0) }.map { StaffID($0) }
            default:
                break
            }
        }
        guard let receivedOn else { return nil }
        self.isOpen = isOpen
        self.responsible = responsible
        self.receivedOn = receivedOn
    }
}
