import Domain
import Foundation
import SQLite
import Testing

@testable import Centre

@Suite("Forgetting a case")
struct ForgettingTests {
    /// Every table, and what becomes of a case in it. A new table must be thought of here.
    static let fates: [String: Fate] = [
        "ledger_entry": .gone, "open_case": .gone, "closed_case": .gone, "receipt_code": .gone,
        "erasure_request": .receipt, "erasure_request_case": .receipt, "erasure_receipt": .receipt,
        "care_case": .receipt, "audit_subject_case": .receipt, "audit_subject": .receipt,
        "audit_entry": .receipt,
        "staff": .noCases, "draft": .noCases, "adopted_standard": .noCases,
        "vault_check": .noCases, "lookup_key": .noCases, "data_dictionary": .noCases,
        "log_sample": .noCases, "log_sample_entry": .noCases,
        "migration_receipt": .noCases,
    ]

    enum Fate {
        /// Its rows are deleted.
        case gone
        /// Number, days and who saw it stay, and nothing of its content.
        case receipt
        /// No case is in it.
        case noCases
    }

    let house: SafeHouse

    init() throws {
        house = try SafeHouse()
    }

    /// Forgets the second of three cases, with a backup made before.
    func forgotten() throws -> (ref: CaseRef, bodies: [[UInt8]], entries: [Int64], backup: String) {
        var ref: CaseRef?
        var backup = ""
        let db = try Connection(path: house.configuration.databaseFile, .readOnly)
        var sealed: [(id: Int64, body: [UInt8])] = []
        try house.within { centre in
            backup = try centre.backUp(
                to: house.folder.path + "/b", compressed: false, keep: nil
            ).folder
            let case2 = try centre.cases.everyCase(in: db)[1]
            ref = case2
            sealed = try db.rows(
                "SELECT id, body FROM ledger_entry WHERE case_id = ?1",
                [.integer(case2.id.rawValue)]
            ) { ($0.integer(0), $0.blob(1)) }
            try centre.forget(case2, by: .system)
        }
        return (try #require(ref), sealed.map(\.body), sealed.map(\.id), backup)
    }

    @Test("every table is thought of, and none says anything of it but that it was")
    func everyTable() throws {
        let (ref, _, entries, _) = try forgotten()
        let db = try Connection(path: house.configuration.databaseFile, .readOnly)
        #expect(try Set(db.tableNames()) == Set(Self.fates.keys))
        for table in try db.tableNames() {
            try db.forEachRow(ofTable: table) { row in
                for column in 0..<row.count {
                    guard case .integer(let number) = row.value(column) else { continue }
                    #expect(!entries.contains(number), "\(table) points to a forgotten entry")
                    if number == ref.id.rawValue {
                        #expect(Self.fates[table] == .receipt, "\(table) still has the case")
                    }
                }
            }
        }
        let left = try db.firstRow(
            "SELECT erased_at FROM care_case WHERE id = ?1", [.integer(ref.id.rawValue)]
        ) { $0.text(0) }
        #expect(left?.isEmpty == false)
    }

    @Test("its sealed bytes are in no file of the house, and open nowhere, not in an older backup")
    func noFile() throws {
        let (ref, bodies, entries, backup) = try forgotten()
        #expect(bodies.count == 1)
        for name in ["fjorten.sqlite", "fjorten.sqlite-wal"] {
            let path = house.configuration.dataFolder + "/" + name
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            for body in bodies { #expect(bytes.range(of: Data(body)) == nil, "\(name)") }
        }
        let copy = try Connection(path: backup + "/fjorten.sqlite", .readOnly)
        let body = try copy.firstRow(
            "SELECT body FROM ledger_entry WHERE id = ?1", [.integer(entries[0])]
        ) { $0.blob(0) }
        #expect(body == bodies[0], "the older backup has the sealed bytes")
        try house.within { centre in
            #expect(throws: VaultError.slotErased(ref.slot)) {
                try centre.vault.open(
                    bodies[0], table: "ledger_entry", column: "body", row: entries[0],
                    slot: ref.slot, AccessToken(slots: nil))
            }
        }
        var other = house.configuration
        other.dataFolder = house.folder.path + "/other"
        let report = try Housekeeping.restore(backup, other, clock: house.clock)
        #expect(report.erasedCount == 1)
        let restored = try Connection(path: other.databaseFile, .readOnly)
        let count = try restored.firstRow("SELECT count(*) FROM ledger_entry") { $0.int(0) }
        #expect(count == 2)
    }

    @Test("the house stays well: the chain is whole, the others open")
    func well() throws {
        _ = try forgotten()
        #expect(try house.faults() == [])
    }
}

@Suite("A migration's rehearsal")
struct RehearsalTests {
    @Test("one that would fail on the data is found out on a copy, which is gone afterwards")
    func rehearsal() throws {
        let house = try SafeHouse()
        let first = try KnownMigrations.migrator(folder: house.configuration.migrationsFolder)
        let sql = "CREATE UNIQUE INDEX one_year ON care_case (year)"
        let next = Migration(
            number: first.migrations.count + 1, name: "one-year.sql", sql: sql,
            digest: ContentDigest.hex(sql.utf8))
        let migrator = Migrator(migrations: first.migrations + [next])
        let db = try Connection(path: house.configuration.databaseFile, .readWrite)
        #expect(throws: MigrationRefusal.self) {
            try Opening.rehearse(
                migrator, db, beside: house.configuration.databaseFile, at: "2026-03-02T08:00:00Z")
        }
        #expect(try migrator.status(of: db).pending == [next])
        let names = try FileManager.default.contentsOfDirectory(
            atPath: house.configuration.dataFolder)
        #expect(!names.contains { $0.contains("rehearsal") })
    }
}
