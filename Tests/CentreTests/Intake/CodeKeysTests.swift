import Domain
import Foundation
import SQLite
import Testing

@testable import Centre

@Suite("What codes are found by, when the master key is exchanged")
struct CodeKeysTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    /// So many citizens have each taken four words home.
    func codes(_ count: Int) throws -> [ReceiptCode] {
        let (intake, now) = (house.centre.intake, house.clock.now)
        let standard = try house.centre.standardToday()
        return try house.centre.writer.perform { db in
            try (0..<count).compactMap { _ in
                var draft = EnquiryDraft()
                draft.answers.concern = .myself
                draft.answers.age = .adult
                draft.answers.wish = .treatment
                draft.answers.contact = .comesSelf
                let key = DraftKey.random()
                try intake.keep(draft, key, at: now, in: db)
                _ = try intake.send(key, token: draft.token, under: standard, at: now, in: db)
                let words = try intake.draft(key, at: now, in: db)?.receipt?.code ?? []
                return ReceiptCode(typed: words.joined(separator: " "))
            }
        }
    }

    func found(_ codes: [ReceiptCode]) throws -> Int {
        let intake = house.centre.intake
        return try house.centre.writer.perform { db in
            try codes.filter { try intake.caseID(behind: $0, in: db) != nil }.count
        }
    }

    func digests() throws -> [[UInt8]] {
        try house.centre.writer.perform { db in
            try db.rows("SELECT digest FROM receipt_code ORDER BY made_at, case_id") { $0.blob(0) }
        }
    }

    func slots() throws -> [Int] {
        try house.centre.writer.perform { db in
            try db.rows("SELECT DISTINCT key_slot FROM receipt_code ORDER BY 1") { $0.int(0) }
        }
    }

    func faults() throws -> [String] {
        var faults: [String] = []
        _ = try house.centre.verification(head: nil).run { faults += $0.faults }
        return faults
    }

    @Test("every code is found before and after, and no digest is the one it was")
    func rotates() throws {
        let codes = try codes(7)
        let before = Set(try digests())
        try house.centre.rotateKeys()
        #expect(try found(codes) == 7)
        #expect(before.isDisjoint(with: try digests()))
        #expect(try slots().count == 1 && slots() != [0])
        let more = try self.codes(2)
        try house.centre.rotateKeys()
        #expect(try found(codes + more) == 9)
        #expect(try slots().count == 1)
        #expect(try faults() == [])
    }

    @Test("a rotation is in the log when it begins, and when the key is another")
    func logged() throws {
        try house.centre.rotateKeys()
        #expect(try house.logCount(.keyRotationBegun) == 1)
        #expect(try house.logCount(.keyRotated) == 1)
    }

    @Test("killed half-way every code is found still, and the next opening ends it")
    func killed() throws {
        let count = CodeKeys.movedAtOnce + 5
        let codes = try codes(count)
        let (keys, now) = (CodeKeys(vault: house.centre.vault), house.clock.now)
        let slot = try house.centre.vault.rotate()
        try house.centre.writer.perform { db in try keys.begin(slot, at: now, in: db) }
        #expect(try found(codes) == count)
        let isMoving = try house.centre.writer.perform { db in
            try keys.moveSome(at: now, in: db)
        }
        #expect(isMoving)
        #expect(try slots().count == 2)
        #expect(try found(codes) == count)
        let fresh = try self.codes(1)
        let again = try Centre.open(
            forCommand: house.centre.configuration, clock: CalendarClock { now })
        defer { again.close() }
        #expect(try slots() == [Int(slot.rawValue)])
        #expect(try found(codes + fresh) == count + 1)
        #expect(try faults() == [])
    }

    @Test("a case never gets the key that codes are found by")
    func slotsApart() throws {
        try house.centre.rotateKeys()
        let taken = try house.enquiry().slot
        let looked = try house.centre.writer.perform { db in try CodeKeys.highestSlot(in: db) }
        #expect(taken.rawValue > looked)
        let again = try Vault(
            keyFile: house.centre.configuration.keyFile, createIfMissing: false)
        try again.slotsAreUsed(upTo: looked)
        #expect(try again.takeSlot().rawValue > looked)
    }

    @Test("a code in a backup from before is found when it is restored after")
    func olderBackup() throws {
        let codes = try codes(3)
        let file = house.databaseFile + ".copy"
        try house.centre.writer.performAlone { db in try db.backUp(to: file) }
        try house.centre.rotateKeys()
        let intake = house.centre.intake
        let copy = try Connection(path: file, .readOnly)
        for code in codes { #expect(try intake.caseID(behind: code, in: copy) != nil) }
    }

    @Test("verify names codes that are under a retired key")
    func stale() throws {
        _ = try codes(2)
        try house.centre.rotateKeys()
        try house.centre.writer.perform { db in
            try db.run("UPDATE receipt_code SET key_slot = 0")
        }
        #expect(try faults().contains { $0.contains("under a key that is retired") })
    }
}
