/// Which key of the key store seals a value.
package struct KeySlot: RawRepresentable, Hashable, Sendable, Comparable {
    /// The slot's number, as the case's row keeps it.
    package let rawValue: Int64

    /// A slot by its number.
    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// In the order in which slots are made.
    package static func < (one: KeySlot, other: KeySlot) -> Bool {
        one.rawValue < other.rawValue
    }

    /// What belongs to the centre and to no case.
    package static let centre = KeySlot(rawValue: 0)
}
