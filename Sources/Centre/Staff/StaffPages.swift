internal import HTML
internal import HTTP

/// The pages behind the login.
extension StaffVisit {
    /// A page in the staff's frame: her name and role, the doors her role opens, the minutes she has left.
    ///
    /// - Parameters:
    ///   - title: never a name; cases stand by number.
    ///   - menu: the id of the menu line the page belongs to.
    func page(
        _ title: String, menu: String? = nil, back: Address? = nil, problems: [FormProblem] = [],
        status: Status = .ok, _ content: HTML
    ) -> Response {
        visit.page(
            visit.frame.page(
                StaffPage(
                    title: title, menuItem: menu, back: back, problems: problems, content: content),
                for: reader),
            status: status)
    }

    /// Who the frame is made for.
    var reader: StaffReader {
        StaffReader(
            name: session.member.name, role: role.danishName, formToken: session.formToken,
            menu: StaffMenu.lines(for: role), home: StaffMenu.home(for: role),
            secondsLeft: session.secondsLeft(at: now))
    }
}

/// The staff's menu. A line is offered to those whose role opens its door, as the route table says.
enum StaffMenu {
    /// The lines for a role, in the order they stand.
    static func lines(for role: Role) -> [MenuItem] {
        byRole[role] ?? []
    }

    /// Where a role begins its day: its first line, or the page that says what it may.
    static func home(for role: Role) -> Address {
        lines(for: role).first?.address ?? "/start"
    }

    private static let everyLine = [
        MenuItem(id: "overblik", label: "Overblik (1)", address: "/overblik", accessKey: "1"),
        MenuItem(id: "soeg", label: "Søg (2)", address: "/soeg", accessKey: "2"),
        MenuItem(
            id: "ny-henvendelse", label: "Ny henvendelse (3)", address: "/henvendelser/ny",
            accessKey: "3"),
        MenuItem(id: "modtagelse", label: "Modtagelse", address: "/henvendelser"),
        MenuItem(id: "rapporter", label: "Rapporter", address: "/rapporter/garanti"),
        MenuItem(id: "adgangslog", label: "Adgangslog", address: "/adgangslog"),
        MenuItem(id: "sletning", label: "Sletning", address: "/sletning"),
        MenuItem(id: "drift", label: "Drift", address: "/drift"),
        MenuItem(id: "brugere", label: "Brugere", address: "/administration/brugere"),
    ]

    private static let byRole = [Role: [MenuItem]](
        uniqueKeysWithValues: Role.allCases.map { role in
            let open = Set(
                Doors.all.filter { $0.method == .get && $0.access.admits(role) }.map(\.pattern))
            return (role, everyLine.filter { open.contains($0.address.text) })
        })
}

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
