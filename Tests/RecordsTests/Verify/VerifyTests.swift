import Domain
import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("Verifying the house")
struct VerifyTests {
    let house: HouseFiles

    init() throws {
        house = try HouseFiles.withThreeCases()
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
            let db = try house.database(.readWrite)
            let vault = try Vault(keyFile: house.configuration.keyFile, createIfMissing: false)
            let second = try Ledger(vault: vault).everyCase(in: db)
                .first { $0.slot == KeySlot(rawValue: 2) }
            let ref = try #require(second)
            try db.transaction {
                try Erasure(tables: house.plan.tables, vault: vault)
                    .takeRows(of: ref.id.rawValue, at: "2026-03-03T08:00:00Z", in: db)
                try AuditLog(vault: vault).record(
                    .caseErased, by: .system, cases: [ref], at: house.clock.now, in: db)
            }
        }
        try house.within { house in
            let isErased = try house.vault.isErased(slot: KeySlot(rawValue: 2))
            #expect(isErased)
        }
        #expect(try house.faults() == [])
        let db = try house.database()
        let left = try db.firstRow("SELECT count(*) FROM ledger_entry") { $0.int(0) }
        #expect(left == 2)
    }

    @Test("a rotated key opens everything it opened before")
    func rotated() throws {
        try house.within { try $0.rotateKeys() }
        #expect(try house.faults() == [])
    }

    @Test("a backup restored elsewhere is a well house, and tells what it lacks")
    func restored() throws {
        let folder = try house.backUp(compressed: true)
        #expect(try house.faults() == [])
        let other = house.configuration(inFolder: "other")
        let report = try Housekeeping.restore(folder, other, house.plan, clock: house.clock)
        #expect(report.chainLength == 6 && report.lostEntryCount == 1)
        #expect(try house.faults(other) == [])
        #expect(throws: BackupError.self) {
            try Housekeeping.restore(folder, other, house.plan, clock: house.clock)
        }
    }
}
