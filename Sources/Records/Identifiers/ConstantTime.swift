/// Comparing secrets without telling by the time it takes how much of them was right.
package enum ConstantTime {
    /// Whether both are the same text, byte for byte.
    package static func areEqual(_ one: String, _ other: String) -> Bool {
        areEqual(Array(one.utf8), Array(other.utf8))
    }

    /// Whether both are the same bytes.
    package static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        var difference: UInt8 = 0
        for index in one.indices { difference |= one[index] ^ other[index] }
        return difference == 0
    }
}
