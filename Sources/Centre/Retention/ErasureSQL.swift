/// What forgetting a case runs.
enum ErasureSQL: String, CaseIterable {
    case mark = "UPDATE care_case SET erased_at = ?1 WHERE id = ?2 AND erased_at IS NULL"
    case ledger = "DELETE FROM ledger_entry WHERE case_id = ?1"
    case projection = "DELETE FROM open_case WHERE case_id = ?1"
    case receipts = "DELETE FROM receipt_code WHERE case_id = ?1"
    case markedSlots = "SELECT key_slot FROM care_case WHERE erased_at IS NOT NULL"
    case unmarkedSlots = "SELECT id, key_slot FROM care_case WHERE erased_at IS NULL"

    static let rowsOfCase: [ErasureSQL] = [.projection, .receipts, .ledger]
}
