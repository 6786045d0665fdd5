internal import Domain
internal import SQLite

// The audit room's invariants:
// - a page about a person is sent only after its entry is on disk;
// - an entry is never changed, never deleted, and each is chained to the one before with a key outside the file;
// - what an entry says of a citizen is sealed, and the chain digests the sealed form: erasing a case breaks no chain.

/// The proof that an access was logged. Only a token opens a sealed value, and only ``AuditLog`` makes one, in the
/// transaction that wrote its entry.
public struct AccessToken: Sendable {
    private let slots: Set<KeySlot>?

    /// Made by ``AuditLog`` alone; a test of the house's manner holds that.
    ///
    /// - Parameter slots: the keys it may use; nil for the house's own work over everything (verify, export).
    init(slots: Set<KeySlot>?) {
        self.slots = slots
    }

    /// Whether the logged access named the case whose key lies in this slot.
    func opens(_ slot: KeySlot) -> Bool {
        slots?.contains(slot) ?? true
    }
}

/// Who does something: a member of staff in a session, a citizen, or the house itself.
struct Actor: Sendable {
    /// Nil for a citizen and for the house.
    let staff: StaffID?
    /// The role she had then; `citizen` or `system`.
    let role: String
    /// A short digest of the session: ties the entries of one session together, opens nothing.
    let session: String

    /// Somebody outside, on the public pages.
    static let citizen = Actor(staff: nil, role: "citizen", session: "-")
    /// A command or a timer.
    static let system = Actor(staff: nil, role: "system", session: "-")
}

/// What was done. The raw value is what the log keeps.
enum AuditAction: String, CaseIterable, Sendable {
    case loggedIn = "logged-in"
    case loginFailed = "login-failed"
    case loggedOut = "logged-out"
    /// What was written of staff before each act had a word of its own.
    case staffChanged = "staff-changed"
    case staffAdded = "staff-added"
    case staffDisabled = "staff-disabled"
    case passwordChanged = "password-changed"
    case enquiryRegistered = "enquiry-registered"
    case listRead = "list-read"
    case searched = "searched"
    case indexBuilt = "index-built"
    case caseRead = "case-read"
    case caseWritten = "case-written"
    case cprShown = "cpr-shown"
    case receiptRead = "receipt-read"
    case exported = "exported"
    case standardAdopted = "standard-adopted"
    /// Somebody asked that cases be forgotten.
    case erasureAsked = "erasure-asked"
    /// Somebody said yes who may not, or to cases that are kept longer than it was asked.
    case erasureRefused = "erasure-refused"
    /// A second person said no, or the first took it back.
    case erasureDeclined = "erasure-declined"
    case caseErased = "case-erased"
    case verified = "verified"
    case keyRotationBegun = "key-rotation-begun"
    case keyRotated = "key-rotated"
    /// Somebody looked through the log itself.
    case logRead = "log-read"
    case logSampled = "log-sampled"
    case logSampleSigned = "log-sample-signed"
    /// The house began to prove its rows: one entry for each case, member of staff and standard from before.
    case rowsProven = "rows-proven"
}

/// Writes the audit log. Everything that reads or changes something about a person goes through here first.
struct AuditLog: Sendable {
    let vault: Vault

    /// Writes one entry and hands out the token for exactly the cases it names.
    ///
    /// - Parameters:
    ///   - staff: the member of staff that was added or changed.
    ///   - reason: sealed; only with a single case, whose key seals it.
    ///   - row: what the act wrote.
    /// - Law: databeskyttelsesforordningen art. 32; the citizen may ask who looked (Datatilsynet 2024-32-0283).
    @discardableResult
    func record(
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
    func recordForEverything(
        _ action: AuditAction, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws -> AccessToken {
        try append(Act(action, actor), at: now, in: db)
        return AccessToken(slots: nil)
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
            session: act.actor.session, action: act.action.rawValue,
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
struct AuditRow: Sendable {
    let seq: Int64
    let at: String
    let actor: Int64?
    let role: String
    let session: String
    let action: String
    let subjectDigest: [UInt8]?
    let reason: [UInt8]?
    /// The member of staff that was added or changed.
    var staff: Int64?
    /// The proof of the last row that the act wrote.
    var written: [UInt8]?

    /// Every field with its length before it, so that no two rows share their bytes. What an older house did not write
    /// adds none, so that its links still fit.
    var content: [UInt8] {
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
    var bigEndianBytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * $0)) }
    }
}
