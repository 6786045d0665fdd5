/// Names and values as a form or a query carries them, in the order they were sent.
///
/// Names and values are decoded once. A field that was not sent is nil; one that was left empty is `""`.
package struct Fields: Sendable, Hashable {
    /// What a form or a query may hold at most; the rest is not read.
    package static let fieldCountMax = 1_000

    /// The fields, in order.
    package let pairs: [Pair]

    /// One name and its value.
    package struct Pair: Sendable, Hashable {
        /// The decoded name.
        package let name: String
        /// The decoded value.
        package let value: String

        /// Makes a pair.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Fields of given names and values, for tests and redirects.
    package init(_ pairs: [(String, String)] = []) {
        self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) }
    }

    /// Parses `application/x-www-form-urlencoded` (WHATWG URL §5.1).
    package init(urlencoded bytes: [UInt8]) {
        self.init(urlencoded: bytes.span)
    }

    init(urlencoded bytes: borrowing Span<UInt8>) {
        var pairs: [Pair] = []
        var start = 0
        while start < bytes.count, pairs.count < Self.fieldCountMax {
            let end = bytes.firstIndex(of: UInt8(ascii: "&"), from: start) ?? bytes.count
            if end > start { pairs.append(Self.pair(bytes, start..<end)) }
            start = end + 1
        }
        self.pairs = pairs
    }

    private static func pair(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Pair {
        var equals = range.lowerBound
        while equals < range.upperBound, bytes[equals] != Byte.equals { equals += 1 }
        let value = min(equals + 1, range.upperBound)..<range.upperBound
        return Pair(
            name: Percent.decodeForm(bytes, range.lowerBound..<equals),
            value: Percent.decodeForm(bytes, value))
    }

    /// The first value of that name.
    package subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// Every value of that name, in order: ticked boxes.
    package func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// The fields and one more; at the most ``fieldCountMax``.
    func adding(_ name: String, _ value: String) -> Fields {
        guard pairs.count < Self.fieldCountMax else { return self }
        return Fields(pairs: pairs + [Pair(name: name, value: value)])
    }

    private init(pairs: [Pair]) { self.pairs = pairs }

    /// No field at all.
    package var isEmpty: Bool { pairs.isEmpty }

    /// The fields as a query string or a form body.
    package var urlencoded: String {
        pairs.map { Percent.encode($0.name) + "=" + Percent.encode($0.value) }
            .joined(separator: "&")
    }
}
