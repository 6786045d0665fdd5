/// Random numbers for names that tell nothing: not how many there are, nor which came first.
public enum RandomID {
    /// A row's id: positive, 62 bits.
    public static func int64() -> Int64 {
        Int64.random(in: 1..<(1 << 62))
    }

    /// A text that cannot be guessed, for cookies and forms: 32 hexadecimal digits.
    public static func token() -> String {
        bytes(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Bytes that cannot be guessed.
    public static func bytes(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &source) }
    }
}

/// Comparing secrets without telling by the time it takes how much of them was right.
public enum ConstantTime {
    /// Whether both are the same bytes.
    public static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        var difference: UInt8 = 0
        for index in one.indices { difference |= one[index] ^ other[index] }
        return difference == 0
    }
}
