/// Reads JSON (RFC 8259) strictly: no trailing commas, no comments, valid UTF-8, each key once.
///
/// A text that is not JSON is refused with `$` and the line and column where the reader stopped; a
/// key that stands twice is refused with its own path. A byte order mark at the beginning is
/// skipped: Danish Windows editors write one.
package struct JSONReader {
    /// How deep lists and objects may lie in one another. Histories need three.
    package static let depthMax = 64

    /// Why reading stopped. The place of a key is put together on the way out, so that a text
    /// without faults pays nothing for it.
    private struct Stop: Error {
        let message: String
        /// The keys and indices down to the fault, the innermost first; none where the place is a
        /// line and a column.
        var steps: [Step]?

        func inside(_ step: Step) -> Stop {
            Stop(message: message, steps: steps.map { $0 + [step] })
        }
    }

    private enum Step {
        case key(String)
        case index(Int)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// Reads a whole text.
    package static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        do throws(Stop) {
            return try reader.document()
        } catch {
            throw reader.fault(error)
        }
    }

    /// Reads a whole text.
    package static func read(_ text: String) throws(JSONFault) -> JSONValue {
        try read(Array(text.utf8))
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func document() throws(Stop) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace()
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw stop("something follows the end") }
        return value
    }

    private mutating func value() throws(Stop) -> JSONValue {
        guard position < bytes.count else { throw stop("the text ends too early") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try .object(object())
        case UInt8(ascii: "["): return try .array(array())
        case UInt8(ascii: "\""): return try .string(string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw stop("a value was expected")
        }
    }

    private mutating func object() throws(Stop) -> JSONObject {
        try descend()
        skipSpace()
        if take("}") {
            depth -= 1
            return JSONObject()
        }
        var members: [JSONObject.Member] = []
        members.reserveCapacity(8)
        var seen = KeysSeen()
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw stop("a key in quotes was expected") }
            let key = try string()
            guard seen.insert(key, after: members) else {
                throw Stop(message: "key stands twice", steps: [.key(key)])
            }
            skipSpace()
            guard take(":") else { throw stop("':' was expected") }
            skipSpace()
            do throws(Stop) {
                members.append(.init(key, try value()))
            } catch {
                throw error.inside(.key(key))
            }
            skipSpace()
        } while take(",")
        guard take("}") else { throw stop("',' or '}' was expected") }
        depth -= 1
        return JSONObject(members)
    }

    /// The keys of an object so far. Few are compared one by one; many are hashed by their bytes.
    private struct KeysSeen {
        private var many: Set<[UInt8]> = []

        /// - Returns: false where the key stands among the members already.
        mutating func insert(_ key: String, after members: [JSONObject.Member]) -> Bool {
            guard members.count >= 16 else {
                return !members.contains { $0.key.hasSameBytes(as: key) }
            }
            if many.isEmpty { many = Set(members.map { Array($0.key.utf8) }) }
            return many.insert(Array(key.utf8)).inserted
        }
    }

    private mutating func array() throws(Stop) -> [JSONValue] {
        try descend()
        var elements: [JSONValue] = []
        skipSpace()
        if take("]") {
            depth -= 1
            return []
        }
        repeat {
            skipSpace()
            do throws(Stop) {
                elements.append(try value())
            } catch {
                throw error.inside(.index(elements.count))
            }
            skipSpace()
        } while take(",")
        guard take("]") else { throw stop("',' or ']' was expected") }
        depth -= 1
        return elements
    }

    private mutating func descend() throws(Stop) {
        depth += 1
        guard depth <= Self.depthMax else { throw stop("nested deeper than \(Self.depthMax)") }
        position += 1
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONValue
    ) throws(Stop) -> JSONValue {
        let expected = Array("\(word)".utf8)
        guard bytes[position...].starts(with: expected) else { throw stop("a value was expected") }
        position += expected.count
        return value
    }

    // MARK: Numbers

    private mutating func number() throws(Stop) -> JSONValue {
        let start = position
        _ = take("-")
        if take("0") {
            if let next = peek, Self.isDigit(next) { throw stop("a number begins with 0") }
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
            throw stop("a number is too large")
        }
        return .decimal(decimal)
    }

    private mutating func digits() throws(Stop) {
        let start = position
        while let next = peek, Self.isDigit(next) { position += 1 }
        guard position > start else { throw stop("a digit was expected") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    // MARK: Strings

    private mutating func string() throws(Stop) -> String {
        position += 1
        let start = position
        var isPlain = true
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return try text(bytes[start..<position], isPlain: isPlain)
            case UInt8(ascii: "\\"):
                return try stringWithEscapes(from: start)
            case 0..<0x20:
                throw stop("a control character stands in a string")
            default:
                if byte >= 0x80 { isPlain = false }
                position += 1
            }
        }
        throw stop("a string does not end")
    }

    /// What is ASCII alone needs no look at its UTF-8.
    private func text(_ bytes: ArraySlice<UInt8>, isPlain: Bool) throws(Stop) -> String {
        if isPlain { return String(decoding: bytes, as: UTF8.self) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw stop("a string is not valid UTF-8")
        }
        return text
    }

    private mutating func stringWithEscapes(from start: Int) throws(Stop) -> String {
        var text = Array(bytes[start..<position])
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw stop("a string is not valid UTF-8")
                }
                return string
            case UInt8(ascii: "\\"):
                text.append(contentsOf: Array(String(try escape()).utf8))
            case 0..<0x20:
                position -= 1
                throw stop("a control character stands in a string")
            default:
                text.append(byte)
            }
        }
        throw stop("a string does not end")
    }

    private mutating func escape() throws(Stop) -> Unicode.Scalar {
        guard let byte = peek else { throw stop("a string does not end") }
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
            throw stop("an unknown escape stands in a string")
        }
    }

    private mutating func unicodeEscape() throws(Stop) -> Unicode.Scalar {
        let first = try fourHexDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
            throw stop("half a surrogate pair stands in a string")
        }
        let second = try fourHexDigits()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw stop("half a surrogate pair stands in a string") }
        return scalar
    }

    private mutating func fourHexDigits() throws(Stop) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Self.hexDigit(byte) else {
                throw stop("four hexadecimal digits were expected")
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

    private func stop(_ message: String) -> Stop {
        Stop(message: message, steps: nil)
    }

    private func fault(_ stop: Stop) -> JSONFault {
        if let steps = stop.steps {
            let path = steps.reversed().reduce(JSONPath.root) { path, step in
                switch step {
                case .key(let key): path.key(key)
                case .index(let index): path.index(index)
                }
            }
            return JSONFault(path, stop.message)
        }
        let before = bytes[..<min(position, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        // A column counts characters, so continuation bytes of UTF-8 are passed over.
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
        return JSONFault(
            .root, "not JSON: \(stop.message) (line \(line), column \(column))")
    }
}
