internal import ArgumentParser
internal import Centre
internal import Records

/// `fjorten user add|list|disable|password`
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Add, list and let go the staff who may log in.",
        discussion: """
            A password is read from standard input, or asked for twice where there is a terminal. It never stands \
            on the command line, which others on the machine can read. Nobody is ever deleted, so that old log \
            lines keep their name.
            """,
        subcommands: [
            UserAddCommand.self, UserListCommand.self, UserDisableCommand.self,
            UserPasswordCommand.self,
        ])
}

extension Role: ExpressibleByArgument {}

struct UserAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a member of staff.",
        discussion: """
            The password is at least \(PasswordRules.lengthMin) characters; length is what counts, and what many \
            people use, or is made of her own login and name, is refused.

              fjorten user add --data DIR --login anne --name "Anne Madsen" --role consultant
              echo "four words as password" | fjorten user add --data DIR --login per --name "Per Holm" --role leader

            What a role may see:
              reception      enquiries, appointments
              consultant     enquiries, cases, journals
              medical        the same, and medicine
              visitator      the same, and decisions on day and residential treatment
              leader         all of that, and reports
              administrator  figures without names, set-up
              auditor        the access log only
            """)

    @OptionGroup var centre: CentreOptions

    @Option(help: .init("2-40 letters, digits, dots or hyphens.", valueName: "LOGIN"))
    var login: String

    @Option(help: .init("As colleagues say it.", valueName: "NAME"))
    var name: String

    @Option(help: .init("What she is here to do.", valueName: "ROLE"))
    var role: Role

    func run() throws {
        try inPlainWords {
            let house = try Commands.open(centre.configuration, clock: .ofTheMachine)
            defer { house.close() }
            try house.expectRoom(for: login, named: name)
            let password = try Password.read(for: login)
            try house.addStaff(login: login, name: name, role: role, password: password)
            print("\(login) can log in as \(role.rawValue).")
        }
    }
}

struct UserListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the staff: login, role, name.",
        discussion:
            "One line each, separated by tabs; those who may no longer log in end with \"disabled\"."
    )

    @OptionGroup var centre: CentreOptions

    func run() throws {
        try inPlainWords {
            let house = try Commands.open(centre.configuration, clock: .ofTheMachine)
            defer { house.close() }
            for member in try house.allStaff() {
                let end = member.isAltered ? "\taltered" : member.isDisabled ? "\tdisabled" : ""
                print(
                    "\(printable(member.login))\t\(member.role.rawValue)\t\(printable(member.name))\(end)"
                )
            }
        }
    }
}

struct UserDisableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Close the door to somebody who has left.")

    @OptionGroup var centre: CentreOptions

    @Option(help: .init("Whose door.", valueName: "LOGIN"))
    var login: String

    func run() throws {
        try inPlainWords {
            let house = try Commands.open(centre.configuration, clock: .ofTheMachine)
            defer { house.close() }
            try house.disableStaff(login)
            print("\(login) can no longer log in.")
        }
    }
}

struct UserPasswordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Give somebody a new password.",
        discussion:
            "  echo \"four words as password\" | fjorten user password --data DIR --login anne")

    @OptionGroup var centre: CentreOptions

    @Option(help: .init("Whose password.", valueName: "LOGIN"))
    var login: String

    func run() throws {
        try inPlainWords {
            let house = try Commands.open(centre.configuration, clock: .ofTheMachine)
            defer { house.close() }
            guard try house.allStaff().contains(where: { $0.login == login.lowercased() }) else {
                throw StaffRefusal.unknownLogin
            }
            try house.setStaffPassword(login, to: try Password.read(for: login))
            print("\(login) has a new password.")
        }
    }
}
