private import CSQLite

/// One row of an answer, lent to the closure that reads it. Columns count from 0.
///
/// Reading NULL or another type where a value was promised is a mistake in the program or the
/// schema, never the citizen's: the accessor gives back an empty value and the query throws
/// `SQLITE_MISMATCH` as soon as the closure returns, so no reader needs a `try` per column.
@safe package struct Row: ~Copyable {
    private let handle: OpaquePointer
    private let fault: Fault

    /// Where a misreading is noted until the query looks.
    final class Fault {
        var column: Int32?
    }

    init(_ handle: OpaquePointer, fault: Fault) {
        unsafe self.handle = handle
        self.fault = fault
    }

    /// How many columns the answer has.
    package var count: Int { Int(unsafe sqlite3_column_count(handle)) }

    /// The name of a column as the statement gives it.
    package func name(_ column: Int) -> String {
        guard let name = unsafe sqlite3_column_name(handle, Int32(column)) else { return "" }
        return unsafe String(cString: name)
    }

    /// Whether the column holds NULL.
    package func isNull(_ column: Int) -> Bool {
        type(column) == SQLITE_NULL
    }

    /// Text that is there.
    package func text(_ column: Int) -> String {
        guard expect(SQLITE_TEXT, column) else { return "" }
        return readText(column)
    }

    /// A number that is there.
    package func integer(_ column: Int) -> Int64 {
        guard expect(SQLITE_INTEGER, column) else { return 0 }
        return unsafe sqlite3_column_int64(handle, Int32(column))
    }

    /// A whole number that is there, as `Int`.
    package func int(_ column: Int) -> Int {
        Int(integer(column))
    }

    /// A 1 or a 0 that is there.
    package func flag(_ column: Int) -> Bool {
        integer(column) != 0
    }

    /// A real that is there; a whole number will do.
    package func real(_ column: Int) -> Double {
        if type(column) != SQLITE_INTEGER, !expect(SQLITE_FLOAT, column) { return 0 }
        return unsafe sqlite3_column_double(handle, Int32(column))
    }

    /// Bytes that are there.
    package func blob(_ column: Int) -> [UInt8] {
        guard expect(SQLITE_BLOB, column) else { return [] }
        return unsafe [UInt8](bytes(column))
    }

    /// Text, or nil for NULL.
    package func textOrNil(_ column: Int) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// A number, or nil for NULL.
    package func integerOrNil(_ column: Int) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    /// Bytes, or nil for NULL.
    package func blobOrNil(_ column: Int) -> [UInt8]? {
        isNull(column) ? nil : blob(column)
    }

    /// Whatever is there, for exports that walk every column.
    package func value(_ column: Int) -> SQLiteValue {
        switch type(column) {
        case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(handle, Int32(column)))
        case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, Int32(column)))
        case SQLITE_TEXT: .text(readText(column))
        case SQLITE_BLOB: .blob(unsafe [UInt8](bytes(column)))
        default: .null
        }
    }

    private func type(_ column: Int) -> Int32 {
        unsafe sqlite3_column_type(handle, Int32(column))
    }

    private func expect(_ expected: Int32, _ column: Int) -> Bool {
        if type(column) == expected { return true }
        if fault.column == nil { fault.column = Int32(column) }
        return false
    }

    private func readText(_ column: Int) -> String {
        guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    private func bytes(_ column: Int) -> UnsafeRawBufferPointer {
        let start = unsafe sqlite3_column_blob(handle, Int32(column))
        let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
        return unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    }
}
