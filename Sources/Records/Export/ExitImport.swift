package import Domain
internal import Foundation
internal import SQLite

/// Why an export is not imported; nothing was.
package enum ImportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A file that must be there is not.
    case fileMissing(String)
    /// A line says what cannot be.
    case line(file: String, number: Int, what: String)
    /// The schema's file is not one, or of another version.
    case schema(file: String, what: String)
    /// A file that is not read line by line is not the one that was exported.
    case file(String)
    /// What came in is not what went out.
    case differs(table: String)
    /// The audit chain is broken.
    case chainBroken(String)
    /// A row is not as the house wrote it.
    case notProven(String)

    /// One sentence for whoever typed the command.
    package var description: String {
        switch self {
        case .fileMissing(let file): "\(file) is missing; nothing was imported."
        case .line(let file, let number, let what):
            "\(file):\(number): \(what); nothing was imported."
        case .schema(let file, let what): "\(file): \(what); nothing was imported."
        case .file(let file): "\(file) is not the file that was exported; nothing was imported."
        case .differs(let table):
            "The rows of \(table) are not those that were exported; nothing was imported."
        case .chainBroken(let what): "The audit log is broken: \(what); nothing was imported."
        case .notProven(let what): "The house did not write this: \(what); nothing was imported."
        }
    }
}

/// Brings an exit export back into an empty folder: with the key it was sealed with, or, where there
/// is no key, with new keys of its own.
package enum ExitImport {
    /// Rows of all tables that came in.
    package static func run(
        from folder: String, _ configuration: Configuration, _ plan: HousePlan, clock: CalendarClock
    ) throws -> Int {
        let database = configuration.databaseFile
        guard !PrivateFile.holdsSomething(database) else {
            throw BackupError.folderInUse(path: configuration.dataFolder)
        }
        let said = try schema(folder)
        let sums = try ExitSums(of: folder)
        let migrator = try KnownMigrations.migrator(folder: configuration.migrationsFolder)
        let hasKey =
            PrivateFile.exists(configuration.keyFile)
            || PrivateFile.exists(Vault.storePath(configuration.keyFile))
        try configuration.expectOutside(configuration.keyFile)
        let new = try HeldFolder(configuration)
        defer { withExtendedLifetime(new) {} }
        let partial = database + ".importing"
        let read = hasKey ? partial : database + ".reading"
        do {
            try Files.removeDatabase(partial)
            try Files.removeDatabase(read)
            // Keys that a failing import has made are nobody's.
            let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: !hasKey)
            var count = try fill(
                read, from: folder, said, plan, migrator, hasKey ? vault : nil,
                at: clock.now.rfc3339)
            if !hasKey {
                count = try reseal(
                    read, to: partial, folder, plan, migrator, vault, at: clock.now.rfc3339)
                try Files.removeDatabase(read)
            }
            try sums.prove(folder, but: Set(said.keys.map { ExitFile.lines($0) }))
            try Files.sync(partial)
            try PrivateFile.move(partial, over: database)
            let db = try Connection(path: database, .readOnly)
            try ChainAnchor.restart(ChainAnchor.Place(vault, configuration), from: db)
            return count
        } catch {
            try? Files.removeDatabase(partial)
            if !hasKey {
                try? Files.removeDatabase(read)
                try? PrivateFile.remove(configuration.keyFile)
                try? PrivateFile.remove(Vault.storePath(configuration.keyFile))
            }
            new.giveUp()
            throw error
        }
    }

    /// Copies what was read into a database under the new house's own keys, and proves it.
    private static func reseal(
        _ read: String, to path: String, _ folder: String, _ plan: HousePlan,
        _ migrator: Migrator, _ vault: Vault, at instant: String
    ) throws -> Int {
        let old = try Connection(path: read, .readOnly)
        let new = try Connection(path: path, .create)
        try migrator.apply(to: new, at: instant)
        var resealing = try Resealing(folder, plan, with: vault, from: old)
        var count = 0
        try new.withoutForeignKeys {
            try new.transaction { count = try resealing.copy(from: old, to: new) }
        }
        if let table = try new.foreignKeyProblems().first {
            throw ImportError.differs(table: table)
        }
        try prove(new, vault)
        try new.becomeSingleFile()
        return count
    }

    private static func fill(
        _ path: String, from folder: String, _ said: [String: (rows: Int, sha256: String)],
        _ plan: HousePlan, _ migrator: Migrator, _ vault: Vault?, at instant: String
    ) throws -> Int {
        let db = try Connection(path: path, .create)
        try migrator.apply(to: db, at: instant)
        let names = try db.tableNames()
        if let unknown = said.keys.first(where: { !names.contains($0) }) {
            throw ImportError.schema(
                file: ExitFile.schema, what: "there is no table \(unknown) here")
        }
        var total = 0
        // Read before its own rows come from the export.
        let dictionary = try DataDictionary(of: db)
        try db.withoutForeignKeys {
            try db.transaction {
                for name in names where said[name] != nil {
                    total += try read(name, folder, plan, dictionary, db)
                }
            }
        }
        try prove(db, names, said, migrator, vault)
        try db.becomeSingleFile()
        return total
    }

    /// Reads one table's lines. A table that the export does not know stays empty.
    private static func read(
        _ name: String, _ folder: String, _ plan: HousePlan, _ dictionary: DataDictionary,
        _ db: borrowing Connection
    ) throws -> Int {
        guard let handle = FileHandle(forReadingAtPath: "\(folder)/\(ExitFile.lines(name))") else {
            throw ImportError.fileMissing(ExitFile.lines(name))
        }
        defer { try? handle.close() }
        let table = try TableImport(name, folder, plan, dictionary, db)
        // What the migrations have put there comes from the export too.
        try db.emptyTable(name)
        var number = 0
        var rest: [UInt8] = []
        while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
            rest += chunk
            var start = 0
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                number += 1
                try table.take(Array(rest[start..<end]), number, db)
                start = end + 1
            }
            rest.removeFirst(start)
        }
        if !rest.isEmpty {
            number += 1
            try table.take(rest, number, db)
        }
        try table.finish(number)
        return number
    }

    /// What is in the database is what was exported, to the byte, and whole.
    private static func prove(
        _ db: borrowing Connection, _ names: [String],
        _ said: [String: (rows: Int, sha256: String)], _ migrator: Migrator, _ vault: Vault?
    ) throws {
        _ = try migrator.status(of: db)
        if let table = try db.foreignKeyProblems().first {
            throw ImportError.schema(
                file: ExitFile.lines(table), what: "some rows point to nothing")
        }
        if let vault {
            let stored = try db.firstRow(VaultSQL.kept) { $0.blob(0) } ?? []
            try vault.check(against: stored)
        }
        for name in names {
            guard let expected = said[name] else { continue }
            let found = try ExitTable(name, of: db).digest(in: db)
            guard found.rowCount == expected.rows, found.hex == expected.sha256 else {
                throw ImportError.differs(table: name)
            }
        }
        if let vault { try prove(db, vault) }
    }

    private static func prove(_ db: borrowing Connection, _ vault: Vault) throws {
        if let fault = try ChainCheck(vault: vault).run(db).faults.first {
            throw ImportError.chainBroken(fault.description)
        }
        if let fault = try ProofCheck(vault: vault).run(db).faults.first {
            throw ImportError.notProven(fault)
        }
    }

    private static func schema(
        _ folder: String
    ) throws -> [String: (rows: Int, sha256: String)] {
        let file = ExitFile.schema
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
            throw ImportError.fileMissing(file)
        }
        let json: JSONValue
        do throws(JSONFault) {
            json = try JSONReader.read([UInt8](data))
        } catch {
            throw ImportError.schema(file: file, what: error.description)
        }
        guard json.object?["format"]?.string == ExitFile.format else {
            throw ImportError.schema(file: file, what: "format: is not \(ExitFile.format)")
        }
        var tables: [String: (rows: Int, sha256: String)] = [:]
        for (index, table) in (json.object?["tables"]?.array ?? []).enumerated() {
            guard let object = table.object, let name = object["name"]?.string,
                let rows = object["rows"]?.wholeNumber, let digest = object["sha256"]?.string
            else {
                throw ImportError.schema(
                    file: file, what: "tables[\(index)]: lacks name, rows or sha256")
            }
            tables[name] = (rows, digest)
        }
        return tables
    }
}
