/// A value on its way into a statement: one case per storage class of SQLite.
public enum SQLiteValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// NULL when there is no text.
    public init(_ text: String?) {
        self = text.map(SQLiteValue.text) ?? .null
    }

    /// NULL when there is no number.
    public init(_ integer: Int64?) {
        self = integer.map(SQLiteValue.integer) ?? .null
    }

    /// NULL when there is no number.
    public init(_ integer: Int?) {
        self = integer.map { .integer(Int64($0)) } ?? .null
    }

    /// NULL when there is no number.
    public init(_ real: Double?) {
        self = real.map(SQLiteValue.real) ?? .null
    }

    /// NULL when there are no bytes.
    public init(_ blob: [UInt8]?) {
        self = blob.map(SQLiteValue.blob) ?? .null
    }

    /// True is 1, as SQLite has no type of its own for it.
    public init(_ flag: Bool) {
        self = .integer(flag ? 1 : 0)
    }
}

extension SQLiteValue: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
    /// `nil` binds NULL.
    public init(nilLiteral: ()) {
        self = .null
    }

    /// `1` binds an integer.
    public init(integerLiteral value: Int64) {
        self = .integer(value)
    }

    /// `1.5` binds a real.
    public init(floatLiteral value: Double) {
        self = .real(value)
    }

    /// `"x"` binds text.
    public init(stringLiteral value: String) {
        self = .text(value)
    }
}
