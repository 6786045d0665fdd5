internal import SQLite

/// The erasures of which the audit log holds a proof: only for these a key may die.
///
/// Whoever has the file can mark a case, exchange its slot for another's and write rows into the log, but not the keyed
/// digests of the case's row, of the log's entry and of the set of cases that the entry names.
struct ProvenErasures {
    let vault: Vault

    /// A case whose rows are gone and whose key still lives.
    struct Pending: Hashable {
        let slot: KeySlot
        /// The log's entry that says so, by its number.
        let entry: Int64
        /// How many cases that entry names: those of one request.
        let casesInEntry: Int
    }

    /// What waits for its key to go, and how many are marked though nobody of ours did it.
    func pending(in db: borrowing Connection) throws -> (proven: [Pending], unproven: Int) {
        // A backup from before rows were proven has nothing that could be believed.
        guard try db.columnNames(of: "care_case").contains("proof") else { return ([], 0) }
        let marked = try db.rows(ErasureSQL.marked) { ProvenRow($0, columnCount: 6) }
        var (proven, unproven): ([Pending], Int) = ([], 0)
        for row in marked {
            let slot = KeySlot(rawValue: row.integer(3))
            guard isOurs(row) else {
                unproven += 1
                continue
            }
            guard try !vault.isErased(slot: slot) else { continue }
            if let entry = try entry(erasing: row.id, in: db) {
                proven.append(Pending(slot: slot, entry: entry.seq, casesInEntry: entry.caseCount))
            } else {
                unproven += 1
            }
        }
        return (proven, unproven)
    }

    /// Whether the log has an entry, of ours, by which a case was erased.
    func hasEntry(erasing caseID: Int64, in db: borrowing Connection) throws -> Bool {
        try entry(erasing: caseID, in: db) != nil
    }

    /// Whether the row of a case, with its number and its slot, is as the house wrote it.
    func isOurs(_ caseID: Int64, in db: borrowing Connection) throws -> Bool {
        guard try db.columnNames(of: "care_case").contains("proof") else { return true }
        return try db.firstRow(ErasureSQL.caseRow, [.integer(caseID)]) {
            ProvenRow($0, columnCount: 6)
        }.map(isOurs) ?? false
    }

    private func isOurs(_ row: ProvenRow) -> Bool {
        row.proof.map { ConstantTime.areEqual($0, vault.proof(of: "care_case", row.columns)) }
            ?? false
    }

    /// The entry of the log by which a case was erased; nil where none proves to be one.
    private func entry(
        erasing caseID: Int64, in db: borrowing Connection
    ) throws -> (seq: Int64, caseCount: Int)? {
        let candidates = try db.rows(ErasureSQL.erasingEntries, [.integer(caseID)]) { row in
            (
                entry: AuditRow(
                    seq: row.integer(0), at: row.text(1), actor: row.integerOrNil(2),
                    role: row.text(3), session: row.text(4), action: row.text(5),
                    subjectDigest: row.blobOrNil(6), reason: row.blobOrNil(7),
                    staff: row.integerOrNil(8), written: row.blobOrNil(9)),
                subject: row.integer(10), chain: row.blob(11), previous: row.blobOrNil(12)
            )
        }
        for one in candidates {
            guard one.previous != nil || one.entry.seq == 1,
                ConstantTime.areEqual(
                    vault.chain(one.previous ?? [], one.entry.content), one.chain)
            else { continue }
            let cases = try db.rows(ErasureSQL.casesOfSubject, [.integer(one.subject)]) {
                $0.integer(0)
            }
            let digest = vault.chain([], cases.sorted().flatMap(\.bigEndianBytes))
            if cases.contains(caseID), one.entry.subjectDigest == digest {
                return (one.entry.seq, cases.count)
            }
        }
        return nil
    }
}
