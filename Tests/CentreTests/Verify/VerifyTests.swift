import Domain
import Foundation
import SQLite
import Testing

@testable import Centre

/// A whole house in a folder of its own, with three cases and six audit entries.
final class SafeHouse {
    let folder: KeyFolder
    let configuration: Configuration
    let clock = CalendarClock { Instant(rfc3339: "2026-03-02T08:00:00Z") ?? Instant(seconds: 0) }

    init() throws {
        folder = try KeyFolder()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        configuration = Configuration(
            dataFolder: folder.path + "/data", keyFile: folder.key, root: root.path,
            firstStandard: "lyngby-2024")
        _ = try Opening.prepare(configuration, clock: clock)
        try within { house in
            let (cases, audit, now) = (house.cases, house.audit, house.clock.now)
            for number in 1...3 {
                _ = try house.writer.perform { db in
                    let ref = try cases.openCase(under: nil, at: now, in: db)
                    let body = EntryBody([.name: "Rosenkål Testesen", .text: "nr. \(number)"])
                    let enquiry = NewEntry(
                        "enquiry", on: now.day,
                        facts: JSONObject([
                            .init("wish", "treatment"), .init("by", "self"),
                            .init("channel", "web"),
                        ]), body: body)
                    let row = try cases.append([enquiry], to: ref, by: nil, at: now, in: db)
                    try audit.record(
                        .caseRead, by: .system, cases: [ref], reason: "prøve", writing: row,
                        at: now, in: db)
                    try audit.record(.listRead, by: .system, cases: [ref], at: now, in: db)
                }
            }
        }
    }

    func within(_ body: (Centre) throws -> Void) throws {
        let house = try Centre.open(forCommand: configuration, clock: clock)
        defer { house.close() }
        try body(house)
    }

    /// What somebody with the file and without the key does.
    func tamper(_ script: String) throws {
        let db = try Connection(path: configuration.databaseFile, .readWrite)
        try db.run("PRAGMA foreign_keys = OFF")
        let triggers = try db.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", [])
        {
            (name: $0.text(0), sql: $0.text(1))
        }
        for trigger in triggers { try db.run("DROP TRIGGER \(trigger.name)") }
        try db.script(script)
        // So that nobody sees by the schema that they were away.
        for trigger in triggers { try db.script(trigger.sql) }
    }

    func faults(head: String? = nil) throws -> [String] {
        var faults: [String] = []
        try within { house in
            _ = try house.verification(head: head).run { faults += $0.faults }
        }
        return faults
    }

    func head() throws -> String? {
        var head: String?
        try within { head = try $0.chainHead() }
        return head
    }
}

@Suite("Verifying the house")
struct VerifyTests {
    let house: SafeHouse

    init() throws {
        house = try SafeHouse()
    }

    @Test("an untouched house is well, again and again")
    func well() throws {
        #expect(try house.faults() == [])
        #expect(try house.faults(head: try house.head()) == [])
    }

    @Test(
        "every tampering is named",
        arguments: [
            (
                "UPDATE audit_entry SET action = 'nothing' WHERE seq = 3",
                "audit entry 3 is altered, inserted or moved"
            ),
            ("DELETE FROM audit_entry WHERE seq = 4", "audit entry 4 is removed"),
            ("DELETE FROM audit_entry WHERE seq < 3", "audit entries 1 to 2 are removed"),
            (
                "DELETE FROM audit_entry WHERE seq >= 5",
                "the last audit entries, 5 to 6, are cut off"
            ),
            (
                "UPDATE audit_entry SET seq = -7 WHERE seq = 2",
                "audit entry -7 is inserted: the log counts from 1"
            ),
            (
                "DELETE FROM audit_entry WHERE seq = 6", "the last audit entry, 6, is cut off"
            ),
            (
                """
                UPDATE audit_entry SET seq = 100 WHERE seq = 2;
                UPDATE audit_entry SET seq = 2 WHERE seq = 3;
                UPDATE audit_entry SET seq = 3 WHERE seq = 100;
                """, "audit entry 2 is altered, inserted or moved"
            ),
            (
                """
                INSERT INTO audit_entry
                SELECT 7, at, actor, role, session, action, subject, reason, chain, NULL, NULL
                FROM audit_entry WHERE seq = 6
                """, "audit entry 7 is altered, inserted or moved"
            ),
            (
                "DELETE FROM audit_subject_case WHERE subject_id = 1",
                "the cases of audit subject 1 are altered"
            ),
            (
                """
                UPDATE ledger_entry SET body = (SELECT body FROM ledger_entry ORDER BY id LIMIT 1)
                WHERE id = (SELECT max(id) FROM ledger_entry)
                """, "does not open: altered, moved or sealed with another key"
            ),
            (
                "UPDATE audit_entry SET reason = zeroblob(40) WHERE seq = 1",
                "the reason of audit entry 1 does not open"
            ),
            (
                "DELETE FROM open_case WHERE case_id = (SELECT min(case_id) FROM open_case)",
                "is open but not listed so"
            ),
            ("UPDATE open_case SET received_on = '2025-01-01'", "is open but not listed so"),
            ("UPDATE ledger_entry SET position = 5", "lacks an entry of its ledger"),
            (
                "DELETE FROM ledger_entry WHERE case_id = (SELECT min(id) FROM care_case)",
                "is listed as open but is not"
            ),
            (
                "UPDATE care_case SET standard_id = 99",
                "rows of care_case point to nothing"
            ),
        ])
    func tampering(script: String, expected: String) throws {
        try house.tamper(script)
        let faults = try house.faults()
        #expect(faults.contains { $0.contains(expected) }, "\(faults)")
        #expect(!faults.contains { $0.contains("Testesen") })
    }

    @Test("a log cut and grown again betrays itself by a head that was printed before")
    func printedHead() throws {
        let printed = try #require(try house.head())
        try house.tamper("DELETE FROM audit_entry WHERE seq >= 5")
        for _ in 0..<3 { _ = try house.faults() }
        let faults = try house.faults(head: printed)
        #expect(faults.contains("the audit chain has another link at 6 than the one given"))
        #expect(faults.contains("the last audit entries, 5 to 6, are cut off"))
        #expect(faults.count { $0.contains("cut off") } == 1, "one cut is told once")
        #expect(throws: HousekeepingError.headMalformed) { try house.faults(head: "6") }
    }

    @Test("an erasing that was cut short is finished when the house opens")
    func erasureIsFinished() throws {
        do {
            let db = try Connection(path: house.configuration.databaseFile, .readWrite)
            let vault = try Vault(keyFile: house.configuration.keyFile, createIfMissing: false)
            let second = try Ledger(vault: vault).everyCase(in: db)
                .first { $0.slot == KeySlot(rawValue: 2) }
            let ref = try #require(second)
            try db.transaction {
                try Erasure.removeRows(of: ref.id.rawValue, at: "2026-03-03T08:00:00Z", in: db)
                try AuditLog(vault: vault).record(
                    .caseErased, by: .system, cases: [ref], at: house.clock.now, in: db)
            }
        }
        try house.within { house in
            let isErased = try house.vault.isErased(slot: KeySlot(rawValue: 2))
            #expect(isErased)
        }
        #expect(try house.faults() == [])
        let db = try Connection(path: house.configuration.databaseFile, .readOnly)
        let left = try db.firstRow("SELECT count(*) FROM ledger_entry") { $0.int(0) }
        #expect(left == 2)
    }

    @Test("rotating the key leaves the house well; a server's folder is not rotated")
    func rotate() throws {
        let lock = try Housekeeping.lock(house.configuration)
        #expect(throws: HousekeepingError.self) {
            try Housekeeping.rotateKey(house.configuration, clock: house.clock)
        }
        withExtendedLifetime(lock) {}
    }

    @Test("a rotated key opens everything it opened before")
    func rotated() throws {
        try Housekeeping.rotateKey(house.configuration, clock: house.clock)
        #expect(try house.faults() == [])
    }

    @Test("a backup restored elsewhere is a well house, and tells what it lacks")
    func restored() throws {
        var folder = ""
        try house.within {
            folder = try $0.backUp(to: house.folder.path + "/b", compressed: true, keep: nil).folder
        }
        #expect(try house.faults() == [])
        var other = house.configuration
        other.dataFolder = house.folder.path + "/other"
        let report = try Housekeeping.restore(folder, other, clock: house.clock)
        #expect(report.chainLength == 6 && report.lostEntryCount == 1)
        let restored = try Centre.open(forCommand: other, clock: house.clock)
        defer { restored.close() }
        let isWell = try restored.verification(head: nil).run { _ in }
        #expect(isWell)
        #expect(throws: BackupError.self) {
            try Housekeeping.restore(folder, other, clock: house.clock)
        }
    }
}
