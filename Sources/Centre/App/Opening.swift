internal import Domain
internal import Foundation
internal import SQLite

/// Why the house cannot open. Codes; `fjorten` makes the sentence.
public enum OpeningFailure: Error, Hashable, Sendable {
    /// There is no database in the data folder.
    case noDatabase(folder: String)
    /// Migrations are waiting: `fjorten migrate` first.
    case notMigrated(pending: Int)
    /// The key at hand is not the key of this database.
    case wrongKey(file: String)
    /// No standard has been adopted.
    case noStandard
    /// The standard file or id given is not one.
    case unknownStandard(String)
    /// `Migrations/` is not where `--root` says.
    case noMigrations(folder: String)
}

/// Makes a new house, brings an old one up to date, and checks both before anything is written.
public enum Opening {
    /// Creates what is missing (folder, database, keys, first standard) and applies the migrations that wait.
    ///
    /// - Returns: The numbers of the migrations that were applied.
    /// - Throws: ``OpeningFailure``, `VaultError`, or the database's own error.
    public static func prepare(_ configuration: Configuration, clock: CalendarClock) throws -> [Int]
    {
        let isNew = !FileManager.default.fileExists(atPath: configuration.databaseFile)
        let named = try firstStandard(configuration)
        let migrator = try migrator(configuration)
        try FileManager.default.createDirectory(
            atPath: configuration.dataFolder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        // A schema does not change under a server.
        let lock = try Housekeeping.lock(configuration)
        defer { withExtendedLifetime(lock) {} }
        let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: isNew)
        let connection = try Connection(
            path: configuration.databaseFile, isNew ? .create : .readWrite)
        // A house whose making was cut short has no key on record yet; it is made to its end.
        let isMade = try isMade(connection, migrator)
        if isMade { try check(vault, connection) }
        let first = isMade ? nil : named
        let value = vault.checkValue
        let now = clock.now
        if isMade {
            try rehearse(
                migrator, connection, beside: configuration.databaseFile, at: now.rfc3339)
        }
        let applied = try migrator.apply(to: connection, at: now.rfc3339)
        try connection.transaction {
            try connection.run(VaultSQL.keep.rawValue, [.blob(value)])
            if let first {
                try StandardBook.adopt(
                    first, from: now.day, by: nil, at: now, with: vault, in: connection)
            }
            try RowProofs(vault: vault).begin(at: now, in: connection)
        }
        return applied.map(\.number)
    }

    /// Applies what waits to a copy first: what a centre's own rows make fail leaves them alone.
    static func rehearse(
        _ migrator: Migrator, _ db: borrowing Connection, beside databaseFile: String,
        at instant: String
    ) throws {
        guard try !migrator.status(of: db).isCurrent else { return }
        let path = databaseFile + ".rehearsal"
        let remove = {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: path + suffix)
            }
        }
        remove()
        defer { remove() }
        try db.backUp(to: path)
        let copy = try Connection(path: path, .readWrite)
        try migrator.apply(to: copy, at: instant)
        let problems = try copy.integrityProblems()
        guard problems.isEmpty else { throw BackupFailure.copyDamaged(problems: problems) }
    }

    private static func isMade(
        _ db: borrowing Connection, _ migrator: Migrator
    ) throws -> Bool {
        guard try migrator.status(of: db).appliedNumber > 0 else { return false }
        return try db.firstRow(VaultSQL.kept, []) { !$0.isNull(0) } ?? false
    }

    /// Refuses a database that is missing or older than the program.
    static func check(_ configuration: Configuration, _ db: borrowing Connection) throws {
        let pending = try migrator(configuration).status(of: db).pending.count
        guard pending == 0 else { throw OpeningFailure.notMigrated(pending: pending) }
    }

    /// Refuses a key that is not this database's.
    static func check(_ vault: Vault, _ db: borrowing Connection) throws {
        let kept = try db.firstRow(VaultSQL.kept, []) { $0.blob(0) }
        guard let kept, ConstantTime.areEqual(kept, vault.checkValue) else {
            throw OpeningFailure.wrongKey(file: vault.keyFile)
        }
    }

    private static func migrator(_ configuration: Configuration) throws -> Migrator {
        try KnownMigrations.migrator(folder: configuration.migrationsFolder)
    }

    /// The standard a new house opens with. A house that is there already keeps its own, but a name that means nothing
    /// is refused there too: whoever typed it believes otherwise.
    @discardableResult
    static func firstStandard(_ configuration: Configuration) throws -> String {
        let name = configuration.firstStandard
        if let shipped = ShippedStandards.file(id: name) {
            return String(decoding: shipped, as: UTF8.self)
        }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw OpeningFailure.unknownStandard(name)
        }
        _ = try QualityStandard(json: Array(data))
        return String(decoding: data, as: UTF8.self)
    }
}
