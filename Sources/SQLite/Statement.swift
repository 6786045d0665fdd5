private import CSQLite

/// One compiled statement. It dies exactly once; what runs it lives in `Connection`, which always
/// steps a statement to its end before it lets go, because `deinit` cannot report a failed commit.
@safe struct Statement: ~Copyable {
    let handle: OpaquePointer
    let text: String

    /// Compiles exactly one statement.
    init(_ text: String, on database: OpaquePointer) throws(SQLiteError) {
        var text = text
        var handle: OpaquePointer?
        var hasMore = false
        let code = text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes -> Int32 in
                var tail: UnsafePointer<CChar>?
                let code = unsafe sqlite3_prepare_v3(
                    database, bytes.baseAddress, Int32(bytes.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &tail)
                if let tail = unsafe tail, let start = bytes.baseAddress {
                    let rest = unsafe bytes[(tail - start)...]
                    hasMore = unsafe rest.contains { !Statement.isBlank(UInt8(bitPattern: $0)) }
                }
                return code
            }
        }
        guard code == SQLITE_OK else {
            throw SQLiteError(
                code: unsafe sqlite3_extended_errcode(database), statement: text,
                detail: unsafe String(cString: sqlite3_errmsg(database)))
        }
        guard let handle = unsafe handle else { throw .misuse(text, "empty statement") }
        guard !hasMore else {
            unsafe sqlite3_finalize(handle)
            throw .misuse(text, "more than one statement")
        }
        unsafe self.handle = handle
        self.text = text
    }

    deinit {
        // What this returns was returned by the last step already.
        unsafe sqlite3_finalize(handle)
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 || byte == UInt8(ascii: ";")
    }

    /// Binds all values; their number must be the statement's.
    borrowing func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
        let wanted = Int(unsafe sqlite3_bind_parameter_count(handle))
        guard wanted == values.count else {
            throw .misuse(text, "\(wanted) values wanted, \(values.count) given")
        }
        for (offset, value) in values.enumerated() {
            let index = Int32(offset + 1)
            let code: Int32 =
                switch value {
                case .null: unsafe sqlite3_bind_null(handle, index)
                case .integer(let number): unsafe sqlite3_bind_int64(handle, index, number)
                case .real(let number): unsafe sqlite3_bind_double(handle, index, number)
                case .text(let text): bind(text, at: index)
                case .blob(let bytes): bind(bytes, at: index)
                }
            guard code == SQLITE_OK else { throw SQLiteError(code: code, statement: text) }
        }
    }

    private borrowing func bind(_ value: String, at index: Int32) -> Int32 {
        var value = value
        let handle = unsafe self.handle
        return value.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) {
                unsafe fjorten_bind_text(handle, index, $0.baseAddress, Int32($0.count))
            }
        }
    }

    private borrowing func bind(_ value: [UInt8], at index: Int32) -> Int32 {
        let handle = unsafe self.handle
        return unsafe value.withUnsafeBytes {
            unsafe fjorten_bind_blob(handle, index, $0.baseAddress, Int32($0.count))
        }
    }

    /// - Returns: whether there is a row to read.
    borrowing func step() throws(SQLiteError) -> Bool {
        let code = unsafe sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure(code)
        }
    }

    /// Makes the statement ready for the next time and forgets its values.
    borrowing func reset() {
        unsafe sqlite3_reset(handle)
        unsafe sqlite3_clear_bindings(handle)
    }

    /// The words of a broken constraint name tables and columns, so they are kept; all others are
    /// not, since they may be made of values.
    private borrowing func failure(_ code: Int32) -> SQLiteError {
        let database = unsafe sqlite3_db_handle(handle)
        let extended = unsafe sqlite3_extended_errcode(database)
        let exact = extended & 0xff == code & 0xff ? extended : code
        let isConstraint = exact & 0xff == SQLITE_CONSTRAINT
        let detail = isConstraint ? unsafe String(cString: sqlite3_errmsg(database)) : nil
        return SQLiteError(code: exact, statement: text, detail: detail)
    }
}

/// A statement kept for the next time. A class because a dictionary cannot hold what cannot be
/// copied; `isInUse` because a query may run itself again for each of its own rows.
final class CachedStatement {
    let statement: Statement
    var isInUse = false

    init(_ statement: consuming Statement) {
        self.statement = statement
    }
}

/// The statements of one connection, by their text. When there are too many, all that rest go.
final class StatementCache {
    static let countMax = 256
    private var kept: [String: CachedStatement] = [:]

    func take(
        _ text: String, on database: OpaquePointer
    ) throws(SQLiteError) -> CachedStatement {
        if let known = kept[text], !known.isInUse {
            known.isInUse = true
            return known
        }
        let new = CachedStatement(try unsafe Statement(text, on: database))
        new.isInUse = true
        if kept[text] == nil {
            if kept.count >= Self.countMax { kept = kept.filter { $0.value.isInUse } }
            kept[text] = new
        }
        return new
    }

    func giveBack(_ cached: CachedStatement) {
        cached.statement.reset()
        cached.isInUse = false
    }

    func forget() {
        kept = [:]
    }
}
