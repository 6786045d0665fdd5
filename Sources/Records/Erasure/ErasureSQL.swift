/// What erasing a case runs.
enum ErasureSQL: String, StatementList {
    case mark = "UPDATE care_case SET erased_at = ?1 WHERE id = ?2 AND erased_at IS NULL"
    case marked = "SELECT id, key_slot FROM care_case WHERE erased_at IS NOT NULL"
    case isLogged = """
        SELECT 1 FROM audit_subject_case s CROSS JOIN audit_entry e ON e.subject = s.subject_id
        WHERE s.case_id = ?1 AND e.action = 'case-erased' LIMIT 1
        """
    case unmarkedSlots = "SELECT id, key_slot FROM care_case WHERE erased_at IS NULL"

    static let walkingEverything: [ErasureSQL] = [.marked, .unmarkedSlots]
}
