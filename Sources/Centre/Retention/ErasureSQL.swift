/// What forgetting a case runs.
enum ErasureSQL: String, CaseIterable {
    case mark = "UPDATE care_case SET erased_at = ?1 WHERE id = ?2 AND erased_at IS NULL"
    case ledger = "DELETE FROM ledger_entry WHERE case_id = ?1"
    case open = "DELETE FROM open_case WHERE case_id = ?1"
    case closed = "DELETE FROM closed_case WHERE case_id = ?1"
    case receipts = "DELETE FROM receipt_code WHERE case_id = ?1"
    case marked = "SELECT id, key_slot FROM care_case WHERE erased_at IS NOT NULL"
    case isLogged = """
        SELECT 1 FROM audit_subject_case s CROSS JOIN audit_entry e ON e.subject = s.subject_id
        WHERE s.case_id = ?1 AND e.action = 'case-erased' LIMIT 1
        """
    case unmarkedSlots = "SELECT id, key_slot FROM care_case WHERE erased_at IS NULL"
    case countLedger = "SELECT count(*) FROM ledger_entry WHERE case_id = ?1"
    case countReceipts = "SELECT count(*) FROM receipt_code WHERE case_id = ?1"
    case countClosed = "SELECT count(*) FROM closed_case WHERE case_id = ?1"

    /// Every table a case has rows in, and the statement that takes them.
    static let rowsOfCase: [(table: String, take: ErasureSQL)] = [
        ("open_case", .open), ("closed_case", .closed), ("receipt_code", .receipts),
        ("ledger_entry", .ledger),
    ]

    /// What there is to take of a case that is over.
    static let countsOfCase: [(table: String, count: ErasureSQL)] = [
        ("ledger_entry", .countLedger), ("receipt_code", .countReceipts),
        ("closed_case", .countClosed),
    ]
}
