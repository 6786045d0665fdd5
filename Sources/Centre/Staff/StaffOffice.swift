internal import Domain
internal import Logging
internal import SQLite

/// What `fjorten user` asks of the staff room. Each act is written with its audit entry, in the house's own name.
extension Centre {
    /// Shorter passwords are refused.
    public static let passwordLengthMin = StaffAccounts.passwordLengthMin

    /// Opens the house for one command: quietly, with nothing of it in a log.
    public static func open(
        forCommand configuration: Configuration, clock: CalendarClock
    ) throws -> Centre {
        try open(
            configuration, clock: clock,
            log: Logger(label: "command") { _ in
                SwiftLogNoOpLogHandler()
            })
    }

    /// Everybody, by login.
    public func allStaff() throws -> [StaffMember] {
        let staff = staff
        return try writer.perform { db in try staff.all(in: db) }
    }

    /// Refuses what no password would mend, before one is asked for.
    ///
    /// - Throws: ``StaffRefusal``.
    public func expectRoom(for login: String, named name: String) throws {
        let staff = staff
        try writer.perform { db in
            _ = try staff.expectRoom(for: login, named: name, in: db)
        }
    }

    /// Adds somebody; a server that has the folder does it, if there is one.
    ///
    /// - Throws: ``StaffRefusal``, or the database's own error.
    public func addStaff(login: String, name: String, role: Role, password: String) throws {
        let hash = try StaffAccounts.hash(password)
        try byServer("user-add", login, name, role.rawValue, hash) {
            try addStaffHere(login: login, name: name, role: role, hash: hash)
        }
    }

    /// Closes the door to somebody, and ends her sessions where there is a server.
    ///
    /// - Throws: ``StaffRefusal/unknownLogin``.
    public func disableStaff(_ login: String) throws {
        try byServer("user-disable", login) { try disableStaffHere(login) }
    }

    /// Gives somebody a new password, and ends her sessions where there is a server.
    ///
    /// - Throws: ``StaffRefusal``.
    public func setStaffPassword(_ login: String, to password: String) throws {
        let hash = try StaffAccounts.hash(password)
        try byServer("user-password", login, hash) {
            try setStaffPasswordHere(login, hash: hash)
        }
    }

    func addStaffHere(login: String, name: String, role: Role, hash: String) throws {
        let (staff, now) = (staff, clock.now)
        _ = try writer.perform { db in
            try staff.add(
                login: login, name: name, role: role, passwordHash: hash, by: .system, at: now,
                in: db)
        }
    }

    func disableStaffHere(_ login: String) throws {
        let (staff, now) = (staff, clock.now)
        let member = try writer.perform { db in
            try staff.disable(login, by: .system, at: now, in: db)
            return try staff.find(login, in: db)?.member.id
        }
        if let member { sessions.endAll(of: member) }
    }

    func setStaffPasswordHere(_ login: String, hash: String) throws {
        let (staff, now) = (staff, clock.now)
        let member = try writer.perform { db in
            try staff.setPassword(login, passwordHash: hash, by: .system, at: now, in: db)
            return try staff.find(login, in: db)?.member.id
        }
        if let member { sessions.endAll(of: member) }
    }
}
