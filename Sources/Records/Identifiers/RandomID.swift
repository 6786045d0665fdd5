/// Random numbers for names that tell nothing: not how many there are, nor which came first.
package enum RandomID {
    /// A row's id: positive, 62 bits.
    package static func int64() -> Int64 {
        Int64.random(in: 1..<(1 << 62))
    }

    /// A text that cannot be guessed, for cookies and forms: 32 hexadecimal digits.
    package static func token() -> String {
        Hex.text(bytes(16))
    }

    /// Bytes that cannot be guessed.
    package static func bytes(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &source) }
    }
}
