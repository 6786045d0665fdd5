/// What the house must know of one of its tables. Whoever makes a table declares it, `App` hands all of them down, and
/// erasing, export, import, sealing anew and verifying ask this list: nothing is listed twice.
package struct RecordTable: Sendable {
    /// As the migration calls it.
    package let name: StaticString
    package let owner: Owner
    /// Columns that are sealed, and with which key.
    package var sealed: [SealedColumn] = []
    /// The column that holds the slot of a key, in the table of those who have one.
    package var slotColumn: StaticString?
    /// Whether each row carries a keyed digest of itself in `proof`.
    package var isProven = false
    /// Whether it grows with every citizen and every year: no page walks it from end to end.
    package var grows = false
    /// Whether an import under new keys leaves it behind, because nobody can make its rows again.
    package var staysBehind = false

    /// Whose rows they are, and so what becomes of them when a case is erased.
    package enum Owner: Sendable {
        /// The centre's: they stay.
        case centre
        /// They point at a case and tell nothing of what it holds: they stay, as the receipt or the log of who saw it.
        case remainsOfCase
        /// A case's: they go with it. The column holds the case's id, the label says what went on the receipt.
        case ofCase(column: StaticString, label: StaticString)
    }

    package init(
        _ name: StaticString, of owner: Owner, sealed: [SealedColumn] = [],
        slotColumn: StaticString? = nil, isProven: Bool = false, grows: Bool = false,
        staysBehind: Bool = false
    ) {
        self.name = name
        self.owner = owner
        self.sealed = sealed
        self.slotColumn = slotColumn
        self.isProven = isProven
        self.grows = grows
        self.staysBehind = staysBehind
    }

    /// The column with the case's id, where its rows go with a case.
    package var caseColumn: StaticString? {
        guard case .ofCase(let column, _) = owner else { return nil }
        return column
    }

    /// What its rows are called on the receipt of an erasure.
    package var label: StaticString? {
        guard case .ofCase(_, let label) = owner else { return nil }
        return label
    }
}

/// A column whose values are sealed, each for its row.
package struct SealedColumn: Sendable {
    package let name: StaticString
    /// The column with the row's whole number that is bound into the seal.
    package let key: StaticString
    package let slots: Slots

    /// Where the key of a row's seal is found.
    package enum Slots: Sendable {
        /// The row's case has it.
        case ofItsCase
        /// It is the centre's own.
        case ofTheCentre
        /// The case that an entry of the audit log names has it.
        case ofTheCaseOfAnEntry
    }

    package init(_ name: StaticString, key: StaticString = "id", _ slots: Slots = .ofItsCase) {
        self.name = name
        self.key = key
        self.slots = slots
    }
}

extension [RecordTable] {
    /// Those whose rows go with a case, in the order in which they go.
    package var goingWithACase: [RecordTable] { filter { $0.caseColumn != nil } }

    /// The table of that name; nil for one that nobody has declared.
    package func named(_ name: String) -> RecordTable? {
        first { "\($0.name)".utf8.elementsEqual(name.utf8) }
    }
}
