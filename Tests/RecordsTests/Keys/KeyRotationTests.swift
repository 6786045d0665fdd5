import Foundation
import Testing

@testable import Records
@testable import TestHouse

@Suite("Rotating the master key")
struct KeyRotationTests {
    let folder: TestFolder
    let access = AccessToken(slots: nil)

    init() throws {
        folder = try TestFolder()
    }

    /// A vault with three cases, the second of them erased, and what the first one sealed.
    func furnished() throws -> (Vault, sealed: [UInt8], slot: KeySlot) {
        let vault = try Vault(keyFile: folder.key, createIfMissing: true)
        let slots = try (0..<3).map { _ in try vault.takeSlot() }
        let sealed = try vault.seal([1, 2, 3], table: "t", column: "c", row: 1, slot: slots[0])
        try vault.erase(slot: slots[1])
        return (vault, sealed, slots[0])
    }

    func expectWhole(_ vault: Vault, _ sealed: [UInt8], _ slot: KeySlot, check: [UInt8]) throws {
        let opened = try vault.open(
            sealed, table: "t", column: "c", row: 1, slot: slot, access)
        #expect(opened == [1, 2, 3])
        #expect(vault.checkValue == check)
        #expect(try vault.isErased(slot: KeySlot(rawValue: 2)))
        #expect(try folder.mode(folder.key) == 0o600)
        #expect(try folder.mode(folder.store) == 0o600)
    }

    @Test("changes the key and the wrapping of every slot, and nothing that was sealed")
    func rotates() throws {
        let (vault, sealed, slot) = try furnished()
        let check = vault.checkValue
        let oldKey = try folder.bytes(folder.key)
        let oldStore = try folder.bytes(folder.store)
        try vault.rotate()
        #expect(try folder.bytes(folder.key) != oldKey)
        let newStore = try folder.bytes(folder.store)
        for start in stride(from: 64, to: oldStore.count, by: 64) where start != 64 * 3 {
            #expect(newStore[start..<start + 60] != oldStore[start..<start + 60])
        }
        #expect(try folder.names() == ["house.key", "house.key.cases"])
        try expectWhole(vault, sealed, slot, check: check)
        let again = try Vault(keyFile: folder.key, createIfMissing: false)
        try expectWhole(again, sealed, slot, check: check)
        try folder.write(oldKey, folder.key)
        #expect(throws: VaultError.wrongKey(path: folder.store)) {
            try Vault(keyFile: folder.key, createIfMissing: false)
        }
    }

    @Test("killed after any step, the vault opens whole and rotates again", arguments: 1...5)
    func killedAfter(step: Int) throws {
        let (vault, sealed, slot) = try furnished()
        let check = vault.checkValue
        let key = folder.key
        let store = try KeyStore.open(path: folder.store, master: try MasterKey.read(key))
        // The steps as KeyRotation takes them, up to the one after which the power goes.
        if step == 1 {
            try folder.write([1, 2], key + ".next.new")
        } else {
            let next = try MasterKey.make(key + ".next")
            if step == 3 { try folder.write([3], folder.store + ".next") }
            if step >= 4 { try store.rewrap(to: folder.store + ".next", master: next) }
            if step >= 5 {
                try PrivateFile.move(folder.store + ".next", over: folder.store)
            }
        }
        let survivor = try Vault(keyFile: key, createIfMissing: false)
        try expectWhole(survivor, sealed, slot, check: check)
        try survivor.rotate()
        let later = try Vault(keyFile: key, createIfMissing: false)
        try expectWhole(later, sealed, slot, check: check)
        #expect(!PrivateFile.exists(key + ".next"))
        #expect(!PrivateFile.exists(folder.store + ".next"))
    }
}
