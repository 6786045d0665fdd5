internal import Records

/// What the list of what is due asks of the database, beside the open cases.
enum FollowUpSQL: String, StatementList {
    // CROSS JOIN: from those closed lately to their cases.
    case closedSince = """
        SELECT c.id, c.year, c.serial, c.key_slot, c.standard_id
        FROM closed_case k CROSS JOIN care_case c ON c.id = k.case_id
        WHERE k.last_on >= ?1 AND c.erased_at IS NULL
        """
}
