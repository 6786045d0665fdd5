import Domain
import Foundation
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What codes are found by, when the master key is exchanged")
struct CodeKeysTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    /// So many citizens have each taken four words home.
    func codes(_ count: Int) throws -> [ReceiptCode] {
        try (0..<count).map { _ in try #require(try house.codeOfNewEnquiry()) }
    }

    func found(_ codes: [ReceiptCode]) throws -> Int {
        let intake = house.centre.services.intake
        return try house.perform { db in
            try codes.filter { try intake.caseID(behind: $0, in: db) != nil }.count
        }
    }

    func digests() throws -> [[UInt8]] {
        try house.perform { db in
            try db.rows("SELECT digest FROM receipt_code ORDER BY made_at, case_id") { $0.blob(0) }
        }
    }

    func slots() throws -> [Int] {
        try house.perform { db in
            try db.rows("SELECT DISTINCT key_slot FROM receipt_code ORDER BY 1") { $0.int(0) }
        }
    }

    func faults() throws -> [String] { try house.records.faults() }

    @Test("every code is found before and after, and no digest is the one it was")
    func rotates() throws {
        let codes = try codes(7)
        let before = Set(try digests())
        try house.records.rotateKeys()
        #expect(try found(codes) == 7)
        #expect(before.isDisjoint(with: try digests()))
        #expect(try slots().count == 1 && slots() != [0])
        let more = try self.codes(2)
        try house.records.rotateKeys()
        #expect(try found(codes + more) == 9)
        #expect(try slots().count == 1)
        #expect(try faults() == [])
    }

    @Test("a rotation is in the log when it begins, and when the key is another")
    func logged() throws {
        try house.records.rotateKeys()
        #expect(try house.logCount(.keyRotationBegun) == 1)
        #expect(try house.logCount(.keyRotated) == 1)
    }

    @Test("killed half-way every code is found still, and the next opening ends it")
    func killed() throws {
        let count = CodeKeys.movedAtOnce + 5
        let codes = try codes(count)
        let (keys, now) = (CodeKeys(vault: house.records.vault), house.now)
        let slot = try house.records.vault.rotate()
        try house.perform { db in try keys.begin(slot, at: now, in: db) }
        #expect(try found(codes) == count)
        let isMoving = try house.perform { db in
            try keys.moveSome(at: now, in: db)
        }
        #expect(isMoving)
        #expect(try slots().count == 2)
        #expect(try found(codes) == count)
        let fresh = try self.codes(1)
        try house.files.within { _ in }
        #expect(try slots() == [Int(slot.rawValue)])
        #expect(try found(codes + fresh) == count + 1)
        #expect(try faults() == [])
    }

    @Test("a case never gets the key that codes are found by")
    func slotsApart() throws {
        try house.records.rotateKeys()
        let taken = try house.enquiry().slot
        let looked = try house.perform { db in
            try db.firstRow("SELECT max(key_slot) FROM lookup_key") { $0.integer(0) } ?? 0
        }
        #expect(taken.rawValue > looked)
        let again = try Vault(
            keyFile: house.configuration.keyFile, createIfMissing: false)
        try again.slotsAreUsed(upTo: looked)
        #expect(try again.takeSlot().rawValue > looked)
    }

    @Test("a code in a backup from before is found when it is restored after")
    func olderBackup() throws {
        let codes = try codes(3)
        let file = house.configuration.databaseFile + ".copy"
        try house.records.writer.performAlone { db in try db.backUp(to: file) }
        try house.records.rotateKeys()
        let intake = house.centre.services.intake
        let copy = try Connection(path: file, .readOnly)
        for code in codes { #expect(try intake.caseID(behind: code, in: copy) != nil) }
    }

    @Test("verify names codes that are under a retired key")
    func stale() throws {
        _ = try codes(2)
        try house.records.rotateKeys()
        try house.perform { db in
            try db.run("UPDATE receipt_code SET key_slot = 0")
        }
        #expect(try faults().contains { $0.contains("under a key that is retired") })
    }
}
