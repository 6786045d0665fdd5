/// A value on its way into a statement: one case per storage class of SQLite.
package enum SQLiteValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// NULL when there is no text.
    package init(_ text: String?) {
        self = text.map(SQLiteValue.text) ?? .null
    }

    /// NULL when there is no number.
    package init(_ integer: Int64?) {
        self = integer.map(SQLiteValue.integer) ?? .null
    }

    /// NULL when there is no number.
    package init(_ integer: Int?) {
        self = integer.map { .integer(Int64($0)) } ?? .null
    }

    /// NULL when there is no number.
    package init(_ real: Double?) {
        self = real.map(SQLiteValue.real) ?? .null
    }

    /// NULL when there are no bytes.
    package init(_ blob: [UInt8]?) {
        self = blob.map(SQLiteValue.blob) ?? .null
    }

    /// True is 1, as SQLite has no type of its own for it.
    package init(_ flag: Bool) {
        self = .integer(flag ? 1 : 0)
    }
}

extension SQLiteValue: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
    /// `nil` binds NULL.
    package init(nilLiteral: ()) {
        self = .null
    }

    /// `1` binds an integer.
    package init(integerLiteral value: Int64) {
        self = .integer(value)
    }

    /// `1.5` binds a real.
    package init(floatLiteral value: Double) {
        self = .real(value)
    }

    /// `"x"` binds text.
    package init(stringLiteral value: String) {
        self = .text(value)
    }
}
