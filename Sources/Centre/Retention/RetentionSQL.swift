internal import Records

/// What the page that erases cases asks of the database.
enum RetentionSQL: String, StatementList {
    // CROSS JOIN: from the old cases to what belongs to them.
    case oldCases = """
        SELECT c.id, c.year, c.serial, c.key_slot, c.standard_id, k.last_on,
            (SELECT max(e.position) FROM ledger_entry e WHERE e.case_id = c.id)
        FROM closed_case k CROSS JOIN care_case c ON c.id = k.case_id
        WHERE k.last_on <= ?1 AND (k.last_on, k.case_id) > (?2, ?3)
        ORDER BY k.last_on, k.case_id LIMIT ?4
        """
    case isWaiting = """
        SELECT r.id FROM erasure_request_case c CROSS JOIN erasure_request r ON r.id = c.request_id
        WHERE c.case_id = ?1 AND r.answer IS NULL
        """
    case ask = """
        INSERT INTO erasure_request (id, reason, asked_by, asked_at) VALUES (?1, ?2, ?3, ?4)
        """
    case askForCase = """
        INSERT INTO erasure_request_case (request_id, case_id, due_on) VALUES (?1, ?2, ?3)
        """
    case answer = """
        UPDATE erasure_request SET answer = ?2, answered_by = ?3, answered_at = ?4
        WHERE id = ?1 AND answer IS NULL
        """
    case keepReceipt = """
        INSERT INTO erasure_receipt (request_id, table_name, row_count) VALUES (?1, ?2, ?3)
        """
    case request = """
        SELECT id, reason, asked_by, asked_at, answer, answered_by, answered_at
        FROM erasure_request WHERE id = ?1
        """
    case waiting = """
        SELECT id, reason, asked_by, asked_at, answer, answered_by, answered_at
        FROM erasure_request WHERE answer IS NULL AND asked_at > '' ORDER BY asked_at LIMIT 100
        """
    case answered = """
        SELECT id, reason, asked_by, asked_at, answer, answered_by, answered_at
        FROM erasure_request WHERE answer IS NOT NULL AND answered_at > ''
        ORDER BY answered_at DESC LIMIT ?1
        """
    case casesOfRequest = """
        SELECT c.id, c.year, c.serial, c.key_slot, c.standard_id, q.due_on, c.erased_at
        FROM erasure_request_case q CROSS JOIN care_case c ON c.id = q.case_id
        WHERE q.request_id = ?1 ORDER BY q.due_on, c.year, c.serial
        """
    case receipt = """
        SELECT table_name, row_count FROM erasure_receipt WHERE request_id = ?1 ORDER BY table_name
        """
}
