/// Why the house cannot open.
package enum OpeningError: Error, Hashable, Sendable {
    /// There is no database in the data folder.
    case noDatabase(folder: String)
    /// There is none, and its key has served a centre: the folder is missing, not new.
    case databaseGone(folder: String, keyFile: String, entryCount: Int64?)
    /// The database is another program's.
    case foreignDatabase(file: String)
    /// What must outlive the data folder lies in it.
    case inDataFolder(path: String, folder: String)
    /// The database or its folder may not be written by this user.
    case notWritable(path: String, errno: Int32)
    /// Migrations are waiting: `fjorten migrate` first.
    case notMigrated(pending: Int)
    /// The key at hand is not the key of this database.
    case wrongKey(file: String)
    /// More keys would be destroyed than one approved request names.
    case tooManyErasures(count: Int)
    /// No standard has been adopted.
    case noStandard
    /// The standard file or id given is not one.
    case unknownStandard(String)
    /// `Migrations/` is not where `--root` says.
    case noMigrations(folder: String)
}

extension OpeningError: CustomStringConvertible {
    /// One sentence for whoever typed the command: what is wrong, and what to do about it.
    package var description: String {
        switch self {
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
            "\(path) may not be read and written: \(words(ofErrno: number))."
        case .notMigrated(let pending):
            """
            The database is older than this program: \(pending) \
            \(pending == 1 ? "migration waits" : "migrations wait"). Run: fjorten migrate
            """
        case .wrongKey(let file):
            "\(file) is not the key of this database; nothing was read or written."
        case .tooManyErasures(let count):
            """
            The database says that \(count) erased cases still have their keys, more than one approved request \
            names. No key was destroyed. Run: fjorten verify, and compare with the newest backup
            """
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
}
