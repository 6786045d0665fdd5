internal import Records

/// What the list of complaints asks of the database.
enum ComplaintSQL: String, StatementList {
    case casesWithComplaints = """
        SELECT DISTINCT c.id, c.year, c.serial, c.key_slot, c.standard_id
        FROM ledger_entry e JOIN care_case c ON c.id = e.case_id
        WHERE e.type = 'complaint' AND c.erased_at IS NULL
        ORDER BY c.year DESC, c.serial DESC
        """
}
