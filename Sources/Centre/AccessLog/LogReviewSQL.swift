internal import Records

/// What those who look through the access log ask of the database.
enum LogReviewSQL: String, StatementList {
    case bounds = "SELECT (SELECT min(seq) FROM audit_entry), (SELECT max(seq) FROM audit_entry)"
    case instant = "SELECT at FROM audit_entry WHERE seq = ?1"
    case lines = """
        SELECT seq, at, actor, role, session, action, subject, reason, about_staff
        FROM audit_entry
        WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq DESC LIMIT ?3
        """
    case linesOfActor = """
        SELECT seq, at, actor, role, session, action, subject, reason, about_staff
        FROM audit_entry
        WHERE actor = ?4 AND seq BETWEEN ?1 AND ?2 ORDER BY seq DESC LIMIT ?3
        """
    // CROSS JOIN: from the sets the case is in to the lines about them.
    case linesOfCase = """
        SELECT e.seq, e.at, e.actor, e.role, e.session, e.action, e.subject, e.reason,
            e.about_staff
        FROM audit_subject_case c CROSS JOIN audit_entry e ON e.subject = c.subject_id
        WHERE c.case_id = ?4 AND e.seq BETWEEN ?1 AND ?2 ORDER BY e.seq DESC LIMIT ?3
        """
    case casesOfSubject = """
        SELECT c.year, c.serial FROM audit_subject_case s CROSS JOIN care_case c ON c.id = s.case_id
        WHERE s.subject_id = ?1 LIMIT ?2
        """
    case onlyCase = """
        SELECT c.id, c.year, c.serial, c.key_slot, c.standard_id
        FROM audit_subject_case s CROSS JOIN care_case c ON c.id = s.case_id
        WHERE s.subject_id = ?1 AND c.erased_at IS NULL LIMIT 2
        """
    // When somebody first wrote in a case or became responsible for it. The plus: a case has a few entries, a member
    // of staff has thousands.
    case firstAct = """
        SELECT min(recorded_at) FROM ledger_entry
        WHERE case_id = ?1 AND (+recorded_by = ?2
            OR type = 'responsible' AND facts ->> 'staff' = CAST(?2 AS TEXT))
        """
    case caseCount = "SELECT count(*) FROM audit_subject_case WHERE subject_id = ?1"
    case caseByNumber = "SELECT id FROM care_case WHERE year = ?1 AND serial = ?2"
    case draw = """
        INSERT INTO log_sample (id, made_by, made_at, first_on, last_on) VALUES (?1, ?2, ?3, ?4, ?5)
        """
    case drawLine = "INSERT INTO log_sample_entry (sample_id, seq) VALUES (?1, ?2)"
    case judge = """
        UPDATE log_sample_entry SET judgement = ?3, judged_by = ?4, judged_at = ?5
        WHERE sample_id = ?1 AND seq = ?2
        """
    case sign = """
        UPDATE log_sample SET signed_by = ?2, signed_at = ?3 WHERE id = ?1 AND signed_at IS NULL
        """
    case sample = """
        SELECT id, made_by, made_at, first_on, last_on, signed_by, signed_at
        FROM log_sample WHERE id = ?1
        """
    case samples = """
        SELECT id, made_by, made_at, first_on, last_on, signed_by, signed_at
        FROM log_sample WHERE made_at > '' ORDER BY made_at DESC LIMIT ?1
        """
    case sampleLines = """
        SELECT e.seq, e.at, e.actor, e.role, e.session, e.action, e.subject, e.reason,
            e.about_staff, s.judgement
        FROM log_sample_entry s CROSS JOIN audit_entry e ON e.seq = s.seq
        WHERE s.sample_id = ?1 ORDER BY s.seq
        """
}
