internal import Domain
internal import Foundation
internal import HTTP
internal import SQLite

/// One clear sentence, in English, for whoever runs a command: what is wrong and what to do about it.
public enum FailureWords {
    /// The sentence. Nothing from a citizen is ever in it.
    public static func sentence(for error: any Error) -> String {
        switch error {
        case let failure as OpeningError: words(failure)
        case let failure as StaffRefusal: words(failure)
        case let failure as DemoError: words(failure)
        case let failure as VaultError: words(failure)
        case let failure as SQLiteError: words(failure)
        case let failure as CocoaError: words(failure)
        case let failure as any CustomStringConvertible: "\(failure)"
        default: "Something went wrong that nobody foresaw (\(type(of: error)))."
        }
    }

    private static func words(_ failure: OpeningError) -> String {
        switch failure {
        case .noDatabase(let folder):
            "There is no centre in \(folder). Make one with: fjorten migrate --data \(folder)"
        case .databaseGone(let folder, let keyFile, let entryCount):
            """
            There is no database in \(folder), but its key \(keyFile) has served a centre\
            \(entryCount.map { ", whose log has \($0) \($0 == 1 ? "entry" : "entries")" } ?? ""): is \
            the disk mounted? Restore a backup, or give another --key.
            """
        case .foreignDatabase(let file):
            "\(file) is another program's database; nothing was written."
        case .inDataFolder(let path, let folder):
            """
            \(path) lies in the data folder \(folder), and would be lost or stolen with it; put it \
            elsewhere.
            """
        case .notWritable(let path, let number):
            "\(path) may not be read and written: \(PrivateFile.Trouble(number: number).reason)."
        case .notMigrated(let pending):
            """
            The database is older than this program: \(pending) \
            \(pending == 1 ? "migration waits" : "migrations wait"). Run: fjorten migrate
            """
        case .wrongKey(let file):
            "\(file) is not the key of this database; nothing was read or written."
        case .noStandard:
            "This centre has adopted no quality standard."
        case .unknownStandard(let name):
            """
            There is no standard and no file called \(name). The shipped ones are listed by: \
            fjorten standard list
            """
        case .noMigrations(let folder):
            "There are no migrations in \(folder); say with --root where the program's files lie."
        }
    }

    private static func words(_ failure: StaffRefusal) -> String {
        switch failure {
        case .loginMalformed: "A login is 2-40 letters a-z, digits, dots or hyphens."
        case .loginTaken: "Somebody has this login already, or had it once; choose another."
        case .nameMissing: "A name of 1-80 characters is needed."
        case .passwordTooShort(let lengthMin):
            "The password is too short: at least \(lengthMin) characters, for example four words."
        case .unknownLogin: "Nobody has this login. See: fjorten user list"
        }
    }

    private static func words(_ failure: DemoError) -> String {
        switch failure {
        case .folderInUse(let folder):
            "There is a centre in \(folder) already; a demo is only made in a new folder."
        }
    }

    private static func words(_ failure: VaultError) -> String {
        switch failure {
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
        case .storage(let path, PrivateFile.Trouble.linkNumber):
            "\(path) is a symbolic link; give the file itself with --key."
        case .storage(let path, let number):
            "\(path) could not be read or written: \(PrivateFile.Trouble(number: number).reason)."
        }
    }

    private static func words(_ error: SQLiteError) -> String {
        if error.isFull { return "The disk is full." }
        if error.isCannotOpen { return "The database cannot be opened." }
        if error.isCorrupt { return "The database file is damaged, or is not a database." }
        if error.isBusy { return "Another program holds the database." }
        if error.isReadOnly { return "The database or its folder may not be written." }
        return "The database answered with code \(error.code)."
    }

    private static func words(_ error: CocoaError) -> String {
        let path = error.filePath ?? "a file or folder"
        return switch error.code {
        case .fileWriteNoPermission, .fileReadNoPermission: "No permission for \(path)."
        case .fileNoSuchFile, .fileReadNoSuchFile: "\(path) does not exist."
        case .fileWriteFileExists: "\(path) is not a folder."
        default: "\(path) could not be read or written (\(error.code.rawValue))."
        }
    }
}

extension FailureWords {
    /// What the log is told of a fault: enough to find its cause, and nothing from a citizen. Of an error whose words may
    /// be made of what somebody typed, the kind alone.
    static func forTheLog(_ error: any Error) -> String {
        switch error {
        case let error as SQLiteError: error.description
        case is VaultError, is CocoaError, is OpeningError: sentence(for: error)
        default: "\(type(of: error))"
        }
    }
}
