package import SQLite

/// What an act left behind: the proof of the last row it wrote. The audit entry of the act names it, so the row can
/// neither be altered nor taken away without breaking the chain.
package struct WrittenRow: Hashable, Sendable {
    package let proof: [UInt8]
}

/// A row as its proof is made of it, and the proof that lies with it.
package struct ProvenRow: Sendable {
    package let columns: [SQLiteValue]
    package let proof: [UInt8]?

    /// - Parameter columnCount: how many columns the proof is over; it lies in the next.
    package init(_ row: borrowing Row, columnCount: Int) {
        columns = (0..<columnCount).map { row.value($0) }
        proof = row.blobOrNil(columnCount)
    }

    package var id: Int64 { integer(0) }

    package func integer(_ column: Int) -> Int64 {
        if case .integer(let number) = columns[column] { number } else { 0 }
    }

    package func text(_ column: Int) -> String {
        if case .text(let text) = columns[column] { text } else { "" }
    }
}

extension Vault {
    /// The keyed digest that proves a row: over every column in its order, the table, and, where rows follow one
    /// another, the proof of the one before.
    package func proof(
        of table: StaticString, _ columns: [SQLiteValue], after previous: [UInt8] = []
    ) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(512)
        content.take(length: previous.count)
        content += previous
        for column in columns { content.take(column) }
        return chain(Array("row of \(table)".utf8), content)
    }
}

extension [UInt8] {
    /// Kind, length and bytes, so that no two rows share theirs.
    fileprivate mutating func take(_ value: SQLiteValue) {
        switch value {
        case .null: append(0)
        case .integer(let number):
            append(1)
            take(bigEndian: UInt64(bitPattern: number))
        case .real(let number):
            append(2)
            take(bigEndian: number.bitPattern)
        case .text(let text):
            append(3)
            take(length: text.utf8.count)
            append(contentsOf: text.utf8)
        case .blob(let bytes):
            append(4)
            take(length: bytes.count)
            append(contentsOf: bytes)
        }
    }

    fileprivate mutating func take(length: Int) {
        take(bigEndian: UInt64(length))
    }

    fileprivate mutating func take(bigEndian number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
        }
    }
}
