import Domain
import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

/// What somebody with the database file and without the keys can make the house destroy: nothing.
@Suite("No key dies without a proof")
struct ForgedErasureTests {
    let house: HouseFiles

    init() throws { house = try HouseFiles.withThreeCases() }

    private static let forgedErasures = """
        UPDATE care_case SET erased_at = '2026-03-02T08:00:00Z';
        DELETE FROM ledger_entry; DELETE FROM open_case; DELETE FROM closed_case;
        INSERT INTO audit_entry
            SELECT (SELECT max(seq) FROM audit_entry) + c.id_in_list, '2026-03-02T08:00:00Z', NULL, 'system',
                '-', 'case-erased', c.subject_id, NULL, x'01', NULL, NULL
            FROM (SELECT subject_id, row_number() OVER () AS id_in_list FROM audit_subject_case) c;
        """

    /// The keys that are gone, of all that cases have.
    private func erasedSlots() throws -> [Int64] {
        let vault = try Vault(keyFile: house.configuration.keyFile, createIfMissing: false)
        return try (1...3).filter { try vault.isErased(slot: KeySlot(rawValue: $0)) }
    }

    @Test(
        "every case marked as erased, with forged entries in the log: no command and no server takes a key",
        arguments: [OpeningPurpose.serving, .command, .proving])
    func forged(purpose: OpeningPurpose) throws {
        try house.tamper(Self.forgedErasures)
        let open = try House.open(
            house.configuration, house.plan, for: purpose, clock: house.clock)
        defer { open.close() }
        #expect(open.warnings().contains(.erasuresUnproven(count: 3)))
        try open.destroyKeys()
        #expect(try erasedSlots() == [])
        #expect(
            try open.faults().contains("case 2026-0002 is marked as erased, but nobody erased it"))
        #expect(try erasedSlots() == [])
    }

    @Test(
        "a true erasure, killed between rows and key, is finished when the house is served, and only then"
    )
    func killedBetween() throws {
        try house.within { open in
            let (audit, erasure, now) = (open.audit, open.erasure, open.clock.now)
            let ref = try #require(
                try open.ledger.everyCase(in: open.reader()).first { $0.number.serial == 2 })
            try open.writer.perform { db in
                try erasure.takeRows(of: ref.id.rawValue, at: now.rfc3339, in: db)
                try audit.record(.caseErased, by: .system, cases: [ref], at: now, in: db)
            }
        }
        for purpose in [OpeningPurpose.command, .proving] {
            let open = try House.open(
                house.configuration, house.plan, for: purpose, clock: house.clock)
            _ = try open.faults()
            open.close()
            #expect(try erasedSlots() == [])
        }
        try house.within { #expect($0.warnings() == []) }
        #expect(try erasedSlots() == [2])
    }

    @Test("a case's slot exchanged for another's takes nobody's key along")
    func exchangedSlot() throws {
        let backup = try house.backUp()
        try house.within { open in
            try open.erase(
                try #require(
                    try open.ledger.everyCase(in: open.reader()).first { $0.number.serial == 2 }),
                by: .system)
        }
        #expect(try erasedSlots() == [2])
        try house.tamper(
            """
            UPDATE care_case SET key_slot = 99 WHERE key_slot = 2;
            UPDATE care_case SET key_slot = 2 WHERE key_slot = 3;
            UPDATE care_case SET key_slot = 3 WHERE key_slot = 99;
            """)
        try house.within { try $0.destroyKeys() }
        #expect(try erasedSlots() == [2])
        // A backup that is brought back loses the case that was erased, and no other.
        let other = house.configuration(inFolder: "other")
        let report = try Housekeeping.restore(backup, other, house.plan, clock: house.clock)
        #expect(report.erasedCount == 1)
        #expect(try erasedSlots() == [2])
    }

    @Test(
        "more keys than one request names: the house stays closed, says so, and no key is touched")
    func tooMany() throws {
        try house.within { open in
            let (audit, erasure, now) = (open.audit, open.erasure, open.clock.now)
            for ref in try open.ledger.everyCase(in: open.reader()) where ref.number.serial > 1 {
                try open.writer.perform { db in
                    try erasure.takeRows(of: ref.id.rawValue, at: now.rfc3339, in: db)
                    try audit.record(.caseErased, by: .system, cases: [ref], at: now, in: db)
                }
            }
        }
        #expect(throws: OpeningError.tooManyErasures(count: 2)) {
            try House.open(house.configuration, house.plan, clock: house.clock).close()
        }
        #expect(try erasedSlots() == [])
        #expect(
            OpeningError.tooManyErasures(count: 2).description.hasPrefix(
                "The database says that 2 erased cases still have their keys"))
    }

    @Test("a proof writes nothing but its own entry")
    func provingWritesNothing() throws {
        try house.tamper("INSERT INTO draft VALUES (x'01', x'02', '2020-01-01T00:00:00Z')")
        let before = try counts()
        let open = try House.open(
            house.configuration, house.plan, for: .proving, clock: house.clock)
        _ = try open.faults()
        open.close()
        var after = try counts()
        #expect(after["audit_entry"] == (before["audit_entry"] ?? 0) + 1)
        after["audit_entry"] = before["audit_entry"]
        #expect(after == before)
    }

    private func counts() throws -> [String: Int] { try house.database().rowCounts() }

    @Test(
        "random rows inserted, changed and deleted in every table: served as before or refused in a sentence, and no key is gone",
        arguments: 1...40)
    func randomRows(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let tables = try house.database().tableNames()
        var script = ""
        for _ in 0..<random.below(6) + 1 {
            let table = tables[random.below(tables.count)]
            script += try Self.tampering(table, try house.database(), &random)
        }
        // What SQLite itself refuses is no tampering.
        try? house.tamper("PRAGMA ignore_check_constraints = ON;" + script)
        do {
            let open = try House.open(house.configuration, house.plan, clock: house.clock)
            _ = try open.faults()
            open.close()
        } catch {
            #expect(
                !ErrorWords.sentence(for: error).contains("nobody foresaw"), "\(script): \(error)")
        }
        #expect(try erasedSlots() == [], "\(script)")
    }

    /// One thing that somebody with the file and a shell of SQLite may do to a table.
    private static func tampering(
        _ table: String, _ db: borrowing Connection, _ random: inout SplitMix
    ) throws -> String {
        let columns = try db.columnNames(of: table)
        let column = columns[random.below(columns.count)]
        let values = [
            "NULL", "0", "1", "2", "-1", "9223372036854775807", "''", "'case-erased'",
            "'2026-03-02T08:00:00Z'", "x''", "x'00'", "randomblob(32)",
            "(SELECT \(column) FROM \(table) ORDER BY random() LIMIT 1)",
        ]
        let value = values[random.below(values.count)]
        let someRows = "(SELECT min(\(columns[0])) FROM \(table))"
        switch random.below(4) {
        case 0: return "DELETE FROM \(table);"
        case 1: return "DELETE FROM \(table) WHERE \(columns[0]) = \(someRows);"
        case 2: return "UPDATE OR IGNORE \(table) SET \(column) = \(value);"
        default:
            let row = columns.map { $0 == column ? value : $0 }.joined(separator: ", ")
            return "INSERT OR IGNORE INTO \(table) SELECT \(row) FROM \(table) LIMIT 1;"
        }
    }
}

/// Numbers that look random and are the same for the same seed.
private struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}
