package import SQLite

/// One check and what it found.
package struct VerifyFinding: Sendable {
    /// What was checked, and how much of it.
    package let what: String
    /// What is wrong; nothing of it names a citizen.
    package let faults: [String]

    /// The first of them, and how many more there are: one cause may have a thousand faults.
    package var told: [String] {
        let first = faults.prefix(Self.toldMax)
        let rest = faults.count - first.count
        return first + (rest > 0 ? ["and \(rest) more"] : [])
    }

    private static let toldMax = 10

    package init(what: String, faults: [String]) {
        self.what = what
        self.faults = faults
    }
}

/// What a room proves of its own tables, beside what holds for all.
package struct VerifyCheck: Sendable {
    /// What is checked: `receipt codes`.
    package let name: String
    package let look: @Sendable (House, borrowing Connection) throws -> VerifyFinding

    package init(
        _ name: String,
        _ look: @escaping @Sendable (House, borrowing Connection) throws -> VerifyFinding
    ) {
        self.name = name
        self.look = look
    }
}
