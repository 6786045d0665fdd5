/// Every statement a room may run, in a file of its own. Tests prepare all of them against the newest schema, and look at
/// how SQLite would go about them.
package protocol StatementList: CaseIterable, RawRepresentable, Sendable where RawValue == String {
    /// Those that walk a whole table because everything is asked for: run by a command or a job, never behind a page.
    static var walkingEverything: [Self] { get }
}

extension StatementList {
    package static var walkingEverything: [Self] { [] }

    /// The text of each, and whether it may walk a table that grows.
    package static var texts: [(sql: String, mayWalk: Bool)] {
        let walking = Set(walkingEverything.map(\.rawValue))
        return allCases.map { ($0.rawValue, walking.contains($0.rawValue)) }
    }
}
