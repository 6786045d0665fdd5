internal import Domain
internal import Records
internal import SQLite

// The retention room's invariants:
// - the rules alone say when a case may be erased, at the page, at the asking and again when it is done;
// - one person asks, another says yes; the database itself refuses anything else;
// - what stays is a receipt without content: who, when, why, which numbers, how many rows.

/// Finds the cases whose time is over, takes the wish that they be erased, and carries it out.
struct RetentionService: Sendable {
    let ledger: Ledger
    let audit: AuditLog
    let standards: StandardBook
    let staff: StaffAccounts
    let erasure: Erasure
    private let retained = RetainedCases()

    /// How many a page shows, and one request carries.
    static let casesMax = 50
    /// How many ledgers one look reads at most; the next look goes on behind those that are kept.
    static let readMax = 5_000
    private static let rowsAtOnce = 500

    init(
        ledger: Ledger, audit: AuditLog, standards: StandardBook, staff: StaffAccounts,
        erasure: Erasure
    ) {
        self.ledger = ledger
        self.erasure = erasure
        self.audit = audit
        self.standards = standards
        self.staff = staff
    }

    /// The cases whose time is over and that nobody has asked for yet, the oldest first.
    ///
    /// The list of closed cases gives those that are old enough to be asked about; the verdict decides.
    func due(
        on day: CalendarDay, in db: borrowing Connection
    ) throws -> (cases: [DueCase], hasMore: Bool) {
        let medical = try medicalStaff(in: db)
        let newest = day.adding(years: -standards.shortestKeepingYears)
        var (found, read): ([DueCase], Int) = ([], 0)
        var last = (day: "", id: Int64(0))
        while true {
            let old = try oldCases(until: newest, after: last, in: db)
            for one in old where !retained.keeps(one.ref.id, at: one.position, on: day) {
                guard found.count < Self.casesMax, read < Self.readMax else { return (found, true) }
                read += 1
                if let due = try look(at: one, on: day, medical, in: db) { found.append(due) }
            }
            guard old.count == Self.rowsAtOnce, let end = old.last else { return (found, false) }
            last = (end.lastOn.isoText, end.ref.id.rawValue)
        }
    }

    /// Takes the wish, if every case of it is due.
    func ask(
        for numbers: [CaseNumber], because reason: ErasureReason, as id: FormID,
        by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        guard let staff = actor.staff, !numbers.isEmpty else { throw ErasureRefusal.nothingChosen }
        if try request(id, in: db) != nil { return }
        let medical = try medicalStaff(in: db)
        var (wanted, notDue, waiting): ([(CaseRef, CalendarDay)], [CaseNumber], [CaseNumber])
        (wanted, notDue, waiting) = ([], [], [])
        for number in numbers.prefix(Self.casesMax) {
            guard let ref = try ledger.find(number, in: db),
                let due = try keeping(of: ref, on: now.day, medical, in: db).overSince
            else {
                notDue.append(number)
                continue
            }
            if try isWaiting(ref, in: db) { waiting.append(number) }
            wanted.append((ref, due))
        }
        guard notDue.isEmpty else { throw ErasureRefusal.notDue(notDue) }
        guard waiting.isEmpty else { throw ErasureRefusal.askedAlready(waiting) }
        try db.run(
            RetentionSQL.ask,
            [
                .integer(id.rawValue), .text(reason.rawValue), .integer(staff.rawValue),
                .text(now.rfc3339),
            ])
        for (ref, due) in wanted {
            try db.run(
                RetentionSQL.askForCase,
                [.integer(id.rawValue), .integer(ref.id.rawValue), .text(due.isoText)])
        }
        try audit.record(.erasureAsked, by: actor, cases: wanted.map(\.0), at: now, in: db)
    }

    /// A second person says yes: the rows go, and the caller destroys the keys once that is on disk.
    ///
    /// - Returns: the cases whose keys must go.
    func approve(
        _ request: ErasureRequest, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws -> [CaseRef] {
        guard let staff = actor.staff, staff != request.askedBy else {
            throw ErasureRefusal.ownRequest
        }
        guard request.answer == nil else { throw ErasureRefusal.answered }
        let medical = try medicalStaff(in: db)
        var changed: [CaseNumber] = []
        for one in request.cases {
            let due =
                one.isErased
                ? nil : try keeping(of: one.ref, on: now.day, medical, in: db).overSince
            if due != one.due { changed.append(one.ref.number) }
        }
        guard changed.isEmpty else { throw ErasureRefusal.changed(changed) }
        let refs = request.cases.map(\.ref)
        var gone = RowCounts()
        for ref in refs {
            gone = gone + (try erasure.takeRows(of: ref.id.rawValue, at: now.rfc3339, in: db))
        }
        for (table, count) in gone.byTable {
            try db.run(
                RetentionSQL.keepReceipt,
                [.integer(request.id.rawValue), .text(table), .integer(Int64(count))])
        }
        try answer(request.id, .erased, by: staff, at: now, in: db)
        try audit.record(.caseErased, by: actor, cases: refs, at: now, in: db)
        return refs
    }

    /// A second person says no, or whoever asked takes it back. The cases can be asked for again.
    func decline(
        _ request: ErasureRequest, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        guard let staff = actor.staff, request.answer == nil else {
            throw ErasureRefusal.answered
        }
        let answer: ErasureAnswer = staff == request.askedBy ? .withdrawn : .declined
        try self.answer(request.id, answer, by: staff, at: now, in: db)
        try audit.record(
            .erasureDeclined, by: actor, cases: request.cases.map(\.ref), at: now, in: db)
    }

    /// One request with its cases; nil where there is none.
    func request(
        _ id: FormID, in db: borrowing Connection
    ) throws -> ErasureRequest? {
        try requests(RetentionSQL.request, [.integer(id.rawValue)], in: db).first
    }

    /// Those that wait for a second person, the oldest first.
    func waiting(in db: borrowing Connection) throws -> [ErasureRequest] {
        try requests(RetentionSQL.waiting, [], in: db)
    }

    /// The receipts, the newest first.
    func receipts(limit: Int, in db: borrowing Connection) throws -> [ErasureRequest] {
        try requests(RetentionSQL.answered, [.integer(Int64(limit))], in: db)
    }

    /// What the rules say of one case today.
    func keeping(
        of ref: CaseRef, on day: CalendarDay, in db: borrowing Connection
    ) throws -> RetentionPeriod {
        try keeping(of: ref, on: day, try medicalStaff(in: db), in: db)
    }
}

extension RetentionService {
    private struct OldCase {
        let ref: CaseRef
        let lastOn: CalendarDay
        let position: Int
    }

    private func oldCases(
        until newest: CalendarDay, after last: (day: String, id: Int64),
        in db: borrowing Connection
    ) throws -> [OldCase] {
        try db.rows(
            RetentionSQL.oldCases,
            [
                .text(newest.isoText), .text(last.day), .integer(last.id),
                .integer(Int64(Self.rowsAtOnce)),
            ]
        ) { row in
            OldCase(
                ref: Ledger.ref(row), lastOn: try CalendarDay(stored: row.text(5)),
                position: row.int(6))
        }
    }

    private func look(
        at one: OldCase, on day: CalendarDay, _ medical: Set<StaffID>,
        in db: borrowing Connection
    ) throws -> DueCase? {
        switch try keeping(of: one.ref, on: day, medical, in: db) {
        case .kept(let until):
            retained.note(one.ref.id, at: one.position, until: until)
            return nil
        case .over(let due, let because):
            if try isWaiting(one.ref, in: db) { return nil }
            return DueCase(
                ref: one.ref, lastOn: one.lastOn, due: due, because: because,
                counts: try erasure.preview(of: one.ref.id, in: db))
        }
    }

    private func keeping(
        of ref: CaseRef, on day: CalendarDay, _ medical: Set<StaffID>,
        in db: borrowing Connection
    ) throws -> RetentionPeriod {
        RetentionPeriod.of(
            try ledger.file(ref, in: db),
            under: try standards.required(for: ref, on: day).standard, on: day
        ) { medical.contains($0) }
    }

    private func medicalStaff(in db: borrowing Connection) throws -> Set<StaffID> {
        Set(try staff.all(in: db).filter { $0.role == .medical }.map(\.id))
    }

    private func isWaiting(_ ref: CaseRef, in db: borrowing Connection) throws -> Bool {
        try db.firstRow(RetentionSQL.isWaiting, [.integer(ref.id.rawValue)]) { _ in true } ?? false
    }

    private func answer(
        _ id: FormID, _ answer: ErasureAnswer, by staff: StaffID, at now: Instant,
        in db: borrowing Connection
    ) throws {
        try db.run(
            RetentionSQL.answer,
            [
                .integer(id.rawValue), .text(answer.rawValue), .integer(staff.rawValue),
                .text(now.rfc3339),
            ])
        guard db.changes == 1 else { throw ErasureRefusal.answered }
    }

    private func requests(
        _ statement: RetentionSQL, _ values: [SQLiteValue], in db: borrowing Connection
    ) throws -> [ErasureRequest] {
        let heads = try db.rows(statement, values) { row in
            Head(
                id: FormID(row.integer(0)), reason: row.text(1),
                askedBy: StaffID(row.integer(2)), askedAt: try Instant(stored: row.text(3)),
                answer: row.textOrNil(4), answeredBy: row.integerOrNil(5).map { StaffID($0) },
                answeredAt: try row.textOrNil(6).map { try Instant(stored: $0) })
        }
        var requests: [ErasureRequest] = []
        for head in heads { requests.append(try whole(head, in: db)) }
        return requests
    }

    private struct Head {
        let id: FormID
        let reason: String
        let askedBy: StaffID
        let askedAt: Instant
        let answer: String?
        let answeredBy: StaffID?
        let answeredAt: Instant?
    }

    private func whole(_ head: Head, in db: borrowing Connection) throws -> ErasureRequest {
        let id = SQLiteValue.integer(head.id.rawValue)
        let wanted = try db.rows(RetentionSQL.casesOfRequest, [id]) { row in
            ErasureRequest.Candidate(
                ref: Ledger.ref(row), due: try CalendarDay(stored: row.text(5)),
                isErased: row.textOrNil(6) != nil)
        }
        var counts = RowCounts()
        if head.answer == ErasureAnswer.erased.rawValue {
            try db.forEachRow(RetentionSQL.receipt, [id]) { counts[$0.text(0)] = $0.int(1) }
        } else {
            for one in wanted {
                counts = counts + (try erasure.preview(of: one.ref.id, in: db))
            }
        }
        guard let reason = ErasureReason(rawValue: head.reason) else {
            throw StoredValueError(expected: "a reason of an erasure")
        }
        return ErasureRequest(
            id: head.id, reason: reason, askedBy: head.askedBy, askedAt: head.askedAt,
            answer: head.answer.flatMap { ErasureAnswer(rawValue: $0) },
            answeredBy: head.answeredBy, answeredAt: head.answeredAt, cases: wanted,
            counts: counts)
    }
}
