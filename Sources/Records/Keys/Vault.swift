private import Crypto
private import CryptoExtras
private import Foundation
private import Synchronization

/// Seals what is personal, each value for its table, column, row and case.
///
/// The master key wraps the case keys and nothing else, so rotating it touches two small files and
/// never the database. All that is the centre's own (lookups, the audit chain, the check of the
/// database) derives by HKDF from the key in slot 0, one key per purpose.
package final class Vault: Sendable {
    private struct State: ~Copyable {
        var store: KeyStore
        var nextSlot: Int64 = 1
    }

    /// Where the master key lies.
    package let keyFile: String
    private let state: Mutex<State>
    private let root: Mutex<SymmetricKey>
    /// For the links of the log and the proofs of rows, several of which each act makes: derived once.
    private let chainKey: Mutex<SymmetricKey>

    /// Opens the vault with the master key at `keyFile` and the store beside it.
    ///
    /// - Parameter createIfMissing: true only while there is no database: keys made for one that
    ///   exists would open nothing in it.
    package init(keyFile: String, createIfMissing: Bool) throws(VaultError) {
        self.keyFile = keyFile
        let storePath = Self.storePath(keyFile)
        if createIfMissing, !PrivateFile.exists(keyFile), !PrivateFile.exists(storePath) {
            try MasterKey.make(keyFile)
        }
        let master = try MasterKey.read(keyFile)
        if createIfMissing, !PrivateFile.exists(storePath) {
            try KeyStore.make(path: storePath, master: master)
        }
        let store = try KeyRotation.openOrFinish(keyFile: keyFile, master: master)
        let key = try store.key(.centre)
        root = Mutex(key)
        chainKey = Mutex(Self.derive("chain", from: key))
        state = Mutex(State(store: store))
    }

    /// Where the keys of the cases lie: beside the master key.
    package static func storePath(_ keyFile: String) -> String { keyFile + ".cases" }

    /// What belongs to the centre and to no case.
    package var centreSlot: KeySlot { .centre }

    /// Seals a value for the one place where it will lie.
    package func seal(
        _ plaintext: [UInt8], table: StaticString, column: StaticString, row: Int64, slot: KeySlot
    ) throws(VaultError) -> [UInt8] {
        let key = try sealingKey(slot)
        do {
            let box = try AES.GCM.seal(
                plaintext, using: key, authenticating: Self.place(table, column, row))
            return [Self.form] + [UInt8](box.nonce) + [UInt8](box.ciphertext) + [UInt8](box.tag)
        } catch {
            throw .sealBroken
        }
    }

    /// Opens a value that was sealed for this place, for somebody whose reading is in the log.
    package func open(
        _ sealed: [UInt8], table: StaticString, column: StaticString, row: Int64, slot: KeySlot,
        _ access: AccessToken
    ) throws(VaultError) -> [UInt8] {
        guard access.opens(slot) else { throw .accessNotLogged }
        return try open(sealed, place: Self.place(table, column, row), slot: slot)
    }

    /// Seals what travels through somebody's browser and comes back. Nothing of it is stored.
    package func sealCarried(
        _ plaintext: [UInt8], purpose: StaticString
    ) throws(VaultError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plaintext, using: derive("carried \(purpose)"))
            return [Self.form] + [UInt8](box.nonce) + [UInt8](box.ciphertext) + [UInt8](box.tag)
        } catch {
            throw .sealBroken
        }
    }

    /// Opens what came back; nil for what we have not sealed.
    package func openCarried(_ sealed: [UInt8], purpose: StaticString) -> [UInt8]? {
        guard sealed.count >= Self.overheadByteCount, sealed[0] == Self.form else { return nil }
        guard
            let box = try? AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: sealed[1..<13]),
                ciphertext: sealed[13..<(sealed.count - 16)],
                tag: sealed[(sealed.count - 16)...]),
            let plain = try? AES.GCM.open(box, using: derive("carried \(purpose)"))
        else { return nil }
        return [UInt8](plain)
    }

    /// The digest by which an exact value is found again without being stored. One key for each
    /// purpose, so digests of two columns cannot be compared.
    package func lookup(_ value: String, purpose: StaticString) -> [UInt8] {
        digest(Array(value.utf8), key: "lookup \(purpose)")
    }

    /// The same, sealed once more with a look-up key, which ``relock(_:from:to:)`` can exchange for
    /// the next without knowing the value.
    package func lookup(
        _ value: String, purpose: StaticString, under slot: KeySlot
    ) throws(VaultError) -> [UInt8] {
        try lock(lookup(value, purpose: purpose), under: slot)
    }

    /// The same digest under another look-up key.
    package func relock(
        _ digest: [UInt8], from old: KeySlot, to new: KeySlot
    ) throws(VaultError) -> [UInt8] {
        try lock(unlock(digest, under: old), under: new)
    }

    /// The next link of the audit chain.
    package func chain(_ previous: [UInt8], _ content: [UInt8]) -> [UInt8] {
        var length = UInt64(previous.count).bigEndian
        let prefix = withUnsafeBytes(of: &length) { Array($0) }
        let key = chainKey.withLock { $0 }
        return [UInt8](
            HMAC<SHA256>.authenticationCode(for: prefix + previous + content, using: key))
    }

    /// What a database sealed with these keys holds in `vault_check`.
    package var checkValue: [UInt8] { digest([], key: "check") }

    /// Refuses a database that was sealed with other keys.
    package func check(against stored: [UInt8]) throws(VaultError) {
        guard ConstantTime.areEqual(stored, checkValue) else { throw .databaseOfOtherKeys }
    }

    /// Whether a centre has been made or opened with these keys.
    package func hasServed() throws(VaultError) -> Bool {
        try state.withLock { (state) throws(VaultError) in try state.store.hasServed() }
    }

    /// Notes in the key store that a centre has been made with it: a data folder that is empty
    /// later is missing, not new.
    package func noteServed() throws(VaultError) {
        try state.withLock { (state) throws(VaultError) in try state.store.noteServed() }
    }

    /// Tells which slots the database uses already: the highest `key_slot` it holds, 0 if none.
    ///
    /// - Throws: ``VaultError/storeOlder(path:keyCount:neededCount:)`` for one that was never made
    ///   here. A slot is on disk before any row has it, so the store is not the newest.
    package func slotsAreUsed(upTo highest: Int64) throws(VaultError) {
        let storePath = Self.storePath(keyFile)
        try state.withLock { (state) throws(VaultError) in
            let last = Int64(state.store.count) - 1
            guard highest <= last else {
                throw .storeOlder(path: storePath, keyCount: last, neededCount: highest)
            }
            state.nextSlot = max(state.nextSlot, highest + 1)
        }
    }

    /// A key for a new case. One that is then not stored with a case is given again after a
    /// restart; no key is given twice to cases that exist.
    package func takeSlot() throws(VaultError) -> KeySlot {
        try state.withLock { (state) throws(VaultError) -> KeySlot in
            while true {
                let slot = KeySlot(rawValue: state.nextSlot)
                while slot.rawValue >= Int64(state.store.count) { try state.store.extend() }
                state.nextSlot += 1
                if try state.store.isUsable(slot) { return slot }
            }
        }
    }

    /// The first slot from here on that a new case may have: made if need be, and never one that
    /// was erased, as an older backup would propose. For whoever counts slots in the database.
    package func reserve(atOrAfter slot: KeySlot) throws(VaultError) -> KeySlot {
        try state.withLock { (state) throws(VaultError) -> KeySlot in
            var slot = max(slot, KeySlot(rawValue: 1))
            while true {
                while slot.rawValue >= Int64(state.store.count) { try state.store.extend() }
                if try state.store.isUsable(slot) { return slot }
                slot = KeySlot(rawValue: slot.rawValue + 1)
            }
        }
    }

    /// Destroys a case's key. When this returns nobody can read what it sealed, in any copy.
    package func erase(slot: KeySlot) throws(VaultError) {
        try state.withLock { (state) throws(VaultError) in try state.store.erase(slot) }
    }

    /// Whether a case's key has been destroyed.
    package func isErased(slot: KeySlot) throws(VaultError) -> Bool {
        try state.withLock { (state) throws(VaultError) in try state.store.isErased(slot) }
    }

    /// Puts a new master key in the place of the old. May be killed at any moment: opening the
    /// vault afterwards finds the old keys or the new, whole.
    ///
    /// - Returns: a key for what is looked up, made after the exchange: the old master key has
    ///   never wrapped it.
    @discardableResult
    package func rotate() throws(VaultError) -> KeySlot {
        let keyFile = keyFile
        return try state.withLock { (state) throws(VaultError) -> KeySlot in
            state.store = try KeyRotation.rotate(state.store, keyFile: keyFile)
            let slot = KeySlot(rawValue: Int64(state.store.count))
            try state.store.extend()
            state.nextSlot = slot.rawValue + 1
            return slot
        }
    }

    private static let form: UInt8 = 1
    private static let overheadByteCount = 1 + 12 + 16

    private func open(
        _ sealed: [UInt8], place: Data, slot: KeySlot
    ) throws(VaultError) -> [UInt8] {
        guard sealed.count >= Self.overheadByteCount, sealed[0] == Self.form else {
            throw .sealBroken
        }
        let key = try sealingKey(slot)
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: sealed[1..<13]),
                ciphertext: sealed[13..<(sealed.count - 16)],
                tag: sealed[(sealed.count - 16)...])
            return [UInt8](try AES.GCM.open(box, using: key, authenticating: place))
        } catch {
            throw .sealBroken
        }
    }

    /// Digests are as good as random, so a cipher that is the same each time tells nothing by it.
    private func lock(_ digest: [UInt8], under slot: KeySlot) throws(VaultError) -> [UInt8] {
        guard slot != .centre else { return digest }
        let key = try lookupKey(slot)
        do {
            return [UInt8](try AES._CBC.encrypt(digest, using: key, iv: Self.noStart()))
        } catch {
            throw .sealBroken
        }
    }

    private func unlock(_ digest: [UInt8], under slot: KeySlot) throws(VaultError) -> [UInt8] {
        guard slot != .centre else { return digest }
        let key = try lookupKey(slot)
        do {
            return [UInt8](try AES._CBC.decrypt(digest, using: key, iv: Self.noStart()))
        } catch {
            throw .sealBroken
        }
    }

    private func lookupKey(_ slot: KeySlot) throws(VaultError) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: try sealingKey(slot), info: Data("fjorten lookup".utf8),
            outputByteCount: 32)
    }

    private static func noStart() throws -> AES._CBC.IV {
        try AES._CBC.IV(ivBytes: [UInt8](repeating: 0, count: 16))
    }

    private func sealingKey(_ slot: KeySlot) throws(VaultError) -> SymmetricKey {
        if slot == .centre { return derive("seal") }
        return try state.withLock { (state) throws(VaultError) in try state.store.key(slot) }
    }

    private func digest(_ bytes: [UInt8], key purpose: String) -> [UInt8] {
        [UInt8](HMAC<SHA256>.authenticationCode(for: bytes, using: derive(purpose)))
    }

    private func derive(_ purpose: String) -> SymmetricKey {
        Self.derive(purpose, from: root.withLock { $0 })
    }

    private static func derive(_ purpose: String, from root: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, info: Data("fjorten \(purpose)".utf8), outputByteCount: 32)
    }

    private static func place(_ table: StaticString, _ column: StaticString, _ row: Int64) -> Data {
        Data("\(table).\(column).\(row)".utf8)
    }
}
