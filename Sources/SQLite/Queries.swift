private import CSQLite

extension Connection {
    /// Runs a statement of any kind to its end; rows it answers with are passed over.
    package borrowing func run(
        _ sql: String, _ values: [SQLiteValue] = []
    ) throws(SQLiteError) {
        let cached = try unsafe statements.take(sql, on: handle)
        defer { statements.giveBack(cached) }
        try cached.statement.bind(values)
        while try cached.statement.step() {}
    }

    /// Reads every row of the answer, each as `read` makes it.
    package borrowing func rows<T, E: Error>(
        _ sql: String, _ values: [SQLiteValue] = [], _ read: (borrowing Row) throws(E) -> T
    ) throws -> [T] {
        var all: [T] = []
        try walk(sql, values) { row in
            all.append(try read(row))
            return true
        }
        return all
    }

    /// Reads the first row, or nil when there is none. The statement still runs to its end, so an
    /// `INSERT … RETURNING` is complete when this returns.
    package borrowing func firstRow<T, E: Error>(
        _ sql: String, _ values: [SQLiteValue] = [], _ read: (borrowing Row) throws(E) -> T
    ) throws -> T? {
        var first: T?
        try walk(sql, values) { row in
            if first == nil { first = try read(row) }
            return false
        }
        return first
    }

    /// Lends each row in turn and keeps none, for answers of any length.
    package borrowing func forEachRow<E: Error>(
        _ sql: String, _ values: [SQLiteValue] = [], _ body: (borrowing Row) throws(E) -> Void
    ) throws {
        try walk(sql, values) { row in
            try body(row)
            return true
        }
    }

    /// Runs several statements that take no values, one after the other: a migration's file.
    package borrowing func script(_ sql: String) throws(SQLiteError) {
        var text = sql
        let database = unsafe handle
        let failure: SQLiteError? = text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes -> SQLiteError? in
                guard var start = bytes.baseAddress else { return nil }
                let end = unsafe start + bytes.count
                while unsafe start < end {
                    var statement: OpaquePointer?
                    var tail: UnsafePointer<CChar>?
                    var code = unsafe sqlite3_prepare_v2(
                        database, start, Int32(end - start), &statement, &tail)
                    if code == SQLITE_OK, unsafe statement != nil {
                        repeat { code = unsafe sqlite3_step(statement) } while code == SQLITE_ROW
                    }
                    guard code == SQLITE_OK || code == SQLITE_DONE else {
                        let words = unsafe String(cString: sqlite3_errmsg(database))
                        let exact = unsafe sqlite3_extended_errcode(database)
                        unsafe sqlite3_finalize(statement)
                        return SQLiteError(code: exact, statement: nil, detail: words)
                    }
                    unsafe sqlite3_finalize(statement)
                    guard let tail = unsafe tail, unsafe tail > start else { return nil }
                    unsafe start = tail
                }
                return nil
            }
        }
        if let failure { throw failure }
    }

    /// Steps through the answer until `visit` has seen enough. A statement that writes goes on to
    /// its end all the same; one that only reads may stop early.
    private borrowing func walk(
        _ sql: String, _ values: [SQLiteValue], _ visit: (borrowing Row) throws -> Bool
    ) throws {
        let cached = try unsafe statements.take(sql, on: handle)
        defer { statements.giveBack(cached) }
        try cached.statement.bind(values)
        let fault = Row.Fault()
        let row = unsafe Row(cached.statement.handle, fault: fault)
        let isReadOnly = unsafe sqlite3_stmt_readonly(cached.statement.handle) != 0
        var wantsMore = true
        while try cached.statement.step() {
            if wantsMore {
                wantsMore = try visit(row)
                if let column = fault.column { throw mismatch(sql, column) }
            } else if isReadOnly {
                break
            }
        }
    }

    private borrowing func mismatch(_ sql: String, _ column: Int32) -> SQLiteError {
        SQLiteError(
            code: SQLITE_MISMATCH, statement: sql,
            detail: "column \(column) is NULL or of another type than was read")
    }
}

// The same for a room's closed list of statements.
extension Connection {
    /// Runs a statement of a room's list.
    package borrowing func run(
        _ sql: some RawRepresentable<String>, _ values: [SQLiteValue] = []
    ) throws(SQLiteError) {
        try run(sql.rawValue, values)
    }

    /// Reads every row of a statement of a room's list.
    package borrowing func rows<T, E: Error>(
        _ sql: some RawRepresentable<String>, _ values: [SQLiteValue] = [],
        _ read: (borrowing Row) throws(E) -> T
    ) throws -> [T] {
        try rows(sql.rawValue, values, read)
    }

    /// Reads the first row of a statement of a room's list.
    package borrowing func firstRow<T, E: Error>(
        _ sql: some RawRepresentable<String>, _ values: [SQLiteValue] = [],
        _ read: (borrowing Row) throws(E) -> T
    ) throws -> T? {
        try firstRow(sql.rawValue, values, read)
    }

    /// Lends each row of a statement of a room's list.
    package borrowing func forEachRow<E: Error>(
        _ sql: some RawRepresentable<String>, _ values: [SQLiteValue] = [],
        _ body: (borrowing Row) throws(E) -> Void
    ) throws {
        try forEachRow(sql.rawValue, values, body)
    }
}
