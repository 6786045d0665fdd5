internal import Records

/// Every statement the intake room may run.
enum IntakeSQL: String, StatementList {
    case keepDraft = """
        INSERT INTO draft (id, body, expires_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (id) DO UPDATE SET body = excluded.body, expires_at = excluded.expires_at
        """
    case draft = """
        SELECT body FROM draft WHERE id = ?1 AND expires_at > ?2
        """
    case deleteDraft = """
        DELETE FROM draft WHERE id = ?1
        """
    case deleteExpiredDrafts = """
        DELETE FROM draft WHERE expires_at <= ?1
        """
    case keepCode = """
        INSERT INTO receipt_code (digest, case_id, made_at, key_slot) VALUES (?1, ?2, ?3, ?4)
        """
    case caseBehindCode = """
        SELECT case_id FROM receipt_code WHERE digest = ?1 AND key_slot = ?2
        """
    case liveKeys = """
        SELECT key_slot FROM lookup_key WHERE retired_at IS NULL ORDER BY key_slot DESC
        """
    case addKey = """
        INSERT INTO lookup_key (key_slot, made_at) VALUES (?1, ?2)
        """
    case codesUnderOtherKeys = """
        SELECT digest, key_slot FROM receipt_code WHERE key_slot < ?1 LIMIT ?2
        """
    case moveCode = """
        UPDATE receipt_code SET digest = ?1, key_slot = ?2 WHERE digest = ?3
        """
    case retireKeys = """
        UPDATE lookup_key SET retired_at = ?1 WHERE key_slot < ?2 AND retired_at IS NULL
        """
    case everyCode = """
        SELECT c.digest, c.key_slot, k.retired_at IS NULL AND k.key_slot IS NOT NULL
        FROM receipt_code c LEFT JOIN lookup_key k ON k.key_slot = c.key_slot
        """

    static let walkingEverything: [IntakeSQL] = [.everyCode]
}
