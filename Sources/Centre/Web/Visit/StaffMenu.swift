internal import HTML
internal import HTTP
internal import Records

/// The staff's menu. A line is offered to those whose role opens its address, as the route table says.
struct StaffMenu: Sendable {
    private let byRole: [Role: [MenuItem]]

    /// - Parameters:
    ///   - items: every room's lines, in the order they stand.
    ///   - routes: say who may pass.
    init(_ items: [MenuItem], _ routes: [CentreRoute]) {
        byRole = [Role: [MenuItem]](
            uniqueKeysWithValues: Role.allCases.map { role in
                let open = Set(
                    routes.filter { $0.method == .get && $0.access.admits(role) }.map(\.pattern))
                return (role, items.filter { open.contains($0.address.text) })
            })
    }

    /// The lines for a role, in the order they stand.
    func lines(for role: Role) -> [MenuItem] { byRole[role] ?? [] }

    /// Where a role begins its day: its first line, or the page that says what it may.
    func home(for role: Role) -> Address {
        lines(for: role).first?.address ?? "/start"
    }
}
