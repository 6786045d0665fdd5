/// A single byte range (RFC 9110 §14). Several ranges are answered with the whole, which is always allowed.
enum ByteRange: Equatable {
    /// Send everything.
    case whole
    /// Send this part.
    case part(Range<Int>)
    /// Nothing of it exists: 416.
    case unsatisfiable

    private static let unit = "bytes="
    private static let fieldBytesMax = 63

    init(_ field: some Collection<UInt8>, length: Int) {
        self = .whole
        guard field.count <= Self.fieldBytesMax,
            field.prefix(Self.unit.utf8.count).map(Byte.lowercased).elementsEqual(Self.unit.utf8)
        else { return }
        let ends = field.dropFirst(Self.unit.utf8.count)
            .filter { $0 != Byte.space && $0 != Byte.tab }
            .split(separator: Byte.dash, omittingEmptySubsequences: false)
        guard ends.count == 2, !(ends[0].isEmpty && ends[1].isEmpty),
            let first = Self.number(ends[0]), let last = Self.number(ends[1])
        else { return }
        switch (first, last) {
        case (nil, let suffix?):
            self =
                suffix == 0 || length == 0
                ? .unsatisfiable : .part(max(0, length - suffix)..<length)
        case (let first?, let last):
            if let last, last < first { return }
            guard first < length else {
                self = .unsatisfiable
                return
            }
            self = .part(first..<min(last ?? length, length - 1).advanced(by: 1))
        case (nil, nil): return
        }
    }

    /// nil for what is no number; a nil number for nothing at all.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int?? {
        if digits.isEmpty { return .some(nil) }
        guard digits.allSatisfy(Byte.isDigit) else { return .none }
        return .some(Int(String(decoding: digits, as: UTF8.self)) ?? Int.max)
    }
}
