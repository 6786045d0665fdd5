extension Array where Element == UInt8 {
    /// Adds a text's UTF-8 bytes.
    mutating func append(text: String) {
        let isCopied: Void? = unsafe text.utf8.withContiguousStorageIfAvailable {
            unsafe append(contentsOf: $0)
        }
        if isCopied == nil { append(contentsOf: text.utf8) }
    }

    /// Adds an ASCII literal.
    mutating func append(_ literal: StaticString) {
        unsafe append(
            contentsOf: UnsafeBufferPointer(
                start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Adds a number that is not below nothing, in decimal digits.
    mutating func append(decimal number: Int) {
        if number >= 10 { append(decimal: number / 10) }
        append(0x30 + UInt8(number % 10))
    }

    /// Where a sequence of bytes begins.
    func firstRange(of needle: [UInt8], from start: Int) -> Int? {
        var from = start
        while let candidate = span.firstIndex(of: needle[0], from: from) {
            guard candidate + needle.count <= count else { return nil }
            if span.extracting(candidate..<(candidate + needle.count)).equals(needle.span) {
                return candidate
            }
            from = candidate + 1
        }
        return nil
    }
}
