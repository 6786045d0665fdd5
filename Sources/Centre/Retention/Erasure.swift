internal import SQLite

/// Forgetting a case: its rows go, its key is destroyed, and a receipt without content stays.
///
/// Rows and key lie in two places and cannot go in one act, so either may be gone first and
/// `finish` takes the other. That is also how a restored older backup learns what was forgotten
/// after it was made.
enum Erasure {
    /// Takes the rows of a case; the key must follow as soon as this is on disk.
    static func removeRows(
        of caseID: Int64, at instant: String, in db: borrowing Connection
    ) throws {
        // The ledger lets go of a case only after it is marked.
        try db.run(ErasureSQL.mark, [.text(instant), .integer(caseID)])
        for statement in ErasureSQL.rowsOfCase {
            try db.run(statement, [.integer(caseID)])
        }
    }

    /// Completes what was begun: rows of cases whose key is gone, keys of cases whose rows are.
    ///
    /// - Returns: how many cases were completed.
    @discardableResult
    static func finish(
        in db: borrowing Connection, vault: Vault, at instant: String
    ) throws -> Int {
        let cases = try db.rows(ErasureSQL.everySlot) { row in
            (
                id: row.integer(0), slot: KeySlot(rawValue: row.integer(1)),
                isMarked: !row.isNull(2)
            )
        }
        var count = 0
        for known in cases {
            let isGone = try vault.isErased(slot: known.slot)
            if isGone, !known.isMarked {
                try db.transaction { try removeRows(of: known.id, at: instant, in: db) }
                count += 1
            } else if !isGone, known.isMarked {
                try vault.erase(slot: known.slot)
                count += 1
            }
        }
        if count > 0, db.isAutocommit { _ = try db.truncateLog() }
        return count
    }
}

/// What forgetting a case runs.
enum ErasureSQL: String, CaseIterable {
    case mark = "UPDATE care_case SET erased_at = ?1 WHERE id = ?2 AND erased_at IS NULL"
    case ledger = "DELETE FROM ledger_entry WHERE case_id = ?1"
    case projection = "DELETE FROM open_case WHERE case_id = ?1"
    case receipts = "DELETE FROM receipt_code WHERE case_id = ?1"
    case everySlot = "SELECT id, key_slot, erased_at FROM care_case ORDER BY key_slot"

    static let rowsOfCase: [ErasureSQL] = [.projection, .receipts, .ledger]
}
