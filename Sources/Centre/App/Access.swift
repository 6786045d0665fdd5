/// What a member of staff is here to do. Decides what she may see; one person, one role.
public enum Role: String, CaseIterable, Sendable {
    /// Receptionist: takes enquiries, books times (reception).
    case reception
    /// Alcohol consultant: treats (alkoholkonsulent).
    case consultant
    /// Physician, nurse: medicine (lægekonsulent, sygeplejerske).
    case medical
    /// Decides about day and residential treatment (visitator).
    case visitator
    /// Leader of the centre (leder).
    case leader
    /// Runs the system and exports the figures; reads no journals (administrator).
    case administrator
    /// Looks at logs only (tilsyn, databeskyttelsesrådgiver).
    case auditor
}

/// Who may use a route. Every route declares one; there is no default.
public enum AccessRule: Hashable, Sendable {
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
