import Domain
import Foundation
import HTTP
import Records
import SQLite

@testable import Centre

/// A whole centre, open: real files, the real migrations, one member of staff of every role, and a clock that only the
/// test moves.
final class TestHouse: Sendable {
    static let password = "lampe-fugl-torv-sne"

    let files: HouseFiles
    let centre: Centre
    let router: Router<LoopContext>
    /// How many lines the log had when everybody was hired.
    private let hiredLineCount: Int

    init(
        standard: String = "lyngby-2024", at now: Instant = HouseFiles.thursday, cvr: String? = nil
    ) throws {
        files = try HouseFiles(standard: standard, at: now)
        var configuration = files.configuration
        configuration.senderCVR = cvr
        centre = try Centre.open(configuration, clock: files.clock)
        router = centre.router()
        hiredLineCount = try Self.hireEverybody(centre.house)
    }

    deinit { centre.close() }

    /// What keeps the data.
    var records: House { centre.house }
    var configuration: Configuration { files.configuration }
    var time: MovingClock { files.time }
    var now: Instant { time.now }
    var today: CalendarDay { now.day }

    /// Does something in the writer's transaction.
    @discardableResult
    func perform<T: Sendable>(
        _ job: @escaping @Sendable (borrowing Connection) throws -> T
    ) throws -> T {
        try records.writer.perform(job)
    }

    /// What happens by itself, now and then, happens.
    func runJobs() throws {
        for job in centre.rooms.flatMap(\.description.jobs) { try job.run(records) }
    }

    // MARK: Staff

    /// What she types at the door: her role, spelt out.
    static func login(_ role: Role) -> String { role.rawValue }

    private static func hireEverybody(_ house: House) throws -> Int {
        // Few rounds: the strength of the hash is tested elsewhere, and nobody lives here.
        let hash = PasswordHash(of: password, logRounds: 10).rawValue
        let (staff, now) = (house.staff, house.clock.now)
        return try house.writer.perform { db in
            for role in Role.allCases {
                _ = try staff.add(
                    login: login(role), name: "\(role.rawValue.capitalized) Medarbejder",
                    role: role, passwordHash: hash, by: .system, at: now, in: db)
            }
            return try db.firstRow("SELECT count(*) FROM audit_entry", []) { $0.int(0) } ?? 0
        }
    }

    func member(_ role: Role) throws -> StaffMember {
        let staff = records.staff
        let found = try perform { db in try staff.find(Self.login(role), in: db)?.member }
        guard let found else { throw StaffRefusal.unknownLogin }
        return found
    }

    /// One of a role does something, now or at another time.
    func context(
        _ role: Role, at moment: Instant? = nil, id: EntryID = .random()
    ) throws -> WriteContext {
        let actor = Actor(staff: try member(role).id, role: role.rawValue, session: "test")
        return WriteContext(by: actor, at: moment ?? now, id: id)
    }

    // MARK: Cases

    /// Somebody has asked for help by telephone, so many days ago.
    @discardableResult
    func enquiry(
        daysAgo: Int = 0, wish: Wish = .treatment, name: String = "", phone: String = "",
        text: String = "", isAnonymous: Bool = false
    ) throws -> CaseRef {
        let received = Instant(seconds: now.seconds - daysAgo * 86_400)
        return try register(
            .test(
                receivedAt: received, wish: wish, name: name, phone: phone, text: text,
                isAnonymous: isAnonymous), context(.reception))
    }

    /// The reception writes an enquiry down.
    @discardableResult
    func register(_ enquiry: ReceivedEnquiry, _ context: WriteContext) throws -> CaseRef {
        let (desk, standard) = (centre.services.desk, try records.standardToday().id)
        return try perform { db in
            try desk.register(enquiry, under: standard, context, in: db)
        }
    }

    /// Does something to a case as one of a role, as its page would.
    @discardableResult
    func act(
        _ role: Role, _ act: some CaseAct, on ref: CaseRef, at moment: Instant? = nil,
        id: EntryID = .random(), correcting: ActForm.Correction? = nil
    ) throws -> Confirmation {
        let (writer, context) = (centre.services.actWriter, try context(role, at: moment, id: id))
        return try perform { db in
            try writer.write(act, correcting: correcting, in: ref, context, as: role, db)
        }
    }

    /// Writes whatever a test wants written, also what no form would let through.
    func write(_ facts: [NewFact], to ref: CaseRef) throws {
        let writer = CaseWriter(ledger: records.ledger, audit: records.audit)
        let context = try context(.consultant, id: facts.first?.id ?? .random())
        try perform { db in try writer.write(facts, to: ref, WriteNote.audit, context, in: db) }
    }

    /// What is written about a case.
    func file(_ ref: CaseRef) throws -> CaseFile {
        let ledger = records.ledger
        return try perform { db in try ledger.file(ref, in: db) }
    }

    /// What the latest clock of a case says today; nil where none was ever started.
    func guaranteeClock(of ref: CaseRef) throws -> GuaranteeClock? {
        try records.standards.clocks(of: file(ref), on: today).last
    }

    // MARK: What stands in the database

    /// How many lines of the log name a case.
    func logCount(of ref: CaseRef) throws -> Int {
        try count(
            """
            SELECT count(*) FROM audit_entry e
            JOIN audit_subject_case c ON c.subject_id = e.subject WHERE c.case_id = ?1
            """, [.integer(ref.id.rawValue)])
    }

    /// How many lines of the log there are of an action.
    func logCount(_ action: AuditAction) throws -> Int {
        try count("SELECT count(*) FROM audit_entry WHERE action = ?1", [.text(action.code)])
    }

    /// The actions in the log since everybody was hired, oldest first.
    func actionsLogged() throws -> [String] {
        let all = try perform { db in
            try db.rows("SELECT action FROM audit_entry ORDER BY seq", []) { $0.text(0) }
        }
        return Array(all.dropFirst(hiredLineCount))
    }

    /// How many rows a table has.
    func rowCount(_ table: String) throws -> Int { try count("SELECT count(*) FROM \(table)", []) }

    private func count(_ sql: String, _ values: [SQLiteValue]) throws -> Int {
        try perform { db in try db.firstRow(sql, values) { $0.int(0) } ?? 0 }
    }
}

extension ReceivedEnquiry {
    /// By telephone, from the citizen herself.
    static func test(
        receivedAt: Instant, wish: Wish = .treatment, name: String = "", phone: String = "",
        text: String = "", isAnonymous: Bool = false
    ) -> ReceivedEnquiry {
        var person = PersonDetails()
        person.name = name.isEmpty ? nil : name
        person.phone = phone.isEmpty ? nil : phone
        return ReceivedEnquiry(
            receivedAt: receivedAt, wish: wish, by: .`self`, channel: .phone,
            isAnonymous: isAnonymous, person: person, text: text)
    }
}
