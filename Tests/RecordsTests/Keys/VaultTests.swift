import Foundation
import Testing

@testable import Records
@testable import TestHouse

@Suite("The vault")
struct VaultTests {
    let folder: TestFolder
    let access = AccessToken(slots: nil)
    let note = Array("Rosenkål Testesen ringede".utf8)

    init() throws {
        folder = try TestFolder()
    }

    func vault() throws -> Vault {
        try Vault(keyFile: folder.key, createIfMissing: true)
    }

    func seal(_ vault: Vault, _ slot: KeySlot) throws -> [UInt8] {
        try vault.seal(note, table: "note", column: "body", row: 7, slot: slot)
    }

    func open(_ vault: Vault, _ sealed: [UInt8], _ slot: KeySlot) throws(VaultError) -> [UInt8] {
        try vault.open(sealed, table: "note", column: "body", row: 7, slot: slot, access)
    }

    @Test("opens what it sealed, also after a restart, and the sealed bytes tell nothing")
    func roundTrip() throws {
        let first = try vault()
        let slot = try first.takeSlot()
        let sealed = try seal(first, slot)
        #expect(Data(sealed).range(of: Data("Rosenkål".utf8)) == nil)
        #expect(try seal(first, slot) != sealed)
        let again = try Vault(keyFile: folder.key, createIfMissing: false)
        #expect(try open(again, sealed, slot) == note)
        #expect(again.checkValue == first.checkValue)
        #expect(try open(again, try seal(first, first.centreSlot), .centre) == note)
    }

    @Test("a value moved to another row, column or case does not open, nor one altered")
    func bound() throws {
        let vault = try vault()
        let slot = try vault.takeSlot()
        let other = try vault.takeSlot()
        let sealed = try seal(vault, slot)
        #expect(throws: VaultError.sealBroken) { try open(vault, sealed, other) }
        #expect(throws: VaultError.sealBroken) {
            try vault.open(sealed, table: "note", column: "body", row: 8, slot: slot, access)
        }
        #expect(throws: VaultError.sealBroken) {
            try vault.open(sealed, table: "note", column: "name", row: 7, slot: slot, access)
        }
        for index in [0, 1, 13, sealed.count - 1] {
            var altered = sealed
            altered[index] ^= 1
            #expect(throws: VaultError.sealBroken) { try open(vault, altered, slot) }
        }
        #expect(throws: VaultError.sealBroken) { try open(vault, [], slot) }
    }

    @Test("key and store are readable by their owner alone, and refused otherwise")
    func permissions() throws {
        _ = try vault()
        for path in [folder.key, folder.store] {
            #expect(try folder.mode(path) == 0o600)
            chmod(path, 0o640)
            #expect(throws: VaultError.openToOthers(path: path)) { try vault() }
            chmod(path, 0o600)
        }
        _ = try vault()
    }

    @Test("a missing, short or wrong key is told apart, and nothing is written")
    func wrongKeys() throws {
        #expect(throws: VaultError.keyMissing(path: folder.key)) {
            try Vault(keyFile: folder.key, createIfMissing: false)
        }
        #expect(try folder.names() == [])
        _ = try vault()
        let key = try folder.bytes(folder.key)
        let store = try folder.bytes(folder.store)
        try folder.write([UInt8](repeating: 1, count: 31), folder.key)
        #expect(throws: VaultError.keyMalformed(path: folder.key)) { try vault() }
        try folder.write([UInt8](repeating: 1, count: 32), folder.key)
        #expect(throws: VaultError.wrongKey(path: folder.store)) { try vault() }
        try FileManager.default.removeItem(atPath: folder.key)
        #expect(throws: VaultError.keyMissing(path: folder.key)) { try vault() }
        #expect(try folder.names() == ["house.key.cases"])
        #expect(try folder.bytes(folder.store) == store)
        try folder.write(key, folder.key)
        try FileManager.default.removeItem(atPath: folder.store)
        #expect(throws: VaultError.storeMissing(path: folder.store)) {
            try Vault(keyFile: folder.key, createIfMissing: false)
        }
    }

    @Test("a database sealed with other keys is refused")
    func otherDatabase() throws {
        let vault = try vault()
        try vault.check(against: vault.checkValue)
        let other = try Vault(keyFile: folder.key + "-other", createIfMissing: true)
        #expect(throws: VaultError.databaseOfOtherKeys) {
            try other.check(against: vault.checkValue)
        }
    }

    @Test("slots are given once, made by the hundred, and go on after the used ones")
    func slots() throws {
        let first = try vault()
        let size = try folder.bytes(folder.store).count
        #expect(size == 101 * 64)
        let given = try (0..<250).map { _ in try first.takeSlot().rawValue }
        #expect(given == Array(1...250))
        #expect(try folder.bytes(folder.store).count == 301 * 64)
        let again = try vault()
        #expect(
            throws: VaultError.storeOlder(path: folder.store, keyCount: 299, neededCount: 300)
        ) {
            try again.slotsAreUsed(upTo: 300)
        }
        try again.slotsAreUsed(upTo: 250)
        #expect(try again.takeSlot().rawValue == 251)
        let wanted = KeySlot(rawValue: 420)
        #expect(try again.reserve(atOrAfter: wanted) == wanted)
        try again.erase(slot: wanted)
        #expect(try again.reserve(atOrAfter: wanted).rawValue == 421)
    }

    @Test("an erased case opens nowhere, its slot is never given again, its neighbours stay")
    func erase() throws {
        let vault = try vault()
        let slots = try (0..<3).map { _ in try vault.takeSlot() }
        let sealed = try slots.map { try seal(vault, $0) }
        try vault.erase(slot: slots[1])
        #expect(try vault.isErased(slot: slots[1]))
        #expect(throws: VaultError.slotErased(slots[1])) { try open(vault, sealed[1], slots[1]) }
        #expect(throws: VaultError.slotErased(slots[1])) { try seal(vault, slots[1]) }
        #expect(try open(vault, sealed[0], slots[0]) == note)
        let again = try Vault(keyFile: folder.key, createIfMissing: false)
        #expect(throws: VaultError.slotErased(slots[1])) { try open(again, sealed[1], slots[1]) }
        #expect(try (0..<3).map { _ in try again.takeSlot().rawValue } == [1, 3, 4])
        #expect(throws: VaultError.slotUnknown(.centre)) { try vault.erase(slot: .centre) }
        let unknown = KeySlot(rawValue: 9_999)
        #expect(throws: VaultError.slotUnknown(unknown)) { try vault.erase(slot: unknown) }
    }

    @Test("that they have served a centre is remembered by the keys, also after a rotation")
    func served() throws {
        let first = try vault()
        #expect(try !first.hasServed())
        try first.noteServed()
        #expect(try vault().hasServed())
        try first.rotate()
        #expect(try first.hasServed())
        #expect(try vault().hasServed())
    }

    @Test("slots exchanged in the file do not open")
    func exchangedSlots() throws {
        let vault = try vault()
        let slots = try (0..<2).map { _ in try vault.takeSlot() }
        let sealed = try seal(vault, slots[0])
        var bytes = try folder.bytes(folder.store)
        let one = Array(bytes[128..<192])
        bytes.replaceSubrange(128..<192, with: bytes[192..<256])
        bytes.replaceSubrange(192..<256, with: one)
        try folder.write(bytes, folder.store)
        let again = try Vault(keyFile: folder.key, createIfMissing: false)
        #expect(throws: VaultError.sealBroken) { try open(again, sealed, slots[0]) }
        #expect(throws: VaultError.sealBroken) { try open(again, sealed, slots[1]) }
    }

    @Test("lookups are the same each time, and differ by purpose and by key")
    func lookups() throws {
        let vault = try vault()
        let digest = vault.lookup("0101010001", purpose: "cpr")
        #expect(digest.count == 32)
        #expect(vault.lookup("0101010001", purpose: "cpr") == digest)
        #expect(vault.lookup("0101010001", purpose: "receipt") != digest)
        #expect(vault.lookup("0101010002", purpose: "cpr") != digest)
        let other = try Vault(keyFile: folder.key + "-other", createIfMissing: true)
        #expect(other.lookup("0101010001", purpose: "cpr") != digest)
        #expect(vault.chain([1], [2, 3]) != vault.chain([1, 2], [3]))
        #expect(vault.chain([1], [2]) == vault.chain([1], [2]))
    }

    @Test("many threads seal and open at once")
    func threads() throws {
        let vault = try vault()
        DispatchQueue.concurrentPerform(iterations: 32) { _ in
            let slot = try? vault.takeSlot()
            guard let slot, let sealed = try? seal(vault, slot) else {
                Issue.record("not sealed")
                return
            }
            #expect((try? open(vault, sealed, slot)) == note)
        }
    }
}
