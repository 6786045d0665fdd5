internal import Domain
internal import SQLite

/// Proves that the house holds what it says: one check after the other, each with its faults.
package struct Verify: Sendable {
    package let house: House
    /// A head from a report or a manifest that the chain must pass through.
    package let head: ChainAnchor.Head?
    /// Told what is being checked and how far, now and then.
    package var progress: @Sendable (String) -> Void = { _ in }

    package typealias Finding = VerifyFinding
    typealias Check = (name: String, look: (borrowing Connection) throws -> Finding)

    /// The same reading of one moment for every check, told as it goes. What cannot be read is a fault, and the next
    /// check is made.
    ///
    /// - Parameter tell: called after each check.
    /// - Returns: whether all is well.
    package func run(_ tell: (Finding) -> Void) throws -> Bool {
        let (audit, now) = (house.audit, house.clock.now)
        // Before the log is written to, since that moves the anchor.
        let files = FileChecks(
            vault: house.vault, configuration: house.configuration, head: head,
            progress: progress)
        let kept = ChainAnchor.kept(files.place)
        let db = try house.reader()
        var isWell = true
        func make(_ check: Check, _ db: borrowing Connection) {
            let finding = Self.finding(check, db)
            isWell = isWell && finding.faults.isEmpty
            tell(finding)
        }
        make(("database file", files.file), db)
        let token = Result {
            try house.writer.perform { db in
                try audit.recordForEverything(.verified, by: .system, at: now, in: db)
            }
        }
        let checks: [Check] =
            [
                ("schema", files.schema), ("references", files.references),
                ("audit chain", { try files.chain($0, kept: kept) }), ("row proofs", files.proofs),
                ("sealed values", { try seals($0, try token.get()) }), ("ledgers", ledgers),
                ("lists of open and closed cases", projection),
                ("erased cases", erasures),
            ] + house.plan.checks.map { check in (check.name, { try check.look(house, $0) }) }
        try db.snapshot {
            for (index, check) in checks.enumerated() {
                progress("check \(index + 2) of \(checks.count + 1)")
                make(check, db)
            }
        }
        return isWell
    }

    static func finding(_ check: Check, _ db: borrowing Connection) -> Finding {
        do {
            return try check.look(db)
        } catch let fault as StoredValueError {
            return Finding(what: check.name, faults: ["a stored value is not \(fault.expected)"])
        } catch {
            return Finding(
                what: check.name,
                faults: ["cannot be read to its end. \(ErrorWords.sentence(for: error))"])
        }
    }

    package static let toldEvery = 500

    private func seals(_ db: borrowing Connection, _ token: AccessToken) throws -> Finding {
        var count = 0
        var faults: [String] = []
        let vault = house.vault
        for table in house.plan.tables {
            for column in table.sealed {
                try db.forEachRow(TableSQL(table).sealed(column)) { row in
                    count += 1
                    if count % Self.toldEvery == 0 { progress("\(count) sealed values") }
                    let fault = fault(of: row.integer(1)) { slot in
                        try vault.open(
                            row.blob(2), table: table.name, column: column.name,
                            row: row.integer(0), slot: slot, token)
                    }
                    guard let fault else { return }
                    faults.append("\(Self.place(table, row)) \(fault)")
                }
            }
        }
        return Finding(what: "sealed values, \(count) opened", faults: faults)
    }

    /// Which value it is, without naming anybody.
    private static func place(_ table: RecordTable, _ row: borrowing Row) -> String {
        let number = CaseNumber(year: row.int(3), serial: row.int(4))
        return switch "\(table.name)" {
        case "ledger_entry": "an entry of case \(number)"
        case "audit_entry": "the reason of audit entry \(row.integer(0))"
        case let name: row.int(3) == 0 ? "a row of \(name)" : "a row of \(name), case \(number),"
        }
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
        let refs = try house.ledger.everyCase(in: db)
        for ref in refs {
            count += 1
            if count % Self.toldEvery == 0 { progress("\(count) of \(refs.count) ledgers") }
            let (found, over) = (
                listed.removeValue(forKey: ref.id), closed.removeValue(forKey: ref.id)
            )
            guard let ledger = try? house.ledger.file(ref, in: db) else {
                faults.append("the ledger of case \(ref.number) cannot be read")
                continue
            }
            let wanted = CaseProjection(ledger)
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
        var left: Set<CaseNumber> = []
        for table in house.plan.tables.goingWithACase {
            guard let statement = TableSQL(table).left else { continue }
            left.formUnion(
                try db.rows(statement) { CaseNumber(year: $0.int(0), serial: $0.int(1)) })
        }
        let faults = left.map(\.description).sorted().map {
            "case \($0) is erased but has rows left"
        }
        return Finding(what: "erased cases", faults: faults)
    }
}
