internal import Records

/// What the room asks of the general advice and teaching that was given.
enum AdviceSQL: String, StatementList {
    case add = """
        INSERT INTO advice_given (id, held_on, kind, audience, people, minutes, recorded_by, recorded_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """
    case find = """
        SELECT id, held_on, kind, audience, people, minutes, recorded_by, removed_at
        FROM advice_given WHERE id = ?1
        """
    case remove = """
        UPDATE advice_given SET removed_by = ?2, removed_at = ?3 WHERE id = ?1 AND removed_at IS NULL
        """
    case between = """
        SELECT id, held_on, kind, audience, people, minutes, recorded_by, removed_at
        FROM advice_given WHERE held_on BETWEEN ?1 AND ?2 AND removed_at IS NULL
        ORDER BY held_on DESC, id
        """
}
