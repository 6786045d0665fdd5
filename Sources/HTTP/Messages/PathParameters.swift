/// The values of a pattern's `{names}`.
package struct PathParameters: Sendable, Hashable {
    private let pairs: [Fields.Pair]

    init(pairs: [Fields.Pair]) { self.pairs = pairs }

    /// Values of given names, for tests of handlers.
    package init(_ values: [(String, String)] = []) {
        pairs = values.map { Fields.Pair(name: $0.0, value: $0.1) }
    }

    /// The value of a name; nil when the pattern has none of that name.
    package func text(_ name: String) -> OutsideText? {
        pairs.first { $0.nameText.equals(name) }?.valueText
    }
}
