/// Unicode White_Space in UTF-8.
enum WhiteSpace {
    /// How many bytes the white space at a place has; nil when there is none.
    static func length(at index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
        guard index < bytes.endIndex else { return nil }
        if isOneByte(bytes[index]) { return 1 }
        for length in 2...3
        where index + length <= bytes.endIndex && isWhite(bytes[index..<(index + length)]) {
            return length
        }
        return nil
    }

    /// How many bytes the white space before a place has; nil when there is none.
    static func length(endingAt end: Int, in bytes: ArraySlice<UInt8>) -> Int? {
        guard end > bytes.startIndex else { return nil }
        if isOneByte(bytes[end - 1]) { return 1 }
        for length in 2...3
        where end - length >= bytes.startIndex && isWhite(bytes[(end - length)..<end]) {
            return length
        }
        return nil
    }

    private static func isOneByte(_ byte: UInt8) -> Bool {
        (0x09...0x0D).contains(byte) || byte == Byte.space
    }

    /// U+0085, U+00A0, U+1680, U+2000…200A, U+2028, U+2029, U+202F, U+205F, U+3000.
    private static func isWhite(_ bytes: ArraySlice<UInt8>) -> Bool {
        let last = bytes[bytes.endIndex - 1]
        switch (bytes.count, bytes[bytes.startIndex], bytes[bytes.startIndex + 1]) {
        case (2, 0xC2, _): return last == 0x85 || last == 0xA0
        case (3, 0xE1, 0x9A): return last == 0x80
        case (3, 0xE2, 0x80):
            return (0x80...0x8A).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF
        case (3, 0xE2, 0x81): return last == 0x9F
        case (3, 0xE3, 0x80): return last == 0x80
        default: return false
        }
    }
}

/// Latin-1 Supplement and Latin Extended-A: U+00C0 to U+017F, two bytes each.
enum Latin {
    static func appendLowercased(_ first: UInt8, _ second: UInt8, to bytes: inout [UInt8]) {
        let scalar = UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F)
        if scalar == 0x130 {
            // İ: an i that keeps its dot.
            bytes += [0x69, 0xCC, 0x87]
            return
        }
        let lower = lowercased(scalar)
        bytes.append(0xC0 | UInt8(lower >> 6))
        bytes.append(0x80 | UInt8(lower & 0x3F))
    }

    private static func lowercased(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xDE: scalar + 32
        case 0x100...0x137, 0x14A...0x177: scalar | 1
        case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
        case 0x178: 0xFF
        default: scalar
        }
    }
}

extension Span where Element == UInt8 {
    /// Combining marks (Unicode general category M) follow each other in a row longer than that. Bytes that are not
    /// UTF-8 end a row, as the replacement character does that stands for them later.
    func containsCombiningRun(longerThan countMax: Int) -> Bool {
        var run = 0
        var index = firstNonASCII(from: 0)
        while index < count {
            if self[index] < 0x80 {
                run = 0
                index = firstNonASCII(from: index)
                continue
            }
            // The first mark is U+0300: whatever begins with less is none.
            if self[index] < 0xCC {
                run = 0
                index += 1
                continue
            }
            let (scalar, length) = scalar(at: index)
            run = scalar?.isCombiningMark == true ? run + 1 : 0
            if run > countMax { return true }
            index += length
        }
        return false
    }

    /// The first byte at or after a place that is not ASCII, looked for eight at a time; the end when there is none.
    private func firstNonASCII(from start: Int) -> Int {
        unsafe withUnsafeBytes { bytes in
            var index = start
            while index + 8 <= bytes.count,
                unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    & 0x8080_8080_8080_8080 == 0
            {
                index += 8
            }
            while index < bytes.count, unsafe bytes[index] < 0x80 { index += 1 }
            return index
        }
    }

    /// The scalar that begins at a byte; nil when none does.
    private func scalar(at index: Int) -> (Unicode.Scalar?, length: Int) {
        let first = self[index]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= count else { return (nil, 1) }
        var value = UInt32(first & (0x7F >> UInt8(length)))
        for offset in 1..<length {
            let next = self[index + offset]
            guard next & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        return (Unicode.Scalar(value), length)
    }
}

extension Unicode.Scalar {
    /// Belongs to the character before it: general category M.
    fileprivate var isCombiningMark: Bool {
        switch value {
        case 0x300...0x36F: return true
        // Han, Hangul and what lies around them, and most emoji: no marks, and often asked about.
        case 0x3400...0xA66E, 0xAC00...0xFAFF, 0x1F000...0x1FAFF: return false
        default: break
        }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }
}
