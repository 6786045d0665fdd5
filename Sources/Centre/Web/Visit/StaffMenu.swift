internal import HTML
internal import HTTP
internal import Records
internal import SQLite
internal import Synchronization

/// The staff's menu. A line is offered to those whose role opens its address, as the route table says.
final class StaffMenu: Sendable {
    private let items: [MenuItem]
    private let byRole: [Role: [MenuItem]]
    /// How many waited behind each line when a page was last asked for.
    private let counts = Mutex<[String: Int]>([:])

    /// - Parameters:
    ///   - items: every room's lines, in the order they stand.
    ///   - routes: say who may pass.
    init(_ items: [MenuItem], _ routes: [CentreRoute]) {
        self.items = items
        byRole = [Role: [MenuItem]](
            uniqueKeysWithValues: Role.allCases.map { role in
                let open = Set(
                    routes.filter { $0.method == .get && $0.access.admits(role) }.map(\.pattern))
                return (role, items.filter { open.contains($0.address.text) })
            })
    }

    /// Asks every counter, before a page is made.
    func count(_ house: House, in db: borrowing Connection) throws {
        var counted: [String: Int] = [:]
        for item in items {
            if let counter = item.counter { counted[item.id] = try counter(house, db) }
        }
        counts.withLock { $0 = counted }
    }

    /// The lines for a role, in the order they stand, with how many wait behind them.
    func lines(for role: Role) -> [MenuItem] {
        let counts = counts.withLock { $0 }
        return offered(to: role).filter { !$0.isSearch }.map { item in
            var line = item
            line.count = counts[item.id] ?? 0
            return line
        }
    }

    /// The search box of a role that may search.
    func search(for role: Role) -> MenuItem? { offered(to: role).first(where: \.isSearch) }

    /// What a role reaches by a key, in the order of the keys.
    func keys(for role: Role) -> [MenuItem] {
        offered(to: role).filter { $0.accessKey != nil }
            .sorted { ($0.accessKey ?? "") < ($1.accessKey ?? "") }
    }

    /// Where a role begins its day: its first line, or the page that says what it may.
    func home(for role: Role) -> Address {
        lines(for: role).first?.address ?? "/start"
    }

    private func offered(to role: Role) -> [MenuItem] { byRole[role] ?? [] }
}
