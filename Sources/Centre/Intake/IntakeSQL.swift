/// Every statement the intake room may run.
enum IntakeSQL: String, CaseIterable {
    case keepDraft = """
        INSERT INTO draft (id, body, expires_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (id) DO UPDATE SET body = excluded.body, expires_at = excluded.expires_at
        """
    case draft = """
        SELECT body FROM draft WHERE id = ?1 AND expires_at > ?2
        """
    case forgetDraft = """
        DELETE FROM draft WHERE id = ?1
        """
    case forgetDeadDrafts = """
        DELETE FROM draft WHERE expires_at <= ?1
        """
    case keepCode = """
        INSERT INTO receipt_code (digest, case_id, made_at) VALUES (?1, ?2, ?3)
        """
    case caseBehindCode = """
        SELECT case_id FROM receipt_code WHERE digest = ?1
        """
}
