/// One change of the schema, as a file of SQL that never changes once it has landed.
package struct Migration: Sendable, Hashable {
    /// Its place in the order, from 1 without gaps.
    package let number: Int
    /// Its file's name without number and extension.
    package let name: String
    /// What it does.
    package let sql: String
    /// The SHA-256 of its file, in hexadecimal: what the database remembers it by.
    package let digest: String

    /// A migration from its file, whose digest the caller has compared with the one the program was built with.
    package init(number: Int, name: String, sql: String, digest: String) {
        self.number = number
        self.name = name
        self.sql = sql
        self.digest = digest
    }
}

/// Why a database is not migrated. Nothing was written.
package enum MigrationError: Error, Sendable, Hashable {
    /// The file is not the one the program was built with.
    case fileChanged(number: Int, name: String)
    /// The program's own list has a gap or counts twice.
    case outOfOrder(number: Int)
    /// The database was migrated by a file that says something else than ours of that number.
    case appliedDiffers(number: Int, name: String)
    /// The database is newer than the program.
    case databaseIsNewer(number: Int, name: String)
    /// The migration leaves rows that point to nothing.
    case foreignKeysBroken(number: Int, table: String)
    /// The migration ends the transaction it runs in.
    case endsItsTransaction(number: Int)
    /// SQLite refuses the migration.
    case failed(number: Int, SQLiteError)
    /// SQLite refuses to read or write the receipts.
    case database(SQLiteError)
}

extension MigrationError: CustomStringConvertible {
    /// One sentence for the person who started the command.
    package var description: String {
        switch self {
        case .fileChanged(let number, let name):
            "Migration \(number) (\(name)) is not the file this program was built with."
        case .outOfOrder(let number):
            "The migrations do not count 1, 2, 3 …: number \(number) is out of order."
        case .appliedDiffers(let number, let name):
            "The database was made with another migration \(number) (\(name)) than this "
                + "program's."
        case .databaseIsNewer(let number, let name):
            "The database is newer than this program: it has migration \(number) (\(name)). "
                + "Use the newer program."
        case .foreignKeysBroken(let number, let table):
            "Migration \(number) would leave rows of \(table) that point to nothing."
        case .endsItsTransaction(let number):
            "Migration \(number) ends its own transaction."
        case .failed(let number, let error):
            "Migration \(number) failed. \(error)"
        case .database(let error):
            "The database's list of migrations cannot be used. \(error)"
        }
    }
}

/// Brings a database's schema up to the program's, one migration in one transaction with its
/// receipt, and refuses whatever it does not know.
package struct Migrator: Sendable {
    /// Where the receipts lie. Every column is public.
    package static let receiptTable = "migration_receipt"

    /// All migrations the program knows, in order.
    package let migrations: [Migration]

    /// A migrator for the program's own list.
    package init(migrations: [Migration]) {
        self.migrations = migrations
    }

    /// What a database has, and what it lacks.
    package struct Status: Sendable, Hashable {
        /// The number of the newest migration the database has; 0 for an empty one.
        package let appliedNumber: Int
        /// What is still to be applied.
        package let pending: [Migration]
        /// Whether the database is as the program wants it.
        package var isCurrent: Bool { pending.isEmpty }
    }

    /// Compares without writing.
    package func status(of db: borrowing Connection) throws(MigrationError) -> Status {
        try checkOrder()
        let receipts: [Receipt]
        do {
            receipts = try Self.receipts(of: db)
        } catch {
            throw .database(error)
        }
        for (index, receipt) in receipts.enumerated() {
            guard index < migrations.count else {
                throw .databaseIsNewer(number: receipt.number, name: receipt.name)
            }
            let known = migrations[index]
            guard receipt.number == known.number, receipt.digest == known.digest else {
                throw .appliedDiffers(number: receipt.number, name: receipt.name)
            }
        }
        return Status(
            appliedNumber: receipts.count, pending: Array(migrations.dropFirst(receipts.count)))
    }

    /// Applies what is lacking. Each migration stands or falls alone; those before a failing one
    /// stay.
    ///
    /// - Parameter instant: the time for the receipts, in UTC; the caller has the clock.
    /// - Returns: what was applied.
    @discardableResult
    package func apply(
        to db: borrowing Connection, at instant: String
    ) throws(MigrationError) -> [Migration] {
        let pending = try status(of: db).pending
        guard !pending.isEmpty else { return [] }
        do throws(SQLiteError) {
            // Rebuilding a table drops it for a moment; the check below looks at every row.
            try db.run("PRAGMA foreign_keys = OFF")
        } catch {
            throw .database(error)
        }
        defer { try? db.run("PRAGMA foreign_keys = ON") }
        for migration in pending { try apply(migration, to: db, at: instant) }
        return pending
    }

    private func checkOrder() throws(MigrationError) {
        for (index, migration) in migrations.enumerated() {
            guard migration.number == index + 1 else {
                throw .outOfOrder(number: migration.number)
            }
        }
    }

    private func apply(
        _ migration: Migration, to db: borrowing Connection, at instant: String
    ) throws(MigrationError) {
        let number = migration.number
        do {
            try db.transaction {
                try db.run(ReceiptSQL.create.rawValue)
                try db.script(migration.sql)
                guard !db.isAutocommit else {
                    throw MigrationError.endsItsTransaction(number: number)
                }
                if let table = try db.firstRow(ReceiptSQL.brokenKeys.rawValue, [], { $0.text(0) }) {
                    throw MigrationError.foreignKeysBroken(number: number, table: table)
                }
                try db.run(
                    ReceiptSQL.insert.rawValue,
                    [
                        .integer(Int64(number)), .text(migration.name), .text(migration.digest),
                        .text(instant),
                    ])
            }
        } catch let error as MigrationError {
            throw error
        } catch let error as SQLiteError {
            throw .failed(number: number, error)
        } catch {
            throw .failed(number: number, .misuse(migration.name, "unexpected error"))
        }
    }

    private struct Receipt {
        let number: Int
        let name: String
        let digest: String
    }

    private static func receipts(of db: borrowing Connection) throws(SQLiteError) -> [Receipt] {
        do {
            let exists = try db.firstRow(ReceiptSQL.exists.rawValue, []) { $0.flag(0) } ?? false
            guard exists else { return [] }
            return try db.rows(ReceiptSQL.all.rawValue, []) { row in
                Receipt(number: row.int(0), name: row.text(1), digest: row.text(2))
            }
        } catch let error as SQLiteError {
            throw error
        } catch {
            throw .misuse(ReceiptSQL.all.rawValue, "unexpected error")
        }
    }
}
