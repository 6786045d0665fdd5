/// What `verify` reads of everybody's tables, to prove them.
enum VerifySQL: String, CaseIterable {
    case integrity = "PRAGMA integrity_check(20)"
    case schema = """
        SELECT type, name, coalesce(sql, '') FROM sqlite_schema
        WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name
        """
    case bodies = """
        SELECT e.id, c.key_slot, e.body, c.year, c.serial
        FROM ledger_entry e JOIN care_case c ON c.id = e.case_id
        WHERE e.body IS NOT NULL ORDER BY e.case_id
        """
    case reasons = """
        SELECT e.seq, c.key_slot, e.reason
        FROM audit_entry e
        JOIN audit_subject_case s ON s.subject_id = e.subject
        JOIN care_case c ON c.id = s.case_id
        WHERE e.reason IS NOT NULL ORDER BY e.seq
        """
    case brokenLedgers = """
        SELECT c.year, c.serial FROM ledger_entry e JOIN care_case c ON c.id = e.case_id
        GROUP BY e.case_id HAVING min(e.position) <> 1 OR max(e.position) <> count(*)
        """
    case codes = """
        SELECT c.digest, c.key_slot, k.retired_at IS NULL AND k.key_slot IS NOT NULL
        FROM receipt_code c LEFT JOIN lookup_key k ON k.key_slot = c.key_slot
        """
    case projections = "SELECT case_id, responsible, received_on FROM open_case"
    case closed = "SELECT case_id, last_on FROM closed_case"
    case sealedCount = "SELECT count(*) FROM ledger_entry WHERE body IS NOT NULL"
    case erasedRows = """
        SELECT c.year, c.serial FROM care_case c
        WHERE c.erased_at IS NOT NULL AND (
            EXISTS (SELECT 1 FROM ledger_entry WHERE case_id = c.id)
            OR EXISTS (SELECT 1 FROM receipt_code WHERE case_id = c.id)
            OR EXISTS (SELECT 1 FROM open_case WHERE case_id = c.id)
            OR EXISTS (SELECT 1 FROM closed_case WHERE case_id = c.id))
        """
}
