internal import Records

/// Who may use a route. Every route declares one; there is no default.
enum AccessRule: Hashable, Sendable {
    /// Anybody, without logging in.
    case everyone
    /// Whoever is logged in, whatever the role.
    case anyStaff
    /// Only these roles.
    case roles(Set<Role>)

    /// Whether a visitor with this role (nil: not logged in) may pass.
    func admits(_ role: Role?) -> Bool {
        switch self {
        case .everyone: true
        case .anyStaff: role != nil
        case .roles(let roles): role.map(roles.contains) ?? false
        }
    }
}

extension Set<Role> {
    /// Those who receive citizens: everybody but administrator and auditor.
    static let frontOffice: Set<Role> = [.reception, .consultant, .medical, .visitator, .leader]
    /// Those who read and write journals.
    static let clinical: Set<Role> = [.consultant, .medical, .visitator, .leader]
    /// Those who look at figures without names.
    static let figures: Set<Role> = [.leader, .administrator]
}
