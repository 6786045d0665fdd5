package import Domain
package import SQLite

/// What opens her door, as it stands in one column that the proof of her row covers: the hash of her password, and, where
/// she has a second factor, its sealed secret and the digests of the recovery codes that are left.
package struct Credential: Hashable, Sendable {
    /// The password's hash, or the mark of a first password.
    package var password: String
    /// The secret of her second factor, sealed; nil where she has none.
    package var factor: [UInt8]?
    /// Digests of the recovery codes that nobody has used.
    package var recoveryDigests: [String] = []

    package init(password: String) { self.password = password }

    /// Reads what is stored.
    package init(stored: String) {
        var parts = stored.split(separator: ";", omittingEmptySubsequences: false)
            .map(String.init)[...]
        password = parts.popFirst() ?? ""
        for part in parts {
            if part.hasPrefix(Self.factorMark) {
                factor = Hex.bytes(part.dropFirst(Self.factorMark.count))
            } else if part.hasPrefix(Self.recoveryMark) {
                recoveryDigests = part.dropFirst(Self.recoveryMark.count).split(separator: ",")
                    .map(String.init)
            }
        }
    }

    /// As it is stored.
    package var stored: String {
        guard let factor else { return password }
        return "\(password);\(Self.factorMark)\(Hex.text(factor));\(Self.recoveryMark)"
            + recoveryDigests.joined(separator: ",")
    }

    private static let factorMark = "totp="
    private static let recoveryMark = "codes="
}

extension StaffAccounts {
    /// What opens the door of this login, as it is stored.
    package func credential(
        of login: String, in db: borrowing Connection
    ) throws -> Credential? {
        try db.firstRow(StaffSQL.row, [.text(login.lowercased())]) {
            Credential(stored: $0.text(4))
        }
    }

    /// Puts a second factor beside her password, or takes it away (nil).
    ///
    /// - Returns: the recovery codes, to be shown once; none where it is taken away.
    /// - Throws: ``StaffRefusal/rowAltered``, or the database's own error.
    package func setFactor(
        _ secret: OneTimeCode.Secret?, of member: StaffMember, by actor: Actor, at now: Instant,
        in db: borrowing Connection
    ) throws -> [String] {
        var credential = try requireCredential(of: member, in: db)
        var codes: [String] = []
        if let secret {
            codes = (0..<OneTimeCode.recoveryCount).map { _ in FirstPassword.random() }
            credential.factor = try audit.vault.sealCarried(
                secret.sealedForm(for: member.id), purpose: OneTimeCode.purpose)
            credential.recoveryDigests = codes.map { digest(of: $0, member.id) }
        } else {
            credential.factor = nil
            credential.recoveryDigests = []
        }
        try store(
            credential, secret == nil ? .factorRemoved : .factorSet, of: member, by: actor, at: now,
            in: db)
        return codes
    }

    /// The secret of her second factor; nil where she has none. One that does not open is no secret, and no code fits.
    package func factor(
        of member: StaffMember, in db: borrowing Connection
    ) throws -> OneTimeCode.Factor? {
        guard let sealed = try credential(of: member.login, in: db)?.factor else { return nil }
        let opened = audit.vault.openCarried(sealed, purpose: OneTimeCode.purpose)
        return OneTimeCode.Factor(
            secret: opened.flatMap { OneTimeCode.Secret(sealedForm: $0, of: member.id) })
    }

    /// Uses up a recovery code.
    ///
    /// - Returns: how many are left; nil where it is none of hers.
    package func useRecoveryCode(
        _ typed: String, of member: StaffMember, by actor: Actor, at now: Instant,
        in db: borrowing Connection
    ) throws -> Int? {
        var credential = try requireCredential(of: member, in: db)
        let digest = digest(of: typed, member.id)
        guard let place = credential.recoveryDigests.firstIndex(of: digest) else { return nil }
        credential.recoveryDigests.remove(at: place)
        try store(credential, .recoveryCodeUsed, of: member, by: actor, at: now, in: db)
        return credential.recoveryDigests.count
    }

    private func digest(of code: String, _ id: StaffID) -> String {
        let bare = code.lowercased().filter { $0.isLetter || $0.isNumber }
        return Hex.text(
            audit.vault.lookup("\(id.rawValue) \(bare)", purpose: "recovery code").prefix(16))
    }

    private func requireCredential(
        of member: StaffMember, in db: borrowing Connection
    ) throws -> Credential {
        guard try find(member.login, in: db) != nil,
            let credential = try credential(of: member.login, in: db)
        else { throw StaffRefusal.rowAltered }
        return credential
    }
}
