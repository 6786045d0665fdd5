internal import Crypto
internal import Domain
internal import Foundation
internal import SQLite

/// The files of an exit export.
enum ExitFile {
    static let format = "fjorten-exit/1"
    static let schema = "schema.json"
    /// The digest of every other file.
    static let sums = "SHA256SUMS"
    static let tables = "tables"
    static let personal = "personal"
    static let cases = "cases"

    static func lines(_ table: String) -> String { "\(tables)/\(table).jsonl" }
    /// A digest for each of those lines.
    static func lineDigests(_ table: String) -> String { "\(tables)/\(table).digests" }
    static func sheet(_ table: String) -> String { "\(tables)/\(table).csv" }
}

/// One table as JSON Lines: each row an object with every column, bytes as hexadecimal digits.
struct ExitTable: Sendable {
    let name: String
    let columns: [(name: String, type: String)]

    init(_ name: String, of db: borrowing Connection) throws {
        self.name = name
        columns = try db.columns(of: name)
    }

    func line(_ row: borrowing Row) -> [UInt8] {
        var object = JSONObject()
        for (index, column) in columns.enumerated() {
            object.append(column.name, Self.json(row.value(index)))
        }
        return JSONWriter.write(.object(object)) + [UInt8(ascii: "\n")]
    }

    /// Reads a line back. The columns are ours, not the file's.
    func values(_ line: [UInt8]) throws(JSONFault) -> [SQLiteValue] {
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
    func digest(in db: borrowing Connection) throws -> (rowCount: Int, hex: String) {
        var digest = Crypto.SHA256()
        var count = 0
        try db.forEachRow(ofTable: name) { row in
            digest.update(data: line(row))
            count += 1
        }
        return (count, Backup.hex(Array(digest.finalize())))
    }

    private static func json(_ value: SQLiteValue) -> JSONValue {
        switch value {
        case .null: .null
        case .integer(let number): .integer(Int(number))
        case .real(let number): .decimal(number)
        case .text(let text): .string(text)
        case .blob(let bytes): .string(Backup.hex(bytes))
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
            if let bytes = HexDigits.bytes(digits) { return .blob(bytes) }
            throw JSONFault(path: column, "is not hexadecimal digits")
        default: break
        }
        throw JSONFault(path: column, "is \(json.kind), which \(type) does not take")
    }
}

/// Bytes as they are typed.
enum HexDigits {
    /// Nil for anything that is not pairs of hexadecimal digits.
    static func bytes(_ digits: some StringProtocol) -> [UInt8]? {
        let values = digits.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard values.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.count / 2)
        for index in stride(from: 0, to: values.count, by: 2) {
            guard let high = values[index], let low = values[index + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}

/// A file that grows without being held in memory, readable by its owner alone.
struct GrowingFile: ~Copyable {
    private let file: PrivateFile
    private var waiting: [UInt8] = []
    private var written = 0
    private var digest = Crypto.SHA256()

    init(_ path: String) throws {
        do throws(PrivateFile.Trouble) {
            file = try PrivateFile(path, .new)
        } catch {
            throw BackupFailure.storage(path: path, errno: error.number)
        }
    }

    mutating func append(_ bytes: [UInt8]) throws {
        waiting += bytes
        if waiting.count >= 1 << 20 { try flush() }
    }

    /// - Returns: SHA-256 of what was written.
    consuming func finish() throws -> String {
        try flush()
        return Backup.hex(Array(digest.finalize()))
    }

    private mutating func flush() throws {
        do throws(PrivateFile.Trouble) {
            try file.write(waiting, at: written)
        } catch {
            throw BackupFailure.storage(path: file.path, errno: error.number)
        }
        digest.update(data: waiting)
        written += waiting.count
        waiting = []
    }
}
