/// What stands under a key of an object that is written a part at a time.
enum JSONPart {
    case value(JSONValue)
    /// Its elements, each made when it is written.
    case list(any Sequence<JSONValue>)

    /// All of it at once.
    var value: JSONValue {
        switch self {
        case .value(let value): value
        case .list(let elements): .array(Array(elements))
        }
    }
}

/// Writes a JSON value as UTF-8, keys in their order.
package struct JSONWriter {
    private var bytes: [UInt8] = []
    private let indents: Bool

    /// The bytes of a value: on one line, or indented by two spaces with a line break at the end.
    package static func write(_ value: JSONValue, indented: Bool = false) -> [UInt8] {
        var writer = JSONWriter(indents: indented)
        writer.append(value, depth: 0)
        if indented { writer.bytes.append(0x0A) }
        return writer.bytes
    }

    /// The bytes of an object whose lists are made an element at a time, so that a long one is never
    /// held whole beside its text.
    static func write(_ members: [(key: String, part: JSONPart)], indented: Bool) -> [UInt8] {
        var writer = JSONWriter(indents: indented)
        writer.bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            writer.begin(member.key, isFirst: index == 0, depth: 1)
            switch member.part {
            case .value(let value): writer.append(value, depth: 1)
            case .list(let elements): writer.append(elements, depth: 1)
            }
        }
        writer.breakLine(depth: 0)
        writer.bytes.append(UInt8(ascii: "}"))
        if indented { writer.bytes.append(0x0A) }
        return writer.bytes
    }

    /// The text of a value.
    package static func text(_ value: JSONValue, indented: Bool = false) -> String {
        String(decoding: write(value, indented: indented), as: UTF8.self)
    }

    static func quoted(_ string: String) -> String {
        text(.string(string))
    }

    private init(indents: Bool) {
        self.indents = indents
    }

    private mutating func append(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: append("null")
        case .bool(let bool): append(bool ? "true" : "false")
        case .integer(let integer): append(String(integer))
        case .decimal(let decimal): append(Self.plain(decimal))
        case .string(let string): appendQuoted(string)
        case .array(let elements): append(elements, depth: depth)
        case .object(let object): append(object, depth: depth)
        }
    }

    private mutating func append(_ elements: some Sequence<JSONValue>, depth: Int) {
        bytes.append(UInt8(ascii: "["))
        var isEmpty = true
        for element in elements {
            if !isEmpty { bytes.append(UInt8(ascii: ",")) }
            isEmpty = false
            breakLine(depth: depth + 1)
            append(element, depth: depth + 1)
        }
        if !isEmpty { breakLine(depth: depth) }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func append(_ object: JSONObject, depth: Int) {
        guard !object.members.isEmpty else { return append("{}") }
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in object.members.enumerated() {
            begin(member.key, isFirst: index == 0, depth: depth + 1)
            append(member.value, depth: depth + 1)
        }
        breakLine(depth: depth)
        bytes.append(UInt8(ascii: "}"))
    }

    /// What stands before a member's value.
    private mutating func begin(_ key: String, isFirst: Bool, depth: Int) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        breakLine(depth: depth)
        appendQuoted(key)
        bytes.append(UInt8(ascii: ":"))
        if indents { bytes.append(0x20) }
    }

    private mutating func breakLine(depth: Int) {
        guard indents else { return }
        bytes.append(0x0A)
        for _ in 0..<depth {
            bytes.append(0x20)
            bytes.append(0x20)
        }
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func appendQuoted(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        // Hardly a text has anything to escape; then it is copied as it is.
        let isCopied = string.utf8.withContiguousStorageIfAvailable { text in
            guard !text.contains(where: Self.isEscaped) else { return false }
            bytes.append(contentsOf: text)
            return true
        }
        if isCopied != true {
            for byte in string.utf8 { appendEscaped(byte) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            append("\\u00")
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }

    /// JSON knows neither infinity nor "not a number"; both are written as null.
    private static func plain(_ decimal: Double) -> String {
        guard decimal.isFinite else { return "null" }
        if let integer = JSONValue.whole(decimal) { return String(integer) }
        return String(decimal)
    }
}
