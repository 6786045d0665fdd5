/// Percent-encoding: RFC 3986 §2.1, and the form variant of the WHATWG URL standard §5.1.
enum Percent {
    /// Decodes a path once; nil when an escape is malformed.
    static func decode(_ bytes: borrowing Span<UInt8>) -> [UInt8]? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == Byte.percent else {
                decoded.append(byte)
                index += 1
                continue
            }
            guard index + 2 < bytes.count, let high = Byte.hexValue(bytes[index + 1]),
                let low = Byte.hexValue(bytes[index + 2])
            else { return nil }
            decoded.append(high << 4 | low)
            index += 3
        }
        return decoded
    }

    /// Decodes a form name or value: `+` is a space, a malformed escape stays as it was typed,
    /// bytes that are not UTF-8 and NULs become U+FFFD. A browser never sends those.
    static func decodeForm(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> OutsideText {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == Byte.percent, index + 2 < range.upperBound,
                let high = Byte.hexValue(bytes[index + 1]),
                let low = Byte.hexValue(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(byte == UInt8(ascii: "+") ? Byte.space : byte)
                index += 1
            }
        }
        return OutsideText(decoded)
    }

    /// Encodes everything but unreserved characters, byte by byte.
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.append(byte)
            default:
                encoded += [Byte.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
