/// What erasing a case runs.
enum ErasureSQL: String, StatementList {
    case mark = "UPDATE care_case SET erased_at = ?1 WHERE id = ?2 AND erased_at IS NULL"
    // The columns that a proof is over, in their order, and the proof.
    case marked = """
        SELECT id, year, serial, key_slot, standard_id, opened_at, proof FROM care_case
        WHERE erased_at IS NOT NULL
        """
    case caseRow = """
        SELECT id, year, serial, key_slot, standard_id, opened_at, proof FROM care_case WHERE id = ?1
        """
    // CROSS JOIN: from the case to the entries that name it.
    case erasingEntries = """
        SELECT e.seq, e.at, e.actor, e.role, e.session, e.action, s.digest, e.reason, e.about_staff,
            e.written, e.subject, e.chain, (SELECT p.chain FROM audit_entry p WHERE p.seq = e.seq - 1)
        FROM audit_subject_case c CROSS JOIN audit_entry e ON e.subject = c.subject_id
        JOIN audit_subject s ON s.id = e.subject
        WHERE c.case_id = ?1 AND e.action = 'case-erased'
        """
    case casesOfSubject = "SELECT case_id FROM audit_subject_case WHERE subject_id = ?1"
    case unmarkedSlots = "SELECT id, key_slot FROM care_case WHERE erased_at IS NULL"

    static let walkingEverything: [ErasureSQL] = [.marked, .unmarkedSlots]
}
