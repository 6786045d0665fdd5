/// Reads JSON (RFC 8259) strictly: no trailing commas, no comments, valid UTF-8, each key once.
///
/// A text that is not JSON is refused with `$` and the line and column where the reader stopped; a
/// key that stands twice is refused with its own path. A byte order mark at the beginning is
/// skipped: Danish Windows editors write one.
public struct JSONReader {
    /// How deep lists and objects may lie in one another. Histories need three.
    public static let depthMax = 64

    private let bytes: [UInt8]
    private var position = 0
    private var path = JSONPath.root
    private var depth = 0

    /// Reads a whole text.
    public static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        return try reader.document()
    }

    /// Reads a whole text.
    public static func read(_ text: String) throws(JSONFault) -> JSONValue {
        try read(Array(text.utf8))
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func document() throws(JSONFault) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace()
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw fault("something follows the end") }
        return value
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        guard position < bytes.count else { throw fault("the text ends too early") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try .object(object())
        case UInt8(ascii: "["): return try .array(array())
        case UInt8(ascii: "\""): return try .string(string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw fault("a value was expected")
        }
    }

    private mutating func object() throws(JSONFault) -> JSONObject {
        try descend()
        var members: [JSONObject.Member] = []
        var seen: Set<String> = []
        skipSpace()
        if take("}") {
            depth -= 1
            return JSONObject()
        }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw fault("a key in quotes was expected") }
            let key = try string()
            path.enter(key: key)
            guard seen.insert(key).inserted else { throw JSONFault(path, "key stands twice") }
            skipSpace()
            guard take(":") else { throw fault("':' was expected") }
            skipSpace()
            members.append(.init(key, try value()))
            path.leave()
            skipSpace()
        } while take(",")
        guard take("}") else { throw fault("',' or '}' was expected") }
        depth -= 1
        return JSONObject(members)
    }

    private mutating func array() throws(JSONFault) -> [JSONValue] {
        try descend()
        var elements: [JSONValue] = []
        skipSpace()
        if take("]") {
            depth -= 1
            return []
        }
        repeat {
            skipSpace()
            path.enter(index: elements.count)
            elements.append(try value())
            path.leave()
            skipSpace()
        } while take(",")
        guard take("]") else { throw fault("',' or ']' was expected") }
        depth -= 1
        return elements
    }

    private mutating func descend() throws(JSONFault) {
        depth += 1
        guard depth <= Self.depthMax else { throw fault("nested deeper than \(Self.depthMax)") }
        position += 1
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONValue
    ) throws(JSONFault) -> JSONValue {
        let expected = Array("\(word)".utf8)
        guard bytes[position...].starts(with: expected) else { throw fault("a value was expected") }
        position += expected.count
        return value
    }

    // MARK: Numbers

    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = position
        _ = take("-")
        if take("0") {
            if let next = peek, Self.isDigit(next) { throw fault("a number begins with 0") }
        } else {
            try digits()
        }
        var isWhole = true
        if take(".") {
            isWhole = false
            try digits()
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let integer = Int(text) { return .integer(integer) }
        guard let decimal = Double(text), decimal.isFinite else {
            throw fault("a number is too large")
        }
        return .decimal(decimal)
    }

    private mutating func digits() throws(JSONFault) {
        let start = position
        while let next = peek, Self.isDigit(next) { position += 1 }
        guard position > start else { throw fault("a digit was expected") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    // MARK: Strings

    private mutating func string() throws(JSONFault) -> String {
        position += 1
        let start = position
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
                    throw fault("a string is not valid UTF-8")
                }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                return try stringWithEscapes(from: start)
            case 0..<0x20:
                throw fault("a control character stands in a string")
            default:
                position += 1
            }
        }
        throw fault("a string does not end")
    }

    private mutating func stringWithEscapes(from start: Int) throws(JSONFault) -> String {
        var text = Array(bytes[start..<position])
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw fault("a string is not valid UTF-8")
                }
                return string
            case UInt8(ascii: "\\"):
                text.append(contentsOf: Array(String(try escape()).utf8))
            case 0..<0x20:
                position -= 1
                throw fault("a control character stands in a string")
            default:
                text.append(byte)
            }
        }
        throw fault("a string does not end")
    }

    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        guard let byte = peek else { throw fault("a string does not end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default:
            position -= 1
            throw fault("an unknown escape stands in a string")
        }
    }

    private mutating func unicodeEscape() throws(JSONFault) -> Unicode.Scalar {
        let first = try fourHexDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
            throw fault("half a surrogate pair stands in a string")
        }
        let second = try fourHexDigits()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw fault("half a surrogate pair stands in a string") }
        return scalar
    }

    private mutating func fourHexDigits() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Self.hexDigit(byte) else {
                throw fault("four hexadecimal digits were expected")
            }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    // MARK: Bytes

    private var peek: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == expected.value else {
            return false
        }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private func fault(_ message: String) -> JSONFault {
        let before = bytes[..<min(position, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        // A column counts characters, so continuation bytes of UTF-8 are passed over.
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
        return JSONFault(.root, "not JSON: \(message) (line \(line), column \(column))")
    }
}
