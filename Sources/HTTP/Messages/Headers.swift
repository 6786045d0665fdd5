/// The header fields of a request: one copy of the head's bytes and the places of the fields in it.
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
    package subscript(name: String) -> String? {
        for place in fieldRanges where matches(place, name) { return text(place.value) }
        return nil
    }

    /// Every value of that name, in order.
    package func all(_ name: String) -> [String] {
        fieldRanges.filter { matches($0, name) }.map { text($0.value) }
    }

    /// Every field line of that name as one list (RFC 9110 §5.3); nil when there is none.
    package func combined(_ name: String) -> String? {
        var list: String?
        for place in fieldRanges where matches(place, name) {
            let value = text(place.value)
            list = list.map { $0 + ", " + value } ?? value
        }
        return list
    }

    /// How many field lines there are.
    package var count: Int { fieldRanges.count }

    private func matches(_ place: FieldRange, _ name: String) -> Bool {
        guard place.name.count == name.utf8.count else { return false }
        var index = place.name.lowerBound
        for byte in name.utf8 {
            if Byte.lowercased(bytes[index]) != Byte.lowercased(byte) { return false }
            index += 1
        }
        return true
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
