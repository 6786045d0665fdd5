internal import Domain
internal import Records
private import Foundation
private import Glibc
internal import SQLite

/// What keeps the house from working now, the worst first. Found without reading or writing anything in the database.
enum HouseFault: Hashable, Sendable {
    /// Another file lies where the database was opened, or none: what is written goes where nobody will find it.
    case databaseMoved
    case keyMissing
    /// No room on the disk with the database, or on the one with the keys.
    case diskFull
    /// The latest changes did not reach the disk; SQLite's code.
    case cannotWrite(code: Int32)

    /// With less than this nothing can be written.
    static let freeByteCountMin = 1_000_000
    /// So long after a change that failed it is still said, unless something was written since.
    private static let memory = Duration.seconds(60)

    /// What is wrong with a house that serves; nil where nothing is.
    static func find(_ operations: Operations) -> HouseFault? {
        let configuration = operations.house.configuration
        if FileIdentity(configuration.databaseFile) != operations.database {
            return .databaseMoved
        }
        let keys = [configuration.keyFile, Vault.storePath(configuration.keyFile)]
        guard keys.allSatisfy({ FileIdentity($0) != nil }) else { return .keyMissing }
        let folders = [configuration.databaseFile, configuration.keyFile].map {
            URL(filePath: $0).deletingLastPathComponent().path
        }
        if folders.contains(where: { (freeByteCount(in: $0) ?? .max) < freeByteCountMin }) {
            return .diskFull
        }
        if let trouble = operations.house.writer.figures.trouble,
            trouble.at.duration(to: .now) < memory
        {
            return .cannotWrite(code: trouble.code)
        }
        return nil
    }

    /// What somebody without special rights may still write there; nil where nobody can say.
    private static func freeByteCount(in folder: String) -> Int? {
        var told = statvfs()
        guard unsafe statvfs(folder, &told) == 0 else { return nil }
        return Int(told.f_bavail) * Int(told.f_frsize)
    }
}

/// Which file it is, whatever it is called: tells the database that was opened from another in its place.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt
    private let number: UInt

    /// Nil where there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
    }
}
