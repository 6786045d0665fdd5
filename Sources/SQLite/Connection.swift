private import CSQLite
private import Glibc

/// One connection to the database file, for one thread at a time.
///
/// It cannot be copied, so it closes exactly once; it is lent to closures and never leaves them.
/// Statements are compiled once and kept. Nothing here hands out a statement half run.
@safe package struct Connection: ~Copyable {
    let handle: OpaquePointer
    let statements: StatementCache

    /// How a connection may use its file.
    package enum Mode: Sendable, Hashable {
        /// Reads only; the file must exist.
        case readOnly
        /// Reads and writes; the file must exist.
        case readWrite
        /// Reads and writes; a missing file is made, readable by its owner alone.
        case create
    }

    /// How long a statement waits for somebody else's lock.
    package static let busyTimeoutMilliseconds: Int32 = 5_000

    /// Opens the file and makes it keep the rules of the house.
    package init(path: String, _ mode: Mode) throws(SQLiteError) {
        self = try Self.opened(path, mode)
    }

    private init(handle: OpaquePointer) {
        unsafe self.handle = handle
        self.statements = StatementCache()
    }

    private static func opened(_ path: String, _ mode: Mode) throws(SQLiteError) -> Connection {
        if mode == .create { makePrivateFile(path) }
        let access: Int32 =
            switch mode {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        var handle: OpaquePointer?
        let code = unsafe sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK, let handle = unsafe handle else {
            unsafe sqlite3_close_v2(handle)
            throw SQLiteError(code: code)
        }
        let connection = unsafe Connection(handle: handle)
        try connection.keepHouseRules(mode)
        return connection
    }

    deinit {
        statements.forget()
        unsafe sqlite3_close_v2(handle)
    }

    /// How many rows the last INSERT, UPDATE or DELETE touched.
    package var changes: Int { Int(unsafe sqlite3_changes64(handle)) }

    /// Whether no transaction is open. SQLite can end one on its own: full disk, I/O error.
    package var isAutocommit: Bool { unsafe sqlite3_get_autocommit(handle) != 0 }

    /// SQLite makes a file that everybody may read. `O_EXCL`, because closing a file that is in
    /// use already would drop the locks this process holds on it.
    private static func makePrivateFile(_ path: String) {
        let file = unsafe open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if file >= 0 { close(file) }
    }

    private borrowing func keepHouseRules(_ mode: Mode) throws(SQLiteError) {
        unsafe sqlite3_busy_timeout(handle, Self.busyTimeoutMilliseconds)
        for (option, isOn) in [
            (SQLITE_DBCONFIG_DEFENSIVE, true), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            (SQLITE_DBCONFIG_DQS_DDL, false), (SQLITE_DBCONFIG_DQS_DML, false),
        ] {
            let code = unsafe fjorten_switch(handle, option, isOn ? 1 : 0)
            guard code == SQLITE_OK else { throw SQLiteError(code: code) }
        }
        // Counts for a file without tables only: free pages can then be given back piece by piece.
        if mode == .create { try run("PRAGMA auto_vacuum = INCREMENTAL") }
        if mode != .readOnly {
            try run("PRAGMA journal_mode = WAL")
            // What was acknowledged is on disk: WAL alone syncs only at checkpoints.
            try run("PRAGMA synchronous = FULL")
            try run("PRAGMA secure_delete = ON")
        }
        try run("PRAGMA foreign_keys = ON")
        // Sorting must not spill personal columns into files beside the database.
        try run("PRAGMA temp_store = MEMORY")
        try run("PRAGMA cell_size_check = ON")
    }
}

extension Connection {
    /// Brings the log into the database file and cuts it to nothing, so that what was deleted is
    /// gone from it too. Outside a transaction only.
    ///
    /// - Returns: whether all of it could be brought over (a reader may have been in the way).
    package borrowing func truncateLog() throws -> Bool {
        let busy = try firstRow("PRAGMA wal_checkpoint(TRUNCATE)", []) { $0.int(0) }
        return busy == 0
    }

    /// Gives pages that nothing uses any more back to the disk, so many at the most; each is overwritten already.
    ///
    /// - Returns: how many were given back. None in a file that was made without room for it.
    package borrowing func giveBackFreePages(countMax: Int) throws -> Int {
        let before = try freePageCount()
        guard before > 0 else { return 0 }
        // A row for each page: it goes on for as long as it is asked.
        _ = try rows("PRAGMA incremental_vacuum(\(countMax))") { _ in }
        return try before - freePageCount()
    }

    /// How many pages of the file nothing uses.
    package borrowing func freePageCount() throws -> Int {
        try firstRow("PRAGMA freelist_count", []) { $0.int(0) } ?? 0
    }

    /// The number of the schema's newest change as SQLite counts, for caches of a schema.
    package borrowing func userVersion() throws -> Int {
        try firstRow("PRAGMA user_version", []) { $0.int(0) } ?? 0
    }
}
