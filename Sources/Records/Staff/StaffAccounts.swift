package import Domain
package import SQLite

/// One member of staff, as the lists show her.
package struct StaffMember: Hashable, Sendable {
    /// Random id.
    package let id: StaffID
    /// What she types at the door.
    package let login: String
    /// As colleagues say it.
    package let name: String
    /// What she is here to do.
    package let role: Role
    /// Whether the door is closed to her.
    package let isDisabled: Bool
    /// Whether her row is not the one that the house wrote last: nothing in it counts then.
    package let isAltered: Bool
}

/// Why a change of staff is refused.
package enum StaffRefusal: Error, Hashable, Sendable {
    /// 2–40 letters, digits, dots or hyphens.
    case loginMalformed
    /// Somebody has this login, now or earlier.
    case loginTaken
    /// A name of 1–80 characters is needed.
    case nameMissing
    /// At least this many characters.
    case passwordTooShort(lengthMin: Int)
    /// At most this many characters.
    case passwordTooLong(lengthMax: Int)
    /// One of those that everybody tries first.
    case passwordCommon
    /// Her login or name, and little else.
    case passwordHoldsLogin
    /// Nobody has this login.
    case unknownLogin
    /// The row is not as the house wrote it, and giving it a new password would make it so.
    case rowAltered
}

extension StaffRefusal: CustomStringConvertible {
    /// One sentence for whoever typed the command: what is wrong, and what to do about it.
    package var description: String {
        switch self {
        case .loginMalformed: "A login is 2-40 letters a-z, digits, dots or hyphens."
        case .loginTaken: "Somebody has this login already, or had it once; choose another."
        case .nameMissing: "A name of 1-80 characters is needed."
        case .passwordTooShort(let lengthMin):
            "The password is too short: at least \(lengthMin) characters, for example four words."
        case .rowAltered:
            "The row of this login was altered outside the program; run: fjorten verify"
        case .passwordTooLong(let lengthMax): "The password has more than \(lengthMax) characters."
        case .passwordCommon:
            "The password is one that many people use; take, for example, four words that do not belong together."
        case .passwordHoldsLogin:
            "The password is made of the login or the name; take, for example, four words."
        case .unknownLogin: "Nobody has this login. See: fjorten user list"
        }
    }
}

/// Who works here: added, given a role and a password, and let go. Never deleted, so that old log lines keep their name.
package struct StaffAccounts: Sendable {
    package let audit: AuditLog

    /// Adds somebody.
    ///
    /// - Parameter passwordHash: made beforehand by ``hash(_:)``, which is slow on purpose and never runs on the writer.
    /// - Throws: ``StaffRefusal``, or the database's own error.
    package func add(
        login: String, name: String, role: Role, passwordHash: String, by actor: Actor,
        at now: Instant, in db: borrowing Connection
    ) throws -> StaffID {
        let (login, name) = try expectRoom(for: login, named: name, in: db)
        let id = StaffID(RandomID.int64())
        try db.run(
            StaffSQL.add.rawValue,
            [
                .integer(id.rawValue), .text(login), .text(name), .text(role.rawValue),
                .text(passwordHash), .text(now.rfc3339),
            ])
        try record(.staffAdded, of: login, by: actor, at: now, in: db)
        return id
    }

    /// The login and the name as they are kept.
    ///
    /// - Throws: ``StaffRefusal`` where they cannot be, or somebody has the login already.
    package func expectRoom(
        for login: String, named name: String, in db: borrowing Connection
    ) throws -> (login: String, name: String) {
        let login = try Self.cleanLogin(login)
        let name = name.trimmed
        guard (1...80).contains(name.unicodeScalars.count) else { throw StaffRefusal.nameMissing }
        guard try lookUp(login, in: db) == nil else { throw StaffRefusal.loginTaken }
        return (login, name)
    }

    /// Everybody, by login.
    package func all(in db: borrowing Connection) throws -> [StaffMember] {
        try db.rows(StaffSQL.all.rawValue, []) { member($0) }
    }

    /// Everybody's name, by id.
    package func names(in db: borrowing Connection) throws -> [StaffID: String] {
        Dictionary(try all(in: db).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    }

    /// Who has this login, and the hash of her password; nil also where the row is not the one that the house wrote last.
    package func find(
        _ login: String, in db: borrowing Connection
    ) throws -> (member: StaffMember, passwordHash: String)? {
        guard let found = try lookUp(login, in: db), !found.member.isAltered else { return nil }
        return found
    }

    /// The row of a login, whoever has written it.
    package func lookUp(
        _ login: String, in db: borrowing Connection
    ) throws -> (member: StaffMember, passwordHash: String)? {
        try db.firstRow(StaffSQL.byLogin.rawValue, [.text(login.lowercased())]) {
            (member($0), Credential(stored: $0.text(4)).password)
        }
    }

    /// Closes the door to somebody.
    package func disable(
        _ login: String, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        try db.run(
            StaffSQL.disable.rawValue, [.text(login.lowercased()), .text(now.rfc3339)])
        try record(.staffDisabled, of: login, by: actor, at: now, in: db)
    }

    /// Gives somebody a new password.
    package func setPassword(
        _ login: String, passwordHash: String, by actor: Actor, at now: Instant,
        in db: borrowing Connection
    ) throws {
        guard let member = try lookUp(login, in: db)?.member,
            var credential = try credential(of: login, in: db)
        else { throw StaffRefusal.unknownLogin }
        if member.isAltered { throw StaffRefusal.rowAltered }
        credential.password = passwordHash
        try store(credential, .passwordChanged, of: member, by: actor, at: now, in: db)
    }

    /// Notes that a first password has opened the door: it opens nothing from now on.
    ///
    /// - Returns: what is stored in its place.
    package func useFirstPassword(
        of member: StaffMember, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws -> String {
        guard var credential = try credential(of: member.login, in: db) else {
            throw StaffRefusal.unknownLogin
        }
        credential.password = FirstPassword.used()
        try store(credential, .firstPasswordUsed, of: member, by: actor, at: now, in: db)
        return credential.password
    }

    /// Puts what opens her door in the place of what did.
    func store(
        _ credential: Credential, _ action: AuditAction, of member: StaffMember, by actor: Actor,
        at now: Instant, in db: borrowing Connection
    ) throws {
        try db.run(
            StaffSQL.setPassword.rawValue, [.text(member.login), .text(credential.stored)])
        try record(action, of: member.login, by: actor, at: now, in: db)
    }

    /// When she logged in last, and how often somebody tried with a wrong password since.
    package func lastLogin(
        of id: StaffID, in db: borrowing Connection
    ) throws -> (at: Instant, failures: Int)? {
        try db.firstRow(StaffSQL.lastLogin, [.integer(id.rawValue)]) { row in
            (at: try Instant(stored: row.text(0)), failures: row.int(1))
        }
    }

    /// Proves the row as it stands now, and writes down who did what to whom.
    private func record(
        _ action: AuditAction, of login: String, by actor: Actor, at now: Instant,
        in db: borrowing Connection
    ) throws {
        let row = try db.firstRow(StaffSQL.row, [.text(login.lowercased())]) { row in
            (0..<StaffSQL.columnCount).map { row.value($0) }
        }
        guard let row, case .integer(let id) = row[0] else { throw StaffRefusal.unknownLogin }
        let proof = audit.vault.proof(of: "staff", row)
        try db.run(StaffSQL.prove, [row[0], .blob(proof)])
        try audit.record(
            action, by: actor, about: StaffID(id), writing: WrittenRow(proof: proof), at: now,
            in: db)
    }

    /// Makes the hash that is stored. Slow on purpose: run it outside the writer and the loops.
    ///
    /// - Throws: ``StaffRefusal`` where ``PasswordRules`` refuse it for her.
    package static func hash(_ password: String, login: String, name: String) throws -> String {
        try PasswordRules.check(password, login: login, name: name)
        return PasswordHash(of: password).rawValue
    }

    private static func cleanLogin(_ login: String) throws -> String {
        let login = login.trimmed.lowercased()
        let allowed = login.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
        guard allowed, (2...40).contains(login.utf8.count) else {
            throw StaffRefusal.loginMalformed
        }
        return login
    }

    private func member(_ row: borrowing Row) -> StaffMember {
        let columnCount = StaffSQL.columnCount
        let proof = row.blobOrNil(columnCount)
        let isProven =
            proof == audit.vault.proof(of: "staff", (0..<columnCount).map { row.value($0) })
            && proof == row.blobOrNil(columnCount + 1)
        let role = Role(rawValue: row.text(3))
        return StaffMember(
            id: StaffID(row.integer(0)), login: row.text(1), name: row.text(2),
            role: role ?? .auditor, isDisabled: row.textOrNil(6) != nil,
            isAltered: !isProven || role == nil)
    }
}
