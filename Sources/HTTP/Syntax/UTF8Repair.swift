/// Bytes that should be UTF-8 and are not (Unicode 3.9, table 3-7).
enum UTF8Repair {
    /// The bytes with U+FFFD in the place of NUL and of each part that begins like a scalar and is none.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let (length, isScalar) = sequence(at: index, in: bytes)
            if isScalar, bytes[index] != 0 {
                for offset in 0..<length { text.append(bytes[index + offset]) }
            } else {
                text.append(0xEF)
                text.append(0xBF)
                text.append(0xBD)
            }
            index += length
        }
        return text
    }

    /// How many bytes at a place belong together, and whether they are a scalar.
    private static func sequence(at index: Int, in bytes: [UInt8]) -> (length: Int, isScalar: Bool)
    {
        let first = bytes[index]
        if first < 0x80 { return (1, true) }
        guard let (length, second) = shape(first) else { return (1, false) }
        for offset in 1..<length {
            let allowed = offset == 1 ? second : 0x80...0xBF
            guard index + offset < bytes.count, allowed.contains(bytes[index + offset]) else {
                return (offset, false)
            }
        }
        return (length, true)
    }

    /// How long a sequence with this first byte is, and what its second byte may be.
    private static func shape(_ first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch first {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
