/// Every statement the audit room may run.
enum AuditSQL: String, StatementList {
    case last = """
        SELECT seq, chain FROM audit_entry ORDER BY seq DESC LIMIT 1
        """
    case link = """
        SELECT chain FROM audit_entry WHERE seq = ?1
        """
    case append = """
        INSERT INTO audit_entry
            (seq, at, actor, role, session, action, subject, about_staff, reason, written, chain)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """
    // What a house is stands at the beginning of its log.
    case early = """
        SELECT 1 FROM audit_entry WHERE seq <= 20 AND action = ?1
        """
    case subject = """
        SELECT id FROM audit_subject WHERE digest = ?1
        """
    case addSubject = """
        INSERT INTO audit_subject (digest) VALUES (?1)
        """
    case addSubjectCase = """
        INSERT INTO audit_subject_case (case_id, subject_id) VALUES (?1, ?2)
        """
    case allWithSubject = """
        SELECT e.seq, e.at, e.actor, e.role, e.session, e.action, s.digest, e.reason, e.chain,
            e.about_staff, e.written
        FROM audit_entry e LEFT JOIN audit_subject s ON s.id = e.subject
        ORDER BY e.seq
        """
    // As a backup from before the sixth migration has it.
    case allWithSubjectOfOld = """
        SELECT e.seq, e.at, e.actor, e.role, e.session, e.action, s.digest, e.reason, e.chain,
            NULL, NULL
        FROM audit_entry e LEFT JOIN audit_subject s ON s.id = e.subject
        ORDER BY e.seq
        """
    case everySubject = """
        SELECT s.id, s.digest, c.case_id
        FROM audit_subject s LEFT JOIN audit_subject_case c ON c.subject_id = s.id
        ORDER BY s.id
        """
    case head = """
        SELECT count(*), coalesce(max(seq), 0) FROM audit_entry
        """

    static let walkingEverything: [AuditSQL] = [
        .allWithSubject, .allWithSubjectOfOld, .everySubject,
    ]
}
