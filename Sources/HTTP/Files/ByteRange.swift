/// A single byte range (RFC 9110 §14). Several ranges are answered with the whole, which is always allowed.
enum ByteRange: Equatable {
    /// Send everything.
    case whole
    /// Send this part.
    case part(Range<Int>)
    /// Nothing of it exists: 416.
    case unsatisfiable

    init(_ field: String?, length: Int) {
        self = .whole
        guard let field, field.utf8.count > 6, field.utf8.count < 64,
            field.lowercased().hasPrefix("bytes=")
        else { return }
        let spec = field.dropFirst(6).filter { $0 != " " && $0 != "\t" }
        let ends = spec.split(separator: "-", omittingEmptySubsequences: false)
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
    private static func number(_ text: Substring) -> Int?? {
        if text.isEmpty { return .some(nil) }
        guard text.utf8.allSatisfy(Byte.isDigit) else { return .none }
        return .some(Int(text) ?? Int.max)
    }
}
