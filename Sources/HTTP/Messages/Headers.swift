/// The header fields of a request: one copy of the head's bytes and the ranges of the fields in it.
///
/// Names are found whatever their case. Nothing is made into text before it is asked for.
package struct Headers: Sendable {
    /// Where one field lies in the bytes.
    struct FieldRange: Sendable {
        let nameStart: UInt32
        let nameEnd: UInt32
        let valueStart: UInt32
        let valueEnd: UInt32

        var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
        var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
    }

    let bytes: [UInt8]
    let fieldRanges: [FieldRange]

    init(bytes: [UInt8], fieldRanges: [FieldRange]) {
        self.bytes = bytes
        self.fieldRanges = fieldRanges
    }

    /// Headers of given names and values, for tests.
    package init(_ fields: [(String, String)] = []) {
        var bytes: [UInt8] = []
        var fieldRanges: [FieldRange] = []
        for (name, value) in fields {
            let start = UInt32(bytes.count)
            bytes += name.utf8
            let middle = UInt32(bytes.count)
            bytes += value.utf8
            fieldRanges.append(
                FieldRange(
                    nameStart: start, nameEnd: middle, valueStart: middle,
                    valueEnd: UInt32(bytes.count)))
        }
        self.init(bytes: bytes, fieldRanges: fieldRanges)
    }

    /// The first value of that name.
    package subscript(name: String) -> String? { text(name)?.unlimitedString }

    /// Every value of that name, in order.
    package func all(_ name: String) -> [String] {
        lines(name).map { OutsideText($0).unlimitedString }
    }

    /// The first value of that name.
    package func text(_ name: String) -> OutsideText? { line(name).map { OutsideText($0) } }

    /// Every field line of that name as one list (RFC 9110 §5.3); nil when there is none.
    package func list(_ name: String) -> OutsideText? { listBytes(name).map { OutsideText($0) } }

    /// The bytes of the first field line of that name.
    func line(_ name: String) -> ArraySlice<UInt8>? {
        for range in fieldRanges where matches(range, name) { return bytes[range.value] }
        return nil
    }

    /// The bytes of every field line of that name, in order.
    func lines(_ name: String) -> [ArraySlice<UInt8>] {
        fieldRanges.filter { matches($0, name) }.map { bytes[$0.value] }
    }

    /// The bytes of every field line of that name, with commas between them.
    func listBytes(_ name: String) -> ArraySlice<UInt8>? {
        let lines = lines(name)
        guard lines.count > 1 else { return lines.first }
        return Array(lines.joined(separator: [Byte.comma, Byte.space]))[...]
    }

    /// How many field lines there are.
    package var count: Int { fieldRanges.count }

    private func matches(_ range: FieldRange, _ name: String) -> Bool {
        guard range.name.count == name.utf8.count else { return false }
        var index = range.name.lowerBound
        for byte in name.utf8 {
            if Byte.lowercased(bytes[index]) != Byte.lowercased(byte) { return false }
            index += 1
        }
        return true
    }
}
