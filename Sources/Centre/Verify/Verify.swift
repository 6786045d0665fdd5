internal import Domain
internal import SQLite

/// Proves that the house holds what it says: one check after the other, each with its faults.
public struct Verify: Sendable {
    /// One check and what it found.
    public struct Finding: Sendable {
        /// What was checked, and how much of it.
        public let what: String
        /// What is wrong; nothing of it names a citizen.
        public let faults: [String]
    }

    let centre: Centre
    /// A head from a report or a manifest that the chain must pass through.
    let head: ChainAnchor.Head?
    /// Told what is being checked and how far, now and then.
    var progress: @Sendable (String) -> Void = { _ in }

    /// The same reading of one moment for every check, told as it goes.
    ///
    /// - Parameter tell: called after each check.
    /// - Returns: whether all is well.
    public func run(_ tell: (Finding) -> Void) throws -> Bool {
        let (audit, now) = (centre.audit, centre.clock.now)
        // Before the log is written to, since that moves the anchor.
        let kept = ChainAnchor.kept(ChainAnchor.Place(centre.vault, centre.configuration))
        let token = try centre.writer.perform { db in
            try audit.recordForEverything(.verified, by: .system, at: now, in: db)
        }
        let db = try Connection(path: centre.configuration.databaseFile, .readOnly)
        return try db.snapshot {
            var isWell = true
            let checks: [(borrowing Connection) throws -> Finding] = [
                file, foreignKeys, { try chain($0, kept: kept) }, { try seals($0, token) },
                codes, ledgers, projection, erasures,
            ]
            for (index, check) in checks.enumerated() {
                progress("check \(index + 1) of \(checks.count)")
                let finding = try check(db)
                isWell = isWell && finding.faults.isEmpty
                tell(finding)
            }
            return isWell
        }
    }

    private static let toldEvery = 500

    private func file(_ db: borrowing Connection) throws -> Finding {
        Finding(what: "database file", faults: try db.integrityProblems())
    }

    private func foreignKeys(_ db: borrowing Connection) throws -> Finding {
        let tables = try db.foreignKeyProblems()
        return Finding(
            what: "references", faults: tables.map { "rows of \($0) point to nothing" })
    }

    private func chain(
        _ db: borrowing Connection, kept: ChainAnchor.Head?
    ) throws -> Finding {
        let check = ChainCheck(vault: centre.vault, heads: [kept, head].compactMap { $0 })
        var outcome = try check.run(db)
        let place = ChainAnchor.Place(centre.vault, centre.configuration)
        outcome.faults += try ChainAnchor.faults(place, beside: outcome, given: head)
        return Finding(
            what: "audit chain, \(outcome.linkCount) entries",
            faults: outcome.faults.map(\.description))
    }

    private func seals(_ db: borrowing Connection, _ token: AccessToken) throws -> Finding {
        var count = 0
        var faults: [String] = []
        let vault = centre.vault
        let total = try db.firstRow(VerifySQL.sealedCount) { $0.int(0) } ?? 0
        try db.forEachRow(VerifySQL.bodies) { row in
            count += 1
            if count % Self.toldEvery == 0 { progress("\(count) of \(total) sealed values") }
            let number = CaseNumber(year: row.int(3), serial: row.int(4))
            let fault = fault(of: row.integer(1)) { slot in
                try vault.open(
                    row.blob(2), table: "ledger_entry", column: "body", row: row.integer(0),
                    slot: slot, token)
            }
            if let fault { faults.append("an entry of case \(number) \(fault)") }
        }
        try db.forEachRow(VerifySQL.reasons) { row in
            count += 1
            let seq = row.integer(0)
            let slot = KeySlot(rawValue: row.integer(1))
            if try vault.isErased(slot: slot) { return }
            let fault = fault(of: row.integer(1)) { slot in
                try vault.open(
                    row.blob(2), table: "audit_entry", column: "reason", row: seq, slot: slot,
                    token)
            }
            if let fault { faults.append("the reason of audit entry \(seq) \(fault)") }
        }
        return Finding(what: "sealed values, \(count) opened", faults: faults)
    }

    private func fault(of slot: Int64, _ open: (KeySlot) throws -> [UInt8]) -> String? {
        do {
            _ = try open(KeySlot(rawValue: slot))
            return nil
        } catch VaultError.slotErased {
            return "is there though the case's key is erased"
        } catch VaultError.slotUnknown {
            return "has no key in the key store"
        } catch {
            return "does not open: altered, moved or sealed with another key"
        }
    }

    private func codes(_ db: borrowing Connection) throws -> Finding {
        var (count, stale, broken) = (0, 0, 0)
        let vault = centre.vault
        try db.forEachRow(VerifySQL.codes) { row in
            count += 1
            if row.integer(2) == 0 { stale += 1 }
            let slot = KeySlot(rawValue: row.integer(1))
            if (try? vault.relock(row.blob(0), from: slot, to: .centre))?.count != 32 {
                broken += 1
            }
        }
        var faults: [String] = []
        if stale > 0 { faults.append("\(stale) of them are under a key that is retired") }
        if broken > 0 { faults.append("\(broken) of them are no digests under their key") }
        return Finding(what: "receipt codes, \(count)", faults: faults)
    }

    private func ledgers(_ db: borrowing Connection) throws -> Finding {
        let broken = try db.rows(VerifySQL.brokenLedgers) {
            CaseNumber(year: $0.int(0), serial: $0.int(1))
        }
        return Finding(
            what: "ledgers", faults: broken.map { "case \($0) lacks an entry of its ledger" })
    }

    private func projection(_ db: borrowing Connection) throws -> Finding {
        var listed: [CaseID: (StaffID?, String)] = [:]
        try db.forEachRow(VerifySQL.projections) { row in
            listed[CaseID(row.integer(0))] = (
                row.integerOrNil(1).map { StaffID($0) }, row.text(2)
            )
        }
        var closed: [CaseID: String] = [:]
        try db.forEachRow(VerifySQL.closed) { row in
            closed[CaseID(row.integer(0))] = row.text(1)
        }
        var faults: [String] = []
        var count = 0
        let refs = try centre.cases.everyCase(in: db)
        for ref in refs {
            count += 1
            if count % Self.toldEvery == 0 { progress("\(count) of \(refs.count) ledgers") }
            let ledger = try centre.cases.file(ref, in: db)
            let wanted = CaseProjection(ledger)
            let (found, over) = (
                listed.removeValue(forKey: ref.id), closed.removeValue(forKey: ref.id)
            )
            if let wanted, wanted.isOpen {
                if found?.0 != wanted.responsible || found?.1 != wanted.receivedOn.isoText {
                    faults.append("case \(ref.number) is open but not listed so")
                }
                if over != nil { faults.append("case \(ref.number) is listed as over but is not") }
            } else {
                if found != nil {
                    faults.append("case \(ref.number) is listed as open but is not")
                }
                if over != ledger.lastOn?.isoText {
                    faults.append("case \(ref.number) is over but not listed so")
                }
            }
        }
        faults += listed.keys.map { _ in "a case that does not exist is listed as open" }
        faults += closed.keys.map { _ in "a case that does not exist is listed as over" }
        return Finding(
            what: "lists of open and closed cases against \(count) ledgers", faults: faults)
    }

    private func erasures(_ db: borrowing Connection) throws -> Finding {
        let left = try db.rows(VerifySQL.erasedRows) {
            CaseNumber(year: $0.int(0), serial: $0.int(1))
        }
        return Finding(
            what: "erased cases", faults: left.map { "case \($0) is erased but has rows left" })
    }
}
