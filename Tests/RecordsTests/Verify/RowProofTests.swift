import Domain
import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("The proof of a row")
struct RowProofTests {
    let house: HouseFiles

    /// Three cases with two entries each, two of staff, of whom one was given a new password.
    init() throws {
        house = try HouseFiles.withThreeCases()
        try house.within { open in
            let (ledger, staff, now) = (open.ledger, open.staff, open.clock.now)
            let writer = CaseWriter(ledger: ledger, audit: open.audit)
            for ref in try open.writer.perform({ db in try ledger.everyCase(in: db) }) {
                try open.writer.perform { db in
                    try writer.write(
                        [NewFact(ResponsibleChosen(nil), on: now.day)], to: ref,
                        AuditAction("case-given", "gav en sag videre"),
                        WriteContext(by: .system, at: now), in: db)
                }
            }
            for login in ["karin", "rikke"] {
                try open.writer.perform { db in
                    _ = try staff.add(
                        login: login, name: login, role: .consultant, passwordHash: "first",
                        by: .system, at: now, in: db)
                }
            }
        }
    }

    @Test("a house that nobody touched is proven")
    func well() throws {
        #expect(try house.faults() == [])
    }

    static let second = "(SELECT id FROM care_case WHERE serial = 2)"

    @Test(
        "whatever the plain columns are made to say is named, the triggers put back",
        arguments: [
            (
                "UPDATE ledger_entry SET happened_on = '2026-01-01' WHERE case_id = \(second) AND position = 1",
                "entry 1 of case 2026-0002 is altered, inserted or moved"
            ),
            (
                """
                UPDATE ledger_entry SET recorded_by = (SELECT id FROM staff LIMIT 1)
                WHERE case_id = \(second) AND position = 2
                """, "entry 2 of case 2026-0002 is altered, inserted or moved"
            ),
            (
                "DELETE FROM ledger_entry WHERE case_id = \(second) AND position = 2",
                "the last entries of case 2026-0002 are removed"
            ),
            (
                "DELETE FROM ledger_entry WHERE case_id = \(second)",
                "every entry of case 2026-0002 is removed"
            ),
            (
                """
                INSERT INTO ledger_entry SELECT 77, case_id, 3, type, happened_on, happened_at, facts,
                    details, recorded_at, recorded_by, NULL, NULL, NULL
                FROM ledger_entry WHERE case_id = \(second) AND position = 2
                """, "entry 3 of case 2026-0002 is inserted"
            ),
            (
                """
                INSERT INTO ledger_entry SELECT 77, case_id, 3, type, happened_on, happened_at, facts,
                    details, recorded_at, recorded_by, NULL, NULL, proof
                FROM ledger_entry WHERE case_id = \(second) AND position = 2
                """, "entry 3 of case 2026-0002 is altered, inserted or moved"
            ),
            (
                """
                UPDATE ledger_entry SET position = 9 WHERE case_id = \(second) AND position = 1;
                UPDATE ledger_entry SET position = 1 WHERE case_id = \(second) AND position = 2;
                UPDATE ledger_entry SET position = 2 WHERE case_id = \(second) AND position = 9;
                """, "entry 1 of case 2026-0002 is altered, inserted or moved"
            ),
            (
                "UPDATE care_case SET serial = 4711 WHERE serial = 2",
                "the row of case 2026-4711 is altered or inserted"
            ),
            (
                """
                UPDATE care_case SET erased_at = '2026-03-02T08:00:00Z' WHERE serial = 2;
                DELETE FROM ledger_entry WHERE case_id = \(second);
                DELETE FROM open_case WHERE case_id = \(second);
                """, "case 2026-0002 is marked as erased, but nobody erased it"
            ),
            (
                "UPDATE staff SET role = 'administrator' WHERE login = 'rikke'",
                "the row of rikke in staff is altered or inserted"
            ),
            (
                "UPDATE staff SET name = 'Karin' WHERE login = 'rikke'",
                "the row of rikke in staff is altered or inserted"
            ),
            (
                "INSERT INTO staff VALUES (7, 'eva', 'Eva', 'leader', 'x', '2026', NULL, x'00')",
                "the row of eva in staff is altered or inserted"
            ),
            ("DELETE FROM staff WHERE login = 'rikke'", "a member of staff is removed"),
            (
                "UPDATE adopted_standard SET standard = replace(standard, '14', '15')",
                "adopted standard 1 is altered or inserted"
            ),
            (
                "UPDATE adopted_standard SET id = 2",
                "a standard before adopted standard 2 is removed"
            ),
        ])
    func tampering(script: String, expected: String) throws {
        try house.tamper(script)
        let faults = try house.faults()
        #expect(faults.contains(expected), "\(faults)")
    }

    @Test("an older row of staff that is put back is not the one that was written last")
    func putBack() throws {
        let old = try house.database().firstRow(
            "SELECT hex(proof) FROM staff WHERE login = 'rikke'", []
        ) { $0.text(0) }
        try house.within { open in
            let (staff, now) = (open.staff, open.clock.now)
            try open.writer.perform { db in
                try staff.setPassword(
                    "rikke", passwordHash: "second", by: .system, at: now, in: db)
            }
        }
        #expect(try house.faults() == [])
        try house.tamper(
            "UPDATE staff SET password = 'first', proof = x'\(try #require(old))' WHERE login = 'rikke'"
        )
        #expect(
            try house.faults() == ["the row of rikke in staff is not the one that was written last"]
        )
    }

    @Test("a case that is marked as erased by nobody keeps its key")
    func markedByNobody() throws {
        try house.tamper(
            "UPDATE care_case SET erased_at = '2026-03-02T08:00:00Z' WHERE serial = 2")
        try house.within { open in
            let isErased = try open.vault.isErased(slot: KeySlot(rawValue: 2))
            #expect(!isErased)
        }
    }

    @Test(
        "what is written once is not replaced, with every trigger in its place",
        arguments: [
            "ledger_entry", "audit_entry", "audit_subject", "care_case", "staff",
            "adopted_standard", "erasure_request", "erasure_request_case", "erasure_receipt",
            "log_sample", "log_sample_entry",
        ])
    func replaced(table: String) throws {
        let db = try house.database(.readWrite)
        try db.script(
            """
            INSERT INTO erasure_request (id, reason, asked_by, asked_at)
            SELECT 5, 'expired', id, '2026-03-02T08:00:00Z' FROM staff LIMIT 1;
            INSERT INTO erasure_request_case SELECT 5, id, '2026-03-02' FROM care_case LIMIT 1;
            INSERT INTO erasure_receipt VALUES (5, 'ledger_entry', 3);
            INSERT INTO log_sample (id, made_by, made_at, first_on, last_on)
            SELECT 6, id, '2026-03-02T08:00:00Z', '2026-03-01', '2026-03-02' FROM staff LIMIT 1;
            INSERT INTO log_sample_entry (sample_id, seq) VALUES (6, 1);
            """)
        let failure = #expect(throws: SQLiteError.self) {
            try db.run("INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)")
        }
        #expect(failure?.isConstraint == true, "\(String(describing: failure))")
    }

    @Test(
        "a schema that the migrations did not make is named",
        arguments: [
            (
                "DROP TRIGGER ledger_entry_is_written_once",
                "trigger ledger_entry_is_written_once is missing"
            ),
            ("DROP INDEX ledger_entry_by_day", "index ledger_entry_by_day is missing"),
            ("CREATE TABLE more (x)", "table more is made by no migration"),
            (
                """
                DROP TRIGGER audit_entry_is_never_changed;
                CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry
                WHEN 0 BEGIN SELECT RAISE(ABORT, 'the audit log is appended to, never changed'); END
                """, "trigger audit_entry_is_never_changed is not as the migrations make it"
            ),
        ])
    func schema(script: String, expected: String) throws {
        try house.database(.readWrite).script(script)
        #expect(try house.faults() == [expected])
    }

    @Test("a damaged page is named by SQLite's own words, and the other checks are made")
    func damaged() throws {
        let path = house.configuration.databaseFile
        let page = try Connection(path: path, .readWrite).firstRow(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'receipt_code_case'", []
        ) { $0.int(0) }
        _ = try Connection(path: path, .readWrite).truncateLog()
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: UInt64((try #require(page) - 1) * 4_096))
        try file.write(contentsOf: [UInt8](repeating: 0xFF, count: 64))
        try file.close()
        var findings: [Verify.Finding] = []
        var isWell = true
        try house.within { isWell = try $0.verification(head: nil).run { findings.append($0) } }
        #expect(!isWell)
        let first = try #require(findings.first)
        #expect(first.faults.contains { $0.contains("Page \(page ?? 0):") }, "\(first)")
        #expect(findings.contains { $0.what.hasPrefix("row proofs: 6 entries") && $0.faults == [] })
    }

    @Test("a file on which the house does not open is looked through all the same")
    func withoutHouse() throws {
        try house.tamper("UPDATE adopted_standard SET standard = 'nothing'")
        var cause: (any Error)?
        do { try house.within { _ in } } catch { cause = error }
        let behind = try #require(cause)
        let told = try Verify.withoutHouse(house.configuration, behind: behind)
        let findings = try #require(told)
        #expect(findings.flatMap(\.faults).contains("adopted standard 1 is altered or inserted"))
        #expect(findings.last?.what == "opening the house" && findings.last?.faults.count == 1)
        let missing = OpeningError.noDatabase(folder: "nowhere")
        #expect(try Verify.withoutHouse(house.configuration, behind: missing) == nil)
    }

    @Test("of a thousand faults ten are told, and how many more there are")
    func told() {
        let many = Verify.Finding(what: "x", faults: (1...1_190).map { "\($0)" })
        #expect(many.told.count == 11 && many.told.last == "and 1180 more")
        #expect(Verify.Finding(what: "x", faults: ["one"]).told == ["one"])
    }
}

/// A house as the fifth migration left it: a case with two entries, a member of staff, a standard, two links of the log.
private struct OlderHouse {
    let folder: TestFolder
    var configuration: Configuration
    let plan: HousePlan
    let clock = CalendarClock { Instant(rfc3339: "2026-11-21T08:00:00Z") ?? Instant(seconds: 0) }

    init() throws {
        let made = try HouseFiles.withThreeCases()
        folder = made.folder
        configuration = made.configuration
        plan = made.plan
        for suffix in ["", "-wal", "-shm"] {
            try PrivateFile.remove(configuration.databaseFile + suffix)
        }
        let migrator = try KnownMigrations.migrator(folder: configuration.migrationsFolder)
        let db = try Connection(path: configuration.databaseFile, .create)
        try Migrator(migrations: Array(migrator.migrations.prefix(5))).apply(to: db, at: "2026")
        let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: false)
        let standard = try Opening.firstStandard(configuration)
        let subject = vault.chain([], Int64(11).bigEndianBytes)
        try db.run(VaultSQL.keep, [.blob(vault.checkValue)])
        try db.run(
            "INSERT INTO adopted_standard VALUES (1, '2026-01-01', ?1, NULL, '2026-01-01T08:00:00Z')",
            [.text(standard)])
        try db.script(
            """
            INSERT INTO staff VALUES (3, 'anne', 'Anne', 'leader', 'x', '2026-01-01T08:00:00Z', NULL);
            INSERT INTO care_case VALUES (11, 2026, 1, 1, 1, '2026-03-02T08:00:00Z', NULL);
            INSERT INTO ledger_entry VALUES (21, 11, 1, 'enquiry', '2026-03-02', NULL,
                '{"wish":"treatment","channel":"phone"}', '{}', '2026-03-02T08:00:00Z', 3, NULL, NULL);
            INSERT INTO ledger_entry VALUES (22, 11, 2, 'person', '2026-03-02', NULL,
                '{"anonymous":true}', '{}', '2026-03-02T08:00:00Z', 3, NULL, NULL);
            INSERT INTO open_case VALUES (11, NULL, '2026-03-02');
            """)
        try db.run("INSERT INTO audit_subject VALUES (1, ?1)", [.blob(subject)])
        try db.run("INSERT INTO audit_subject_case VALUES (11, 1)")
        var chain: [UInt8] = []
        for seq in Int64(1)...2 {
            let row = AuditRow(
                seq: seq, at: "2026-03-02T08:00:00Z", actor: nil, role: "system", session: "-",
                action: "case-written", subjectDigest: subject, reason: nil)
            chain = vault.chain(chain, row.content)
            try db.run(
                """
                INSERT INTO audit_entry
                VALUES (?1, '2026-03-02T08:00:00Z', NULL, 'system', '-', 'case-written', 1, NULL, ?2)
                """, [.integer(seq), .blob(chain)])
        }
        try ChainAnchor.restart(ChainAnchor.Place(vault, configuration), from: db)
    }

    func findings() throws -> [Verify.Finding] {
        let house = try House.open(configuration, plan, clock: clock)
        defer { house.close() }
        var findings: [Verify.Finding] = []
        _ = try house.verification(head: nil).run { findings.append($0) }
        return findings
    }

    func column<T>(_ sql: String, _ read: (borrowing Row) throws -> T) throws -> [T] {
        try Connection(path: configuration.databaseFile, .readOnly).rows(sql, [], read)
    }
}

@Suite("Rows from before there were proofs")
struct OlderRowsTests {
    fileprivate let house: OlderHouse
    /// What a house of that time has still to run.
    private let pending = Array(6...KnownMigrations.digests.count)

    init() throws { house = try OlderHouse() }

    @Test("are proven when the house is migrated, and it is said since when")
    func migrated() throws {
        #expect(
            try Opening.prepare(house.configuration, house.plan, clock: house.clock) == pending)
        let lacking = try house.column(
            """
            SELECT (SELECT count(*) FROM ledger_entry WHERE proof IS NULL)
                + (SELECT count(*) FROM care_case WHERE proof IS NULL)
                + (SELECT count(*) FROM staff WHERE proof IS NULL)
            """
        ) { $0.int(0) }
        #expect(lacking == [0])
        for _ in 0..<2 {
            let findings = try house.findings()
            #expect(findings.flatMap(\.faults) == [])
            #expect(
                findings.contains {
                    $0.what == """
                        row proofs: 2 entries (2 of them since 2026-11-21) of 1 cases, 1 of staff, 1 standards
                        """
                })
        }
        let proven = try house.column(
            "SELECT count(*) FROM audit_entry WHERE action = 'rows-proven'"
        ) { $0.int(0) }
        #expect(proven == [3], "one for the case, one for staff, one for the standard")
    }

    @Test("are proven at the next opening when the migration was killed before")
    func killedBefore() throws {
        do {
            let db = try Connection(path: house.configuration.databaseFile, .readWrite)
            try KnownMigrations.migrator(folder: house.configuration.migrationsFolder)
                .apply(to: db, at: "2026")
        }
        #expect(try house.findings().flatMap(\.faults) == [])
    }

    @Test("come back from a backup of that time, and are proven when they are migrated")
    func restored() throws {
        let backup = try Backup.make(
            of: house.configuration.databaseFile, in: house.folder.path + "/b",
            at: "2026-11-20T08:00:00Z", compressed: false, keep: nil)
        var other = house
        other.configuration.dataFolder = house.folder.path + "/other"
        let report = try Housekeeping.restore(
            backup.folder, other.configuration, house.plan, clock: house.clock)
        #expect(report.chainLength == 2 && report.pendingCount == pending.count)
        #expect(
            try Opening.prepare(other.configuration, house.plan, clock: house.clock) == pending)
        #expect(try other.findings().flatMap(\.faults) == [])
    }

    @Test("are not proven a second time, whatever is taken away")
    func once() throws {
        _ = try Opening.prepare(house.configuration, house.plan, clock: house.clock)
        do {
            let db = try Connection(path: house.configuration.databaseFile, .readWrite)
            try db.run("DROP TRIGGER ledger_entry_is_never_changed")
            try db.run("UPDATE ledger_entry SET happened_on = '2026-11-01', proof = NULL")
        }
        let faults = try house.findings().flatMap(\.faults)
        #expect(faults.contains("entry 1 of case 2026-0001 is inserted"), "\(faults)")
        #expect(faults.contains("trigger ledger_entry_is_never_changed is missing"))
    }

    @Test("a log that is cut there does not make the house prove what is altered")
    func cutAndUnproven() throws {
        _ = try Opening.prepare(house.configuration, house.plan, clock: house.clock)
        _ = try house.findings()
        do {
            let db = try Connection(path: house.configuration.databaseFile, .readWrite)
            try db.script(
                """
                DROP TRIGGER ledger_entry_is_never_changed;
                DROP TRIGGER audit_entry_is_never_deleted;
                UPDATE ledger_entry SET happened_on = '2026-11-01', proof = NULL;
                DELETE FROM audit_entry WHERE written IS NOT NULL;
                """)
        }
        let faults = try house.findings().flatMap(\.faults)
        #expect(faults.contains("entry 1 of case 2026-0001 is inserted"), "\(faults)")
        #expect(faults.contains("audit entries 3 to 5 are removed"), "\(faults)")
    }
}
