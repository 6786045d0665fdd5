package import Domain
internal import Foundation
package import SQLite

/// Makes a new house, brings an old one up to date, and checks both before anything is written.
package enum Opening {
    /// Creates what is missing (folder, database, keys, first standard) and applies the migrations that wait.
    ///
    /// - Returns: The numbers of the migrations that were applied.
    /// - Throws: ``OpeningError``, `VaultError`, or the database's own error.
    package static func prepare(
        _ configuration: Configuration, _ plan: HousePlan, clock: CalendarClock
    ) throws -> [Int] {
        let named = try firstStandard(configuration)
        let migrator = try migrator(configuration)
        if try !look(at: configuration) {
            try configuration.expectOutside(configuration.keyFile)
        }
        // A schema does not change under a server.
        let folder = try HeldFolder(configuration)
        defer { withExtendedLifetime(folder) {} }
        _ = PrivateFile.closeToOtherWriters(configuration.dataFolder)
        do {
            // A house whose making was cut short has no key on record yet; it is made to its end.
            let isMade = try look(at: configuration)
            return try prepare(
                configuration, plan, migrator, adopting: isMade ? nil : named, at: clock.now)
        } catch {
            folder.giveUp()
            throw error
        }
    }

    /// - Parameter named: the first standard of a house that is to be made; nil for one that is.
    private static func prepare(
        _ configuration: Configuration, _ plan: HousePlan, _ migrator: Migrator,
        adopting named: String?,
        at now: Instant
    ) throws -> [Int] {
        let isNew = !configuration.holdsACentre
        let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: isNew)
        let connection = try Connection(
            path: configuration.databaseFile, isNew ? .create : .readWrite)
        if named == nil {
            try check(vault, connection)
            try vault.checkSlots(of: plan.tables, in: connection)
            try rehearse(
                migrator, connection, beside: configuration.databaseFile, at: now.rfc3339)
        }
        let applied = try migrator.apply(to: connection, at: now.rfc3339)
        if named != nil {
            // Before the house is made, so that no house is without; behind the log it may be, never ahead.
            try ChainAnchor.restart(ChainAnchor.Place(vault, configuration), from: connection)
        }
        try connection.transaction {
            try connection.run(VaultSQL.keep.rawValue, [.blob(vault.checkValue)])
            if let named {
                try StandardBook.adopt(
                    named, from: now.day, by: nil, at: now, with: vault, in: connection)
            }
            try RowProofs(vault: vault).begin(at: now, in: connection)
        }
        try vault.noteServed()
        return applied.map(\.number)
    }

    /// Looks before anything is touched: what lies there may be another program's, or nothing because
    /// a disk is not mounted.
    ///
    /// - Returns: whether a centre is there; false for nothing, and for one whose making was cut short.
    package static func look(at configuration: Configuration) throws -> Bool {
        // A command that root ran may have left the log beside the database in root's hands.
        let database = configuration.databaseFile
        for path in [configuration.dataFolder, database, database + "-wal", database + "-shm"] {
            do throws(FileError) {
                try PrivateFile.expectWritable(path)
            } catch {
                throw OpeningError.notWritable(path: path, errno: error.number)
            }
        }
        if configuration.holdsACentre {
            let db = try Connection(path: configuration.databaseFile, .readOnly)
            let tables = try db.tableNames()
            guard tables.isEmpty || tables.contains(Migrator.receiptTable) else {
                throw OpeningError.foreignDatabase(file: configuration.databaseFile)
            }
            if tables.contains("vault_check"),
                try db.firstRow(VaultSQL.kept, [], { !$0.isNull(0) }) == true
            {
                return true
            }
        }
        if let gone = try gone(configuration) { throw gone }
        return false
    }

    /// Refuses a data folder without a database, before it is locked.
    package static func expectCentre(_ configuration: Configuration) throws {
        guard try look(at: configuration) || configuration.holdsACentre else {
            throw OpeningError.noDatabase(folder: configuration.dataFolder)
        }
    }

    /// Why no new centre may be made: the keys have served one. Its database is to be found, or brought back.
    private static func gone(_ configuration: Configuration) throws -> OpeningError? {
        guard PrivateFile.exists(Vault.storePath(configuration.keyFile)) else { return nil }
        let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: false)
        let last = ChainAnchor.furthest(vault, configuration)?.seq ?? 0
        guard try last > 0 || vault.hasServed() else { return nil }
        return .databaseGone(
            folder: configuration.dataFolder, keyFile: configuration.keyFile,
            entryCount: last > 0 ? last : nil)
    }

    /// Applies what waits to a copy first: what a centre's own rows make fail leaves them alone.
    package static func rehearse(
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
        guard problems.isEmpty else { throw BackupError.copyDamaged(problems: problems) }
    }

    /// Refuses a database that is older than the program.
    package static func check(_ configuration: Configuration, _ db: borrowing Connection) throws {
        let pending = try migrator(configuration).status(of: db).pending.count
        guard pending == 0 else { throw OpeningError.notMigrated(pending: pending) }
    }

    /// Refuses a key that is not this database's.
    package static func check(_ vault: Vault, _ db: borrowing Connection) throws {
        let kept = try db.firstRow(VaultSQL.kept, []) { $0.blob(0) }
        guard let kept, ConstantTime.areEqual(kept, vault.checkValue) else {
            throw OpeningError.wrongKey(file: vault.keyFile)
        }
    }

    private static func migrator(_ configuration: Configuration) throws -> Migrator {
        try KnownMigrations.migrator(folder: configuration.migrationsFolder)
    }

    /// The standard a new house opens with. A house that is there already keeps its own, but a name that means nothing
    /// is refused there too: whoever typed it believes otherwise.
    @discardableResult
    package static func firstStandard(_ configuration: Configuration) throws -> String {
        let name = configuration.firstStandard
        if let shipped = ShippedStandards.file(id: name) {
            return String(decoding: shipped, as: UTF8.self)
        }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw OpeningError.unknownStandard(name)
        }
        _ = try QualityStandard(json: Array(data))
        return String(decoding: data, as: UTF8.self)
    }
}
