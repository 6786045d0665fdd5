package import SQLite

/// Holds every row of the ledgers, of the cases, of staff and of the standards against its proof, and the last of each
/// against the audit log: what is altered, inserted, moved, put back or taken away is named.
package struct ProofCheck {
    package let vault: Vault
    /// Told now and then how far it is.
    package var progress: (String) -> Void = { _ in }

    /// What was proven, and what is wrong.
    package struct Outcome: Sendable {
        package var entryCount = 0
        package var caseCount = 0
        package var staffCount = 0
        package var standardCount = 0
        /// How many entries were written before proofs were kept, and the day since which they are proven.
        package var older: (count: Int, day: String)?
        package var faults: [String] = []
    }

    /// Goes through every row that carries a proof.
    package func run(_ db: borrowing Connection) throws -> Outcome {
        var outcome = Outcome()
        try checkStandards(db, &outcome)
        try checkStaff(db, &outcome)
        try checkCases(db, &outcome)
        if let at = try db.firstRow(ProofSQL.begunAt, [], { $0.text(0) }) {
            let count = try db.firstRow(ProofSQL.entriesBefore, [.text(at)]) { $0.int(0) } ?? 0
            outcome.older = (count, String(at.prefix(10)))
        }
        return outcome
    }

    private func checkStandards(_ db: borrowing Connection, _ outcome: inout Outcome) throws {
        var wanted = Set(try db.rows(ProofSQL.writtenStandards, []) { $0.blob(0) })
        var last: Int64 = 0
        for row in try db.rows(ProofSQL.standards, [], { ProvenRow($0, columnCount: 5) }) {
            outcome.standardCount += 1
            let name = "adopted standard \(row.id)"
            if row.id != last + 1 { outcome.faults.append("a standard before \(name) is removed") }
            last = row.id
            if row.proof != vault.proof(of: "adopted_standard", row.columns) {
                outcome.faults.append("\(name) is altered or inserted")
            }
            if let proof = row.proof { wanted.remove(proof) }
        }
        outcome.faults += wanted.map { _ in "a standard that was adopted is removed or altered" }
    }

    private func checkStaff(_ db: borrowing Connection, _ outcome: inout Outcome) throws {
        var wanted: [Int64: [UInt8]] = [:]
        try db.forEachRow(ProofSQL.writtenStaff) { wanted[$0.integer(0)] = $0.blob(1) }
        for row in try db.rows(ProofSQL.staff, [], { ProvenRow($0, columnCount: 7) }) {
            outcome.staffCount += 1
            let written = wanted.removeValue(forKey: row.id)
            if row.proof != vault.proof(of: "staff", row.columns) {
                outcome.faults.append("the row of \(row.text(1)) in staff is altered or inserted")
            } else if row.proof != written {
                outcome.faults.append(
                    "the row of \(row.text(1)) in staff is not the one that was written last")
            }
        }
        outcome.faults += wanted.map { _ in "a member of staff is removed" }
    }

    private func checkCases(_ db: borrowing Connection, _ outcome: inout Outcome) throws {
        var wanted: [Int64: [UInt8]] = [:]
        try db.forEachRow(ProofSQL.writtenCases) { wanted[$0.integer(0)] = $0.blob(1) }
        let erased = Set(try db.rows(ProofSQL.erased, []) { $0.integer(0) })
        let cases = try RowProofs.cases(in: db)
        for one in cases {
            outcome.caseCount += 1
            if outcome.caseCount % 500 == 0 {
                progress("\(outcome.caseCount) of \(cases.count) ledgers")
            }
            if one.row.proof != vault.proof(of: "care_case", one.row.columns) {
                outcome.faults.append("the row of case \(one.ref.number) is altered or inserted")
            }
            let last = wanted.removeValue(forKey: one.row.id)
            if one.isErased {
                // One that a restored backup erased anew has no entry there, but its key is gone.
                if try !erased.contains(one.row.id) && !vault.isErased(slot: one.ref.slot) {
                    outcome.faults.append(
                        "case \(one.ref.number) is marked as erased, but nobody erased it")
                }
            } else {
                try checkLedger(one, endingWith: last, db, &outcome)
            }
        }
        outcome.faults += wanted.map { _ in "a case that the audit log names is removed" }
    }

    private func checkLedger(
        _ one: ProvenCase, endingWith wanted: [UInt8]?, _ db: borrowing Connection,
        _ outcome: inout Outcome
    ) throws {
        let number = one.ref.number
        var previous = one.row.proof
        var position: Int64 = 0
        let rows = try RowProofs.entries(of: one, in: db)
        for row in rows {
            outcome.entryCount += 1
            // Where the entry before is gone, which the check of the ledgers names, this one cannot be followed.
            let isNext = row.integer(2) == position + 1
            position = row.integer(2)
            if row.proof == nil {
                outcome.faults.append("entry \(position) of case \(number) is inserted")
            } else if isNext,
                row.proof != vault.proof(of: "ledger_entry", row.columns, after: previous ?? [])
            {
                outcome.faults.append(
                    "entry \(position) of case \(number) is altered, inserted or moved")
            }
            previous = row.proof
        }
        guard let last = rows.last else {
            if wanted != nil { outcome.faults.append("every entry of case \(number) is removed") }
            return
        }
        guard let proof = last.proof, proof != wanted else { return }
        let isKnown = wanted == nil || rows.contains { $0.proof == wanted }
        outcome.faults.append(
            isKnown
                ? "the last entries of case \(number) are in no entry of the audit log"
                : "the last entries of case \(number) are removed")
    }
}
