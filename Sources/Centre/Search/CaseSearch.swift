internal import Domain
internal import Records
internal import SQLite

/// Leads from what somebody typed to the cases it can mean.
struct CaseSearch: Sendable {
    let index: SearchIndex
    let ledger: Ledger
    let staff: StaffAccounts
    /// The case behind a receipt's four words; the intake room knows.
    let caseBehindCode: @Sendable (String, borrowing Connection) throws -> CaseID?

    /// How many are shown; more than these are not told apart by looking.
    static let hitsMax = 25

    /// The cases a question leads to, and how many more there are.
    ///
    /// - Returns: `percentRead` where names cannot be searched yet.
    func cases(
        for query: SearchQuery, on today: CalendarDay, in db: borrowing Connection
    ) throws -> (cases: [CaseRef], total: Int, percentRead: Int?) {
        let limit = Self.hitsMax
        var first: CaseRef?
        var found: NameIndex.Found? = NameIndex.Found()
        switch query {
        case .nothing: break
        case .caseNumber(let number): first = try ledger.find(number, in: db)
        case .serial(let serial): first = try newest(serial, on: today, in: db)
        case .cpr(let cpr): found = index.find { $0.find(cpr: cpr, limit: limit) }
        case .phone(let phone): found = index.find { $0.find(phone: phone, limit: limit) }
        case .words(let words, let typed):
            first = try caseBehindCode(typed, db).flatMap { try ledger.find($0, in: db) }
            found = index.find { $0.find(words, limit: limit) }
        }
        var refs = first.map { [$0] } ?? []
        for id in found?.cases ?? [] where id != first?.id {
            // Erased since the index was asked: then it is nobody's.
            if let ref = try ledger.find(id, in: db) { refs.append(ref) }
        }
        var percentRead: Int?
        if found == nil, case .building(let percent) = index.readiness { percentRead = percent }
        if found == nil, index.readiness == .notBegun { percentRead = 0 }
        return (refs, max(refs.count, found?.total ?? 0), percentRead)
    }

    /// The case of this year with the number, else the latest of those before.
    private func newest(
        _ serial: Int, on today: CalendarDay, in db: borrowing Connection
    ) throws -> CaseRef? {
        for year in (today.year - Self.yearsBackMax...today.year).reversed() {
            if let ref = try ledger.find(CaseNumber(year: year, serial: serial), in: db) {
                return ref
            }
        }
        return nil
    }

    private static let yearsBackMax = 15

    /// A case as the list of hits shows it, by an access that was logged.
    func hit(
        _ ref: CaseRef, _ token: AccessToken, in db: borrowing Connection
    ) throws -> SearchHit {
        let file = try ledger.file(ref, in: db)
        return SearchHit(
            file, try ledger.person(of: file, token), names: try staff.names(in: db))
    }
}

/// One person as the list of hits shows her: enough to know her by, and no more.
struct SearchHit: Sendable {
    let ref: CaseRef
    let name: String
    let isAnonymous: Bool
    /// She is somebody's relative: the case is about her own talk, not about him she worries for.
    let isRelative: Bool
    /// The day of birth, as far as the CPR number tells it.
    let born: String?
    let phone: String?
    let receivedOn: CalendarDay?
    let isOpen: Bool
    let responsible: String?

    init(_ file: CaseFile, _ person: PersonDetails, names: [StaffID: String]) {
        let projection = CaseProjection(file)
        ref = file.ref
        isAnonymous = file.isAnonymous
        name = person.displayName(isAnonymous: isAnonymous)
        isRelative = file.personKnown.isRelative
        born = person.cpr?.born.danishDigits
        phone = person.phone
        receivedOn = projection?.receivedOn
        isOpen = projection?.isOpen ?? false
        responsible = projection?.responsible.flatMap { names[$0] }
    }
}

/// What a search led to.
struct SearchResult: Sendable {
    let hits: [SearchHit]
    let total: Int
    /// Names are still being read: so far, in percent.
    let percentRead: Int?
}

/// What the page says below the box.
enum SearchOutcome: Sendable {
    case nothingTyped
    case found(SearchResult)
}
