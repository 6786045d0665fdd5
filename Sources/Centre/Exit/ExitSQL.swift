/// What the exit export reads of other rooms' sealed columns.
enum ExitSQL: String, CaseIterable {
    case bodies = """
        SELECT e.id, c.key_slot, e.body FROM ledger_entry e JOIN care_case c ON c.id = e.case_id
        WHERE e.body IS NOT NULL ORDER BY e.id
        """
    // In the order their proofs are made in; the columns as the table has them.
    case ledgers = """
        SELECT id, case_id, position, type, happened_on, happened_at, facts, details, recorded_at,
            recorded_by, corrects, body, proof
        FROM ledger_entry ORDER BY case_id, position
        """
    case slots = """
        SELECT id, key_slot, erased_at IS NOT NULL FROM care_case
        UNION ALL SELECT 0, key_slot, 0 FROM lookup_key WHERE key_slot > 0
        """
    case reasons = """
        SELECT e.seq, c.key_slot, e.reason
        FROM audit_entry e
        JOIN audit_subject_case s ON s.subject_id = e.subject
        JOIN care_case c ON c.id = s.case_id
        WHERE e.reason IS NOT NULL AND c.erased_at IS NULL ORDER BY e.seq
        """
}
