import Domain
import Foundation
import HTTP
import Logging
import SQLite
import Synchronization

@testable import Centre

/// A clock that only the test moves.
final class TestClock: Sendable {
    private let moment: Mutex<Instant>

    init(_ now: Instant) { moment = Mutex(now) }

    var now: Instant { moment.withLock { $0 } }

    func advance(minutes: Int) {
        moment.withLock { $0 = Instant(seconds: $0.seconds + minutes * 60) }
    }

    func advance(days: Int) { advance(minutes: days * 24 * 60) }
}

/// A whole centre in a folder of its own: a real file, the real migrations, one member of staff of every role.
final class TestHouse: Sendable {
    /// Thursday 12 November 2026 at 9.14, by the Danish clock.
    static let thursday = Instant(
        day: CalendarDay(isoText: "2026-11-12") ?? CalendarDay(number: 20_769), hour: 9, minute: 14)
    static let password = "lampe-fugl-torv-sne"

    let centre: Centre
    let clock: TestClock
    let router: Router<Loop>
    private let folder: URL

    init(standard: String = "lyngby-2024", at now: Instant = thursday) throws {
        let clock = TestClock(now)
        folder = FileManager.default.temporaryDirectory
            .appending(path: "fjorten-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let configuration = Configuration(
            dataFolder: folder.appending(path: "data").path,
            keyFile: folder.appending(path: "master.key").path, root: root.path,
            firstStandard: standard)
        let calendar = CalendarClock { clock.now }
        _ = try Opening.prepare(configuration, clock: calendar)
        centre = try Centre.open(forCommand: configuration, clock: calendar)
        self.clock = clock
        router = centre.router()
        try hireEverybody()
    }

    deinit {
        centre.close()
        try? FileManager.default.removeItem(at: folder)
    }

    var today: CalendarDay { clock.now.day }

    // MARK: Staff

    /// What she types at the door: her role, spelt out.
    static func login(_ role: Role) -> String { role.rawValue }

    private func hireEverybody() throws {
        // Few rounds: the strength of the hash is tested elsewhere, and nobody lives here.
        let hash = PasswordHash(of: Self.password, logRounds: 10).rawValue
        let (staff, now) = (centre.staff, clock.now)
        try centre.writer.perform { db in
            for role in Role.allCases {
                _ = try staff.add(
                    login: Self.login(role), name: "\(role.rawValue.capitalized) Medarbejder",
                    role: role, passwordHash: hash, by: .system, at: now, in: db)
            }
        }
    }

    func member(_ role: Role) throws -> StaffMember {
        let staff = centre.staff
        let found = try centre.writer.perform { db in
            try staff.find(Self.login(role), in: db)?.member
        }
        guard let found else { throw StaffRefusal.unknownLogin }
        return found
    }

    /// Acts of a role, now.
    func act(_ role: Role) throws -> CaseActs.Act {
        let member = try member(role)
        return CaseActs.Act(
            actor: Actor(staff: member.id, role: role.rawValue, session: "test"), now: clock.now)
    }

    // MARK: Cases

    /// Somebody has asked for help, so many days ago.
    @discardableResult
    func enquiry(
        daysAgo: Int = 0, wish: Wish = .treatment, name: String = "", phone: String = "",
        text: String = "", isAnonymous: Bool = false
    ) throws -> CaseRef {
        let received = ReceivedEnquiry(
            receivedAt: Instant(seconds: clock.now.seconds - daysAgo * 86_400), wish: wish,
            by: .`self`, channel: .phone, isAnonymous: isAnonymous,
            person: EntryBody([.name: name, .phone: phone]), text: text)
        let (acts, act) = (centre.acts, try act(.reception))
        let standard = try centre.standardToday().id
        return try centre.writer.perform { db in
            try acts.register(received, under: standard, as: act, in: db)
        }
    }

    /// Writes whatever a test wants written, also what no form would let through.
    func write(_ entries: [NewEntry], to ref: CaseRef) throws {
        let (acts, act) = (centre.acts, try act(.consultant))
        try centre.writer.perform { db in
            try acts.write(entries, to: ref, as: act, in: db)
        }
    }

    /// Does something to a case as one of a role.
    func act(
        _ role: Role = .consultant,
        _ job: @escaping @Sendable (CaseActs, CaseActs.Act, borrowing Connection) throws -> Void
    ) throws {
        let (acts, act) = (centre.acts, try act(role))
        try centre.writer.perform { db in try job(acts, act, db) }
    }

    // MARK: The log

    /// How many entries name a case.
    func logCount(of ref: CaseRef) throws -> Int {
        try count(
            """
            SELECT count(*) FROM audit_entry e
            JOIN audit_subject_case c ON c.subject_id = e.subject WHERE c.case_id = ?1
            """, [.integer(ref.id.rawValue)])
    }

    /// How many entries there are of an action.
    func logCount(_ action: AuditAction) throws -> Int {
        try count(
            "SELECT count(*) FROM audit_entry WHERE action = ?1", [.text(action.rawValue)])
    }

    private func count(_ sql: String, _ values: [SQLiteValue]) throws -> Int {
        try centre.writer.perform { db in
            Int(try db.firstRow(sql, values) { $0.integer(0) } ?? 0)
        }
    }

    /// The file every loop reads.
    var databaseFile: String { centre.configuration.databaseFile }
}
