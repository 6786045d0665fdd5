package import Domain
package import SQLite

// The audit room's invariants:
// - a page about a person is sent only after its entry is on disk;
// - an entry is never changed, never deleted, and each is chained to the one before with a key outside the file;
// - what an entry says of a citizen is sealed, and the chain digests the sealed form: erasing a case breaks no chain.

/// Writes the audit log. Everything that reads or changes something about a person goes through here first.
package struct AuditLog: Sendable {
    package let vault: Vault

    /// Writes one entry and hands out the token for exactly the cases it names.
    ///
    /// - Parameters:
    ///   - staff: the member of staff that was added or changed.
    ///   - reason: sealed; only with a single case, whose key seals it.
    ///   - row: what the act wrote.
    /// - Law: databeskyttelsesforordningen art. 32; the citizen may ask who looked (Datatilsynet 2024-32-0283).
    @discardableResult
    package func record(
        _ action: AuditAction, by actor: Actor, cases: [CaseRef] = [],
        about staff: StaffID? = nil, reason: String? = nil, writing row: WrittenRow? = nil,
        at now: Instant, in db: borrowing Connection
    ) throws -> AccessToken {
        try append(
            Act(action, actor, cases: cases, about: staff, reason: reason, writing: row), at: now,
            in: db)
        return AccessToken(slots: Set(cases.map(\.slot)))
    }

    /// The same for the house's own work over every case: verifying, exporting, erasing.
    package func recordForEverything(
        _ action: AuditAction, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws -> AccessToken {
        try append(Act(action, actor), at: now, in: db)
        return AccessToken(slots: nil)
    }

    /// Whether an act stands at the beginning of the log, among what was done as the house was made.
    package func beginsWith(_ action: AuditAction, in db: borrowing Connection) throws -> Bool {
        try db.firstRow(AuditSQL.early.rawValue, [.text(action.code)]) { _ in true } ?? false
    }

    /// What an entry says, before it is one.
    private struct Act {
        let action: AuditAction
        let actor: Actor
        let cases: [CaseRef]
        let staff: StaffID?
        let reason: String?
        let row: WrittenRow?

        init(
            _ action: AuditAction, _ actor: Actor, cases: [CaseRef] = [],
            about staff: StaffID? = nil, reason: String? = nil, writing row: WrittenRow? = nil
        ) {
            self.action = action
            self.actor = actor
            self.cases = cases
            self.staff = staff
            self.reason = reason
            self.row = row
        }
    }

    private func append(_ act: Act, at now: Instant, in db: borrowing Connection) throws {
        let last = try db.firstRow(AuditSQL.last.rawValue, []) { row in
            (seq: row.integer(0), chain: row.blob(1))
        }
        let seq = (last?.seq ?? 0) + 1
        let subject = try subject(of: act.cases, in: db)
        var sealedReason: [UInt8]?
        if let reason = act.reason, let only = act.cases.first {
            sealedReason = try vault.seal(
                Array(reason.utf8), table: "audit_entry", column: "reason", row: seq,
                slot: only.slot)
        }
        let row = AuditRow(
            seq: seq, at: now.rfc3339, actor: act.actor.staff?.rawValue, role: act.actor.role,
            session: act.actor.session, action: act.action.code,
            subjectDigest: subject?.digest, reason: sealedReason, staff: act.staff?.rawValue,
            written: act.row?.proof)
        try db.run(
            AuditSQL.append.rawValue,
            [
                .integer(seq), .text(row.at), SQLiteValue(row.actor), .text(row.role),
                .text(row.session), .text(row.action), SQLiteValue(subject?.id),
                SQLiteValue(row.staff), SQLiteValue(sealedReason), SQLiteValue(row.written),
                .blob(vault.chain(last?.chain ?? [], row.content)),
            ])
    }

    private func subject(
        of cases: [CaseRef], in db: borrowing Connection
    ) throws -> (id: Int64, digest: [UInt8])? {
        guard !cases.isEmpty else { return nil }
        let ids = Set(cases.map(\.id.rawValue)).sorted()
        let digest = vault.chain([], ids.flatMap(\.bigEndianBytes))
        if let known = try db.firstRow(
            AuditSQL.subject.rawValue, [.blob(digest)], { $0.integer(0) })
        {
            return (known, digest)
        }
        try db.run(AuditSQL.addSubject.rawValue, [.blob(digest)])
        guard
            let id = try db.firstRow(
                AuditSQL.subject.rawValue, [.blob(digest)], { $0.integer(0) })
        else { return nil }
        for case let caseID in ids {
            try db.run(AuditSQL.addSubjectCase.rawValue, [.integer(caseID), .integer(id)])
        }
        return (id, digest)
    }
}

/// One row of the log in the form the chain digests.
package struct AuditRow: Sendable {
    package let seq: Int64
    package let at: String
    package let actor: Int64?
    package let role: String
    package let session: String
    package let action: String
    package let subjectDigest: [UInt8]?
    package let reason: [UInt8]?
    /// The member of staff that was added or changed.
    package var staff: Int64?
    /// The proof of the last row that the act wrote.
    package var written: [UInt8]?

    /// Every field with its length before it, so that no two rows share their bytes. What an older house did not write
    /// adds none, so that its links still fit.
    package var content: [UInt8] {
        var bytes = seq.bigEndianBytes
        bytes += (actor ?? 0).bigEndianBytes
        for field in [
            Array(at.utf8), Array(role.utf8), Array(session.utf8), Array(action.utf8),
            subjectDigest ?? [], reason ?? [],
        ] {
            bytes += Int64(field.count).bigEndianBytes
            bytes += field
        }
        if let staff { bytes += [1] + staff.bigEndianBytes }
        if let written { bytes += [2] + Int64(written.count).bigEndianBytes + written }
        return bytes
    }
}

extension Int64 {
    /// Eight bytes, the most significant first.
    package var bigEndianBytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * $0)) }
    }
}
