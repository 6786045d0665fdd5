internal import Glibc

/// Byte classes of RFC 9110 §5.6 and RFC 3986 §2, as one table looked up by byte.
enum ByteClass {
    static let token: UInt8 = 1
    static let fieldValue: UInt8 = 2
    static let path: UInt8 = 4
    static let query: UInt8 = 8
    static let host: UInt8 = 16

    /// Which classes each byte belongs to.
    static let table: [UInt8] = (0...255).map { number in
        let byte = UInt8(number)
        var classes: UInt8 = 0
        if isToken(byte) { classes |= token }
        if isFieldValue(byte) { classes |= fieldValue }
        if isPath(byte) { classes |= path }
        if isQuery(byte) { classes |= query }
        if isHost(byte) { classes |= host }
        return classes
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    private static func isOne(_ byte: UInt8, of text: StaticString) -> Bool {
        byte < 0x80 && text.description.utf8.contains(byte)
    }

    /// RFC 9110 §5.6.2.
    private static func isToken(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || isOne(byte, of: "!#$%&'*+-.^_`|~")
    }

    /// RFC 9110 §5.5: visible, obs-text, space and tab; no other control.
    private static func isFieldValue(_ byte: UInt8) -> Bool {
        byte == 0x09 || (byte >= 0x20 && byte != 0x7F)
    }

    /// RFC 3986 §3.3, and `[ ] | ^`, which browsers leave as they are.
    private static func isPath(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || isOne(byte, of: "-._~!$&'()*+,;=:@/%[]|^")
    }

    /// RFC 3986 §3.4, and what browsers leave unencoded in a query.
    private static func isQuery(_ byte: UInt8) -> Bool {
        isPath(byte) || isOne(byte, of: "?`{}\\")
    }

    /// RFC 3986 §3.2.2: a registered name or an IPv4 address.
    private static func isHost(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || isOne(byte, of: "-._~!$&'()*+,;=%")
    }
}

/// The bytes that have names here.
enum Byte {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let percent: UInt8 = 0x25
    static let comma: UInt8 = 0x2C
    static let dash: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let colon: UInt8 = 0x3A
    static let semicolon: UInt8 = 0x3B
    static let equals: UInt8 = 0x3D
    static let question: UInt8 = 0x3F
    static let quote: UInt8 = 0x22
    static let backslash: UInt8 = 0x5C

    /// The value of a hexadecimal digit.
    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// ASCII letters in lower case, everything else as it is.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
}

extension Span where Element == UInt8 {
    /// Equal byte for byte to an ASCII literal.
    func equals(_ literal: StaticString) -> Bool {
        guard count == literal.utf8CodeUnitCount else { return false }
        return unsafe withUnsafeBytes { bytes in
            unsafe memcmp(
                bytes.baseAddress ?? UnsafeRawPointer(literal.utf8Start), literal.utf8Start,
                bytes.count) == 0
        }
    }

    /// Equal byte for byte, compared many at a time.
    func equals(_ other: borrowing Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        return unsafe withUnsafeBytes { mine in
            unsafe other.withUnsafeBytes { theirs in
                guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else {
                    return true
                }
                return unsafe memcmp(mine, theirs, count) == 0
            }
        }
    }

    /// Equal to an ASCII literal in lower case, whatever the case of the bytes.
    func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
        guard count == lowercase.utf8CodeUnitCount else { return false }
        let start = unsafe lowercase.utf8Start
        for index in indices where Byte.lowercased(self[index]) != (unsafe start[index]) {
            return false
        }
        return true
    }

    /// The first place of a byte at or after a position.
    func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        guard start < count else { return nil }
        return unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress,
                let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// True when every byte is in the class.
    func all(in classes: UInt8) -> Bool {
        let table = ByteClass.table
        for index in indices where table[Int(self[index])] & classes == 0 { return false }
        return true
    }

    /// A copy of the bytes.
    var array: [UInt8] {
        unsafe withUnsafeBytes { unsafe [UInt8]($0) }
    }

    /// The bytes as text; bytes that are not UTF-8 become the replacement character.
    var text: String {
        unsafe withUnsafeBytes { bytes in unsafe String(decoding: bytes, as: UTF8.self) }
    }

    /// Without spaces and tabs at the ends (OWS, RFC 9110 §5.6.3).
    func trimmedRange(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower] == Byte.space || self[lower] == Byte.tab { lower += 1 }
        while lower < upper, self[upper - 1] == Byte.space || self[upper - 1] == Byte.tab {
            upper -= 1
        }
        return lower..<upper
    }
}
