internal import Domain
internal import Records
internal import SQLite

/// The keys under which receipt codes are found, and the exchange of one for the next.
///
/// A code's words are nowhere, so a digest cannot be made again from them: it is a keyed digest
/// that the look-up key seals once more, and that is what is exchanged. A few rows at a time,
/// while codes are found under both keys; killed at any moment it goes on when the house opens.
struct CodeKeys: Sendable {
    let vault: Vault

    /// How many codes one transaction takes along.
    static let movedAtOnce = 200

    /// The keys that a code may be under: the one that counts first.
    func live(in db: borrowing Connection) throws -> [KeySlot] {
        try db.rows(IntakeSQL.liveKeys) { KeySlot(rawValue: $0.integer(0)) }
    }

    /// The key for a new code.
    func current(in db: borrowing Connection) throws -> KeySlot {
        try live(in: db).first ?? .centre
    }

    /// From now on new codes are under this key, and the others are on their way to it.
    func begin(_ slot: KeySlot, at now: Instant, in db: borrowing Connection) throws {
        try db.run(IntakeSQL.addKey, [.integer(slot.rawValue), .text(now.rfc3339)])
    }

    /// Takes the next codes along to the key that counts.
    ///
    /// - Returns: false when none was left; then the earlier keys are retired.
    func moveSome(at now: Instant, in db: borrowing Connection) throws -> Bool {
        let current = try current(in: db)
        let codes = try db.rows(
            IntakeSQL.codesUnderOtherKeys,
            [.integer(current.rawValue), .integer(Int64(Self.movedAtOnce))]
        ) { (digest: $0.blob(0), slot: KeySlot(rawValue: $0.integer(1))) }
        for code in codes {
            let moved = try vault.relock(code.digest, from: code.slot, to: current)
            try db.run(
                IntakeSQL.moveCode,
                [.blob(moved), .integer(current.rawValue), .blob(code.digest)])
        }
        if codes.isEmpty {
            try db.run(
                IntakeSQL.retireKeys, [.text(now.rfc3339), .integer(current.rawValue)])
        }
        return !codes.isEmpty
    }

    /// Ends what a kill left undone, before anybody asks for a code.
    func finish(at now: Instant, in db: borrowing Connection) throws {
        guard try live(in: db).count > 1 else { return }
        var isMoving = true
        while isMoving {
            isMoving = try db.transaction { try moveSome(at: now, in: db) }
        }
    }

    /// The house has a new key: codes are taken along to it, a few at a time.
    static func rotate(_ house: House, to slot: KeySlot) throws {
        let (keys, audit, clock) = (CodeKeys(vault: house.vault), house.audit, house.clock)
        _ = try house.writer.perform { db in
            try keys.begin(slot, at: clock.now, in: db)
            try audit.record(.keyRotated, by: .system, at: clock.now, in: db)
        }
        while try house.writer.perform({ db in try keys.moveSome(at: clock.now, in: db) }) {}
    }

    /// What `verify` says of the codes.
    static func check(_ house: House, _ db: borrowing Connection) throws -> VerifyFinding {
        var (count, stale, broken) = (0, 0, 0)
        try db.forEachRow(IntakeSQL.everyCode) { row in
            count += 1
            if row.integer(2) == 0 { stale += 1 }
            let slot = KeySlot(rawValue: row.integer(1))
            if (try? house.vault.relock(row.blob(0), from: slot, to: .centre))?.count != 32 {
                broken += 1
            }
        }
        var faults: [String] = []
        if stale > 0 { faults.append("\(stale) of them are under a key that is retired") }
        if broken > 0 { faults.append("\(broken) of them are no digests under their key") }
        return VerifyFinding(what: "receipt codes, \(count)", faults: faults)
    }
}
