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
