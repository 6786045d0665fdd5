import Domain
import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("ErasureApproval a case")
struct ErasureTests {
    let house: HouseFiles

    init() throws {
        house = try HouseFiles.withThreeCases()
    }

    /// What is left of the second of three cases, and of a backup made before.
    struct Forgotten {
        let ref: CaseRef
        let bodies: [[UInt8]]
        let entries: [Int64]
        let backup: String
    }

    func forgotten() throws -> Forgotten {
        let backup = try house.backUp()
        let db = try house.database()
        var refs: [CaseRef] = []
        var sealed: [(id: Int64, body: [UInt8])] = []
        try house.within { open in
            refs = try open.ledger.everyCase(in: db)
            sealed = try db.rows(
                "SELECT id, body FROM ledger_entry WHERE case_id = ?1",
                [.integer(refs[1].id.rawValue)]
            ) { ($0.integer(0), $0.blob(1)) }
            try open.erase(refs[1], by: .system)
        }
        return Forgotten(
            ref: try #require(refs.dropFirst().first), bodies: sealed.map(\.body),
            entries: sealed.map(\.id), backup: backup)
    }

    @Test("no table points to what was written, and only those that may still know the case")
    func everyTable() throws {
        let forgotten = try forgotten()
        let db = try house.database()
        for entry in forgotten.entries {
            #expect(try db.tables(holding: entry) == [])
        }
        let left = Set(try db.tables(holding: forgotten.ref.id.rawValue))
        #expect(left.contains("care_case"))
        #expect(left.subtracting(house.plan.tables.remainingOfACase) == [])
        let erasedAt = try db.firstRow(
            "SELECT erased_at FROM care_case WHERE id = ?1",
            [.integer(forgotten.ref.id.rawValue)]
        ) { $0.text(0) }
        #expect(erasedAt?.isEmpty == false)
    }

    @Test("its sealed bytes are in no file of the house, and open nowhere, not in an older backup")
    func noFile() throws {
        let forgotten = try forgotten()
        let (ref, bodies, entries) = (forgotten.ref, forgotten.bodies, forgotten.entries)
        #expect(bodies.count == 1)
        for name in ["fjorten.sqlite", "fjorten.sqlite-wal"] {
            let path = house.configuration.dataFolder + "/" + name
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            for body in bodies { #expect(bytes.range(of: Data(body)) == nil, "\(name)") }
        }
        let copy = try Connection(path: forgotten.backup + "/fjorten.sqlite", .readOnly)
        let body = try copy.firstRow(
            "SELECT body FROM ledger_entry WHERE id = ?1", [.integer(entries[0])]
        ) { $0.blob(0) }
        #expect(body == bodies[0], "the older backup has the sealed bytes")
        try house.within { open in
            #expect(throws: VaultError.slotErased(ref.slot)) {
                try open.vault.open(
                    bodies[0], table: "ledger_entry", column: "body", row: entries[0],
                    slot: ref.slot, AccessToken(slots: nil))
            }
        }
        let other = house.configuration(inFolder: "other")
        let report = try Housekeeping.restore(
            forgotten.backup, other, house.plan, clock: house.clock)
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
