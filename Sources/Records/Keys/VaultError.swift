/// Why a value is not sealed or opened, or the vault itself not. No case holds a value.
package enum VaultError: Error, Sendable, Hashable {
    /// There is no master key, and none may be made since a database exists.
    case keyMissing(path: String)
    /// The key, or the key store, may be read by others than its owner.
    case openToOthers(path: String)
    /// The master key's file does not hold 32 bytes.
    case keyMalformed(path: String)
    /// The master key is not the one this key store was wrapped with.
    case wrongKey(path: String)
    /// The key store is missing beside its master key.
    case storeMissing(path: String)
    /// The key store is not one.
    case storeDamaged(path: String)
    /// The database uses keys that the store does not have: it is an older copy, or cut.
    case storeOlder(path: String, keyCount: Int64, neededCount: Int64)
    /// The database was sealed with other keys.
    case databaseOfOtherKeys
    /// The case has been erased.
    case slotErased(KeySlot)
    /// No such key has been made.
    case slotUnknown(KeySlot)
    /// The access that was logged did not name this case: a fault of ours.
    case accessNotLogged
    /// The value was altered, moved or sealed with another key.
    case sealBroken
    /// A file of the keys may not be used, or its disk failed.
    case storage(path: String, errno: Int32)
}

extension VaultError: CustomStringConvertible {
    /// One sentence for whoever typed the command: what is wrong, and what to do about it.
    package var description: String {
        switch self {
        case .keyMissing(let path): "The key file \(path) is missing; say with --key where it is."
        case .openToOthers(let path):
            "\(path) may be read by others than its owner; run: chmod 600 \(path)"
        case .keyMalformed(let path): "\(path) is not a key file."
        case .wrongKey(let path):
            "\(path.dropLast(".cases".count)) is not the key that wrapped the case keys in \(path)."
        case .storeMissing(let path): "The case keys, \(path), are missing beside the master key."
        case .storeDamaged(let path): "The case keys, \(path), are damaged."
        case .storeOlder(let path, let keyCount, let neededCount):
            """
            \(path) is older than the database: it has \(keyCount) of \(neededCount) keys. Put the \
            newer one back.
            """
        case .databaseOfOtherKeys:
            "The key is not the key of this database; nothing was read or written."
        case .slotErased: "The case has been erased."
        case .slotUnknown: "A case has no key in the key store."
        case .accessNotLogged: "A sealed value was asked for without a logged access."
        case .sealBroken: "A sealed value was altered, moved, or sealed with another key."
        case .storage(let path, FileError.linkNumber):
            "\(path) is a symbolic link; give the file itself with --key."
        case .storage(let path, let number):
            "\(path) could not be read or written: \(words(ofErrno: number))."
        }
    }
}
