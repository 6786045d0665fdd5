internal import Records

extension Role {
    /// The role as it stands beside a name.
    var danishName: String {
        switch self {
        case .reception: "reception"
        case .consultant: "behandler"
        case .medical: "sundhedsfaglig"
        case .visitator: "visitator"
        case .leader: "leder"
        case .administrator: "administrator"
        case .auditor: "tilsyn"
        }
    }
}
