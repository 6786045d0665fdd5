internal import Glibc

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
