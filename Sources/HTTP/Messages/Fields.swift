/// Names and values as a form or a query carries them, in the order they were sent.
///
/// Names and values are decoded once. A field that was not sent is nil; one that was left empty is `""`.
package struct Fields: Sendable, Hashable {
    /// What a form or a query may hold at most.
    package static let fieldCountMax = 1_000

    /// Why a form or a query is refused before anybody reads it. Holds nothing of what was sent.
    package enum Fault: Error, Sendable, Hashable {
        /// A name or a value has a longer row of combining marks than any language needs.
        case combiningRun
        /// More fields than ``Fields/fieldCountMax``.
        case tooManyFields
    }

    /// The fields, in order.
    package let pairs: [Pair]
    /// What is wrong with them; the router answers such a form itself.
    package let fault: Fault?

    /// One name and its value.
    package struct Pair: Sendable, Hashable {
        /// The decoded name.
        package let nameText: OutsideText
        /// The decoded value.
        package let valueText: OutsideText

        /// Makes a pair.
        package init(name: String, value: String) {
            self.init(OutsideText(name), OutsideText(value))
        }

        init(_ name: OutsideText, _ value: OutsideText) {
            nameText = name
            valueText = value
        }

        fileprivate var hasCombiningRun: Bool {
            nameText.containsCombiningRun() || valueText.containsCombiningRun()
        }
    }

    /// No fields.
    package static let empty = Fields([])

    /// Fields of given names and values, for tests and redirects.
    package init(_ pairs: [(String, String)] = []) {
        self.init(pairs: pairs.map { Pair(name: $0.0, value: $0.1) })
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
        self.init(pairs: pairs, isCut: start < bytes.count)
    }

    private static func pair(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Pair {
        var equals = range.lowerBound
        while equals < range.upperBound, bytes[equals] != Byte.equals { equals += 1 }
        let value = min(equals + 1, range.upperBound)..<range.upperBound
        return Pair(
            Percent.decodeForm(bytes, range.lowerBound..<equals), Percent.decodeForm(bytes, value))
    }

    /// - Parameter isCut: There were more fields than are read.
    init(pairs: [Pair], isCut: Bool = false) {
        self.pairs = pairs
        if isCut {
            fault = .tooManyFields
        } else {
            fault = pairs.contains(where: \.hasCombiningRun) ? .combiningRun : nil
        }
    }

    /// The first value of that name.
    package func text(_ name: String) -> OutsideText? {
        pairs.first { $0.nameText.equals(name) }?.valueText
    }

    /// Every value of that name, in order: ticked boxes.
    package func texts(_ name: String) -> [OutsideText] {
        pairs.filter { $0.nameText.equals(name) }.map(\.valueText)
    }

    /// No field at all.
    package var isEmpty: Bool { pairs.isEmpty }

    /// The fields as a query string or a form body.
    package var urlencoded: String {
        pairs.map { Percent.encode($0.nameText.utf8) + "=" + Percent.encode($0.valueText.utf8) }
            .joined(separator: "&")
    }
}
