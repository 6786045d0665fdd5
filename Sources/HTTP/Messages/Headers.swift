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
    package func text(_ name: String) -> OutsideText? {
        fieldRanges.first { isNamed($0, name) }.map { OutsideText(bytes[$0.value]) }
    }

    /// Every field line of that name as one list (RFC 9110 §5.3); nil when there is none.
    ///
    /// - Parameter name: In lower case.
    package func list(_ name: StaticString) -> OutsideText? {
        listBytes(name).map { OutsideText($0) }
    }

    /// The bytes of the first field line of a name in lower case.
    func line(_ name: StaticString) -> ArraySlice<UInt8>? {
        for range in fieldRanges where isNamed(range, name) { return bytes[range.value] }
        return nil
    }

    /// The bytes of every field line of a name in lower case, in order.
    func lines(_ name: StaticString) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        for range in fieldRanges where isNamed(range, name) { lines.append(bytes[range.value]) }
        return lines
    }

    /// The bytes of every field line of a name in lower case, with commas between them.
    func listBytes(_ name: StaticString) -> ArraySlice<UInt8>? {
        var list: ArraySlice<UInt8>?
        for range in fieldRanges where isNamed(range, name) {
            let line = bytes[range.value]
            list = list.map { $0 + [Byte.comma, Byte.space] + line } ?? line
        }
        return list
    }

    /// How many field lines there are.
    package var count: Int { fieldRanges.count }

    private func isNamed(_ range: FieldRange, _ lowercase: StaticString) -> Bool {
        range.name.count == lowercase.utf8CodeUnitCount
            && bytes.span.extracting(range.name).equalsIgnoringCase(lowercase)
    }

    private func isNamed(_ range: FieldRange, _ name: String) -> Bool {
        range.name.count == name.utf8.count
            && zip(bytes[range.name], name.utf8).allSatisfy {
                Byte.lowercased($0) == Byte.lowercased($1)
            }
    }
}
