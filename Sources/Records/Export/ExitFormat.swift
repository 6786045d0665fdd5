internal import Crypto
package import Domain
internal import Foundation
package import SQLite

/// The files of an exit export.
package enum ExitFile {
    package static let format = "fjorten-exit/1"
    package static let schema = "schema.json"
    /// The digest of every other file.
    package static let sums = "SHA256SUMS"
    package static let tables = "tables"
    package static let personal = "personal"
    package static let cases = "cases"

    /// The rows of a table.
    package static func lines(_ table: String) -> String { "\(tables)/\(table).jsonl" }
    /// A digest for each of those lines.
    package static func lineDigests(_ table: String) -> String { "\(tables)/\(table).digests" }
    /// What is sealed in a column, opened.
    package static func opened(_ table: RecordTable, _ column: SealedColumn) -> String {
        "\(personal)/\(table.name).\(column.name).jsonl"
    }

    /// The rows of a table for a spreadsheet.
    package static func sheet(_ table: String) -> String { "\(tables)/\(table).csv" }
}

/// One table as JSON Lines: each row an object with every column, bytes as hexadecimal digits.
package struct ExitTable: Sendable {
    package let name: String
    package let columns: [(name: String, type: String)]

    package init(_ name: String, of db: borrowing Connection) throws {
        self.name = name
        columns = try db.columns(of: name)
    }

    /// A row as its line, with the line's end.
    package func line(_ row: borrowing Row) -> [UInt8] {
        var object = JSONObject()
        for (index, column) in columns.enumerated() {
            object.append(column.name, Self.json(row.value(index)))
        }
        return JSONWriter.write(.object(object)) + [UInt8(ascii: "\n")]
    }

    /// Reads a line back. The columns are ours, not the file's.
    package func values(_ line: [UInt8]) throws(JSONFault) -> [SQLiteValue] {
        guard let object = try JSONReader.read(line).object else {
            throw JSONFault(path: "$", "is not an object")
        }
        for member in object.members where !columns.contains(where: { $0.name == member.key }) {
            throw JSONFault(path: member.key, "is no column of \(name)")
        }
        var values: [SQLiteValue] = []
        for column in columns {
            guard let value = object[column.name] else {
                throw JSONFault(path: column.name, "is missing")
            }
            values.append(try Self.value(value, column.name, column.type))
        }
        return values
    }

    /// SHA-256 of all its lines, in the order in which they are written.
    package func digest(in db: borrowing Connection) throws -> (rowCount: Int, hex: String) {
        var digest = Crypto.SHA256()
        var count = 0
        try db.forEachRow(ofTable: name) { row in
            digest.update(data: line(row))
            count += 1
        }
        return (count, Hex.text(digest.finalize()))
    }

    private static func json(_ value: SQLiteValue) -> JSONValue {
        switch value {
        case .null: .null
        case .integer(let number): .integer(Int(number))
        case .real(let number): .decimal(number)
        case .text(let text): .string(text)
        case .blob(let bytes): .string(Hex.text(bytes))
        }
    }

    private static func value(
        _ json: JSONValue, _ column: String, _ type: String
    ) throws(JSONFault) -> SQLiteValue {
        switch (type, json) {
        case (_, .null): return .null
        case ("INTEGER", .integer(let number)): return .integer(Int64(number))
        case ("REAL", _):
            if let number = json.number { return .real(number) }
        case ("TEXT", .string(let text)): return .text(text)
        case ("BLOB", .string(let digits)):
            if let bytes = Hex.bytes(digits) { return .blob(bytes) }
            throw JSONFault(path: column, "is not hexadecimal digits")
        default: break
        }
        throw JSONFault(path: column, "is \(json.kind), which \(type) does not take")
    }
}

/// A file that grows without being held in memory, readable by its owner alone.
package struct GrowingFile: ~Copyable {
    private let file: PrivateFile
    private var waiting: [UInt8] = []
    private var written = 0
    private var digest = Crypto.SHA256()

    package init(_ path: String) throws {
        do throws(FileError) {
            file = try PrivateFile(path, .new)
        } catch {
            throw StorageError(path: path, errno: error.number)
        }
    }

    /// Adds to the file; small pieces are gathered first.
    package mutating func append(_ bytes: [UInt8]) throws {
        waiting += bytes
        if waiting.count >= 1 << 20 { try flush() }
    }

    /// - Returns: SHA-256 of what was written.
    package consuming func finish() throws -> String {
        try flush()
        return Hex.text(digest.finalize())
    }

    private mutating func flush() throws {
        do throws(FileError) {
            try file.write(waiting, at: written)
        } catch {
            throw StorageError(path: file.path, errno: error.number)
        }
        digest.update(data: waiting)
        written += waiting.count
        waiting = []
    }
}
