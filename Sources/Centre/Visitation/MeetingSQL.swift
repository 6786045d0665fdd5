internal import Records

/// Every statement on the visitation meetings.
enum MeetingSQL: String, StatementList {
    case call = """
        INSERT INTO visitation_meeting (id, body, held_on, starts_at, called_by, called_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """
    case meeting = """
        SELECT id, body, held_on, starts_at, begun_at, closed_at FROM visitation_meeting WHERE id = ?1
        """
    case coming = """
        SELECT id, body, held_on, starts_at, begun_at, closed_at FROM visitation_meeting
        WHERE held_on >= ?1 ORDER BY held_on, starts_at, id LIMIT 60
        """
    case held = """
        SELECT id, body, held_on, starts_at, begun_at, closed_at FROM visitation_meeting
        WHERE held_on < ?1 ORDER BY held_on DESC, starts_at DESC, id LIMIT 30
        """
    case begin = """
        UPDATE visitation_meeting SET begun_at = ?2 WHERE id = ?1 AND begun_at IS NULL
        """
    case close = """
        UPDATE visitation_meeting SET closed_at = ?2
        WHERE id = ?1 AND begun_at IS NOT NULL AND closed_at IS NULL
        """
    // CROSS JOIN: from the points of that day to their cases.
    case points = """
        SELECT c.id, c.year, c.serial, c.key_slot, c.standard_id
        FROM ledger_entry e CROSS JOIN care_case c ON c.id = e.case_id
        WHERE e.type = 'on-agenda' AND e.happened_on = ?1
            AND json_extract(e.facts, '$.meeting') = ?2 AND c.erased_at IS NULL
        ORDER BY e.recorded_at, c.year, c.serial
        """
}
