internal import Crypto
private import Foundation

/// The master key: 32 random bytes in a file of their own.
enum MasterKey {
    static let byteCount = 32

    static func read(_ path: String) throws(VaultError) -> SymmetricKey {
        do {
            let file = try PrivateFile(path, .read)
            guard !file.isOpenToOthers else { throw VaultError.openToOthers(path: path) }
            guard file.byteCount == byteCount else { throw VaultError.keyMalformed(path: path) }
            return SymmetricKey(data: try file.read(byteCount, at: 0))
        } catch let error as VaultError {
            throw error
        } catch let trouble as FileError {
            throw trouble.isMissing
                ? .keyMissing(path: path) : .storage(path: path, errno: trouble.number)
        } catch {
            throw .keyMissing(path: path)
        }
    }

    /// Makes a new one. It stands under its name only when it is whole and on disk.
    @discardableResult
    static func make(_ path: String) throws(VaultError) -> SymmetricKey {
        let key = SymmetricKey(size: .bits256)
        do throws(FileError) {
            try PrivateFile.remove(path + ".new")
            let file = try PrivateFile(path + ".new", .new)
            try file.write(key.withUnsafeBytes { Array($0) }, at: 0)
            try file.sync()
            try PrivateFile.move(path + ".new", over: path)
        } catch {
            throw .storage(path: path, errno: error.number)
        }
        return key
    }
}

/// Exchanging the master key in four steps, each of which leaves a whole vault behind:
///
/// 1. the new key is written as `<key>.next`;
/// 2. the store is written anew, wrapped by it, as `<key>.cases.next`;
/// 3. that store takes the place of the old one;
/// 4. the new key takes the place of the old one.
///
/// Before step 3 the old key fits the store, after it the next one does; whoever opens the vault
/// tries both, and finishes step 4 if it was left undone.
enum KeyRotation {
    private static func nextKey(_ keyFile: String) -> String { keyFile + ".next" }
    private static func nextStore(_ keyFile: String) -> String {
        Vault.storePath(keyFile) + ".next"
    }

    /// Opens the store, and finishes a rotation that was killed between its last two steps.
    static func openOrFinish(
        keyFile: String, master: SymmetricKey
    ) throws(VaultError) -> KeyStore {
        let storePath = Vault.storePath(keyFile)
        do throws(VaultError) {
            return try KeyStore.open(path: storePath, master: master)
        } catch .wrongKey(let path) {
            guard PrivateFile.exists(nextKey(keyFile)) else { throw .wrongKey(path: path) }
            let next = try MasterKey.read(nextKey(keyFile))
            let store = try KeyStore.open(path: storePath, master: next)
            try replaceKey(keyFile)
            return store
        } catch {
            throw error
        }
    }

    static func rotate(
        _ old: borrowing KeyStore, keyFile: String
    ) throws(VaultError) -> KeyStore {
        let storePath = Vault.storePath(keyFile)
        let master = try MasterKey.make(nextKey(keyFile))
        try old.rewrap(to: nextStore(keyFile), master: master)
        do throws(FileError) {
            try PrivateFile.move(nextStore(keyFile), over: storePath)
        } catch {
            throw .storage(path: storePath, errno: error.number)
        }
        try replaceKey(keyFile)
        // The old wrapping must not be found among the disk's free blocks.
        try old.wipe()
        return try KeyStore.open(path: storePath, master: master)
    }

    private static func replaceKey(_ keyFile: String) throws(VaultError) {
        do throws(FileError) {
            let old = try PrivateFile(keyFile, .readWrite)
            try PrivateFile.move(nextKey(keyFile), over: keyFile)
            try old.wipe()
        } catch {
            throw .storage(path: keyFile, errno: error.number)
        }
    }
}
