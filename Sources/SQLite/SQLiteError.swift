private import CSQLite

/// What SQLite said no to: its code and the statement, never the values.
///
/// Values are bound, so the statement's text names nobody, and neither does this error: it may be
/// logged as it is.
package struct SQLiteError: Error, Sendable, Hashable {
    /// SQLite's extended result code.
    package let code: Int32

    /// The statement with its `?1`, as it stands in the program.
    package let statement: String?

    /// SQLite's own words, kept only where they are made of the statement and the schema alone.
    package let detail: String?

    init(code: Int32, statement: String? = nil, detail: String? = nil) {
        self.code = code
        self.statement = statement
        self.detail = detail
    }

    /// The code without what the extended code adds.
    package var primaryCode: Int32 { code & 0xff }

    /// A rule of the schema was broken (UNIQUE, CHECK, NOT NULL, foreign key, a trigger's RAISE).
    package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }

    /// A row with that key exists already.
    package var isUnique: Bool {
        code == SQLITE_CONSTRAINT | (8 << 8) || code == SQLITE_CONSTRAINT | (6 << 8)
    }

    /// The disk is full.
    package var isFull: Bool { primaryCode == SQLITE_FULL }

    /// The disk or the file system failed.
    package var isIOError: Bool { primaryCode == SQLITE_IOERR }

    /// Somebody else held the database longer than the busy timeout.
    package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }

    /// The file could not be opened at all.
    package var isCannotOpen: Bool { primaryCode == SQLITE_CANTOPEN }

    /// The file is not a database, or a damaged one.
    package var isCorrupt: Bool { primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB }

    /// The database, its folder or its disk may not be written.
    package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }

    /// The centre cannot write now but may be able to later: no space, a failing or locked disk.
    package var isStorageTrouble: Bool {
        isFull || isIOError || isBusy || isReadOnly || isCannotOpen
            || primaryCode == SQLITE_NOMEM
    }
}

extension SQLiteError: CustomStringConvertible {
    /// For the log: code, SQLite's phrase for it, and the statement.
    package var description: String {
        let phrase = unsafe sqlite3_errstr(code).map { unsafe String(cString: $0) } ?? ""
        var words = "SQLite \(code): \(phrase)"
        if let detail { words += " (\(detail))" }
        if let statement { words += " in: \(statement)" }
        return words
    }
}

extension SQLiteError {
    /// A statement that lacks values, has too many, or is more than one statement.
    static func misuse(_ statement: String, _ detail: String) -> SQLiteError {
        SQLiteError(code: SQLITE_MISUSE, statement: statement, detail: detail)
    }
}
