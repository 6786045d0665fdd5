package import Domain
internal import SQLite

/// What commands ask of the house. Where a server has the data folder, what it holds in memory is changed by the server.
extension House {
    /// A proof of everything the house holds.
    ///
    /// - Parameters:
    ///   - head: `seq:hex` from a report or a manifest, which the chain must pass through.
    ///   - progress: told how far it is, now and then.
    /// - Throws: ``HousekeepingError/headMalformed``.
    package func verification(
        head: String?, progress: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> Verify {
        guard let head else { return Verify(house: self, head: nil, progress: progress) }
        guard let head = ChainAnchor.Head(text: head) else {
            throw HousekeepingError.headMalformed
        }
        return Verify(house: self, head: head, progress: progress)
    }

    /// Copies the database into a folder of its own inside `destination`, while it is served.
    package func backUp(
        to destination: String, compressed: Bool, keep: Int?
    ) throws -> Backup.Report {
        try configuration.expectOutside(destination)
        return try Backup.make(
            of: configuration.databaseFile, in: destination, at: clock.now.wholeSecond.rfc3339,
            compressed: compressed, keep: keep)
    }

    /// Where the audit chain ends now, as it is printed on reports.
    package func chainHead() throws -> String? {
        try writer.perform { db in try ChainAnchor.head(of: db)?.text }
    }

    /// Erases a case: its rows, its key, and what the log file still held of it. What stays is the
    /// case's number, the day it was erased, and the audit entries that say who saw it.
    ///
    /// - Law: databeskyttelsesforordningen art. 5, stk. 1, litra e; art. 17.
    package func erase(_ ref: CaseRef, by actor: Actor) throws {
        let (audit, ledger, erasure, now) = (audit, ledger, erasure, clock.now)
        try writer.perform { db in
            ledger.willErase(ref)
            try erasure.takeRows(of: ref.id.rawValue, at: now.rfc3339, in: db)
            try audit.record(.caseErased, by: actor, cases: [ref], at: now, in: db)
        }
        try destroyKeys(of: [ref])
    }

    /// The keys follow the rows, and what the log file still held goes with the next checkpoint at the latest.
    package func destroyKeys(of refs: [CaseRef]) throws {
        for ref in refs { try vault.erase(slot: ref.slot) }
        // A reader may be in the way for a moment; then the next checkpoint takes it.
        _ = try writer.performAlone { db in try db.truncateLog() }
    }

    /// Adopts a standard (vedtager en kvalitetsstandard) from a day on. Cases that are open keep the standard they were
    /// opened under.
    ///
    /// - Parameter text: the profile, whole.
    /// - Throws: `StandardFaults` for a file that is no standard, ``AdoptionRefusal``, or the database's own error.
    package func adopt(_ text: String, from day: CalendarDay) throws {
        let (audit, now) = (audit, clock.now)
        try writer.perform { db in
            try StandardBook.adopt(text, from: day, by: .system, at: now, audit, in: db)
        }
        // Read when it is on disk: an adoption that was rolled back was never in force.
        let standards = standards
        try writer.perform { db in try standards.load(from: db) }
    }

    /// Puts a new master key in the place of the old one, and takes along what depends on it.
    ///
    /// What is begun is in the audit log before it begins, and again when the key is another.
    package func rotateKeys() throws {
        let (audit, clock) = (audit, clock)
        _ = try writer.perform { db in
            try audit.record(.keyRotationBegun, by: .system, at: clock.now, in: db)
        }
        let slot = try vault.rotate()
        for hook in plan.hooks { try hook.whenKeyRotated?(self, slot) }
    }

    // MARK: Staff

    /// Everybody, by login.
    package func allStaff() throws -> [StaffMember] {
        let staff = staff
        return try writer.perform { db in try staff.all(in: db) }
    }

    /// Refuses what no password would mend, before one is asked for.
    ///
    /// - Throws: ``StaffRefusal``.
    package func expectRoom(for login: String, named name: String) throws {
        let staff = staff
        try writer.perform { db in
            _ = try staff.expectRoom(for: login, named: name, in: db)
        }
    }

    /// Adds somebody.
    ///
    /// - Throws: ``StaffRefusal``, or the database's own error.
    package func addStaff(login: String, name: String, role: Role, password: String) throws {
        let (staff, now, hash) = (staff, clock.now, try StaffAccounts.hash(password))
        _ = try writer.perform { db in
            try staff.add(
                login: login, name: name, role: role, passwordHash: hash, by: .system, at: now,
                in: db)
        }
    }

    /// Closes the door to somebody. A server sees it at her next click.
    ///
    /// - Throws: ``StaffRefusal/unknownLogin``.
    package func disableStaff(_ login: String) throws {
        let (staff, now) = (staff, clock.now)
        try writer.perform { db in try staff.disable(login, by: .system, at: now, in: db) }
    }

    /// Gives somebody a new password. A server ends her sessions at her next click.
    ///
    /// - Throws: ``StaffRefusal``.
    package func setStaffPassword(_ login: String, to password: String) throws {
        let (staff, now, hash) = (staff, clock.now, try StaffAccounts.hash(password))
        try writer.perform { db in
            try staff.setPassword(login, passwordHash: hash, by: .system, at: now, in: db)
        }
    }
}

/// What is done to a data folder that no server has.
package enum Housekeeping {
    /// Brings a backup back into a data folder that has no centre.
    package static func restore(
        _ backup: String, _ configuration: Configuration, _ plan: HousePlan, clock: CalendarClock
    ) throws -> Restore.Report {
        let migrator = try KnownMigrations.migrator(folder: configuration.migrationsFolder)
        let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: false)
        try configuration.expectOutside(configuration.keyFile)
        let folder = try HeldFolder(configuration)
        defer { withExtendedLifetime(folder) {} }
        var report: Restore.Report
        do {
            report = try Restore(vault: vault, plan: plan, migrator: migrator).run(
                from: backup, to: configuration.databaseFile, at: clock.now.rfc3339)
        } catch {
            folder.giveUp()
            throw error
        }
        let before = ChainAnchor.furthest(vault, configuration)
        report.lostEntryCount = before.map { max(0, Int($0.seq) - report.chainLength) }
        // The log goes on from here, by an act that somebody chose.
        try ChainAnchor.restart(
            ChainAnchor.Place(vault, configuration),
            from: try Connection(path: configuration.databaseFile, .readOnly))
        return report
    }
}
