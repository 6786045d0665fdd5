/// What `verify` reads of everybody's tables, to prove them.
enum VerifySQL: String, StatementList {
    case integrity = "PRAGMA integrity_check(20)"
    case schema = """
        SELECT type, name, coalesce(sql, '') FROM sqlite_schema
        WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name
        """
    case brokenLedgers = """
        SELECT c.year, c.serial FROM ledger_entry e JOIN care_case c ON c.id = e.case_id
        GROUP BY e.case_id HAVING min(e.position) <> 1 OR max(e.position) <> count(*)
        """
    case projections = "SELECT case_id, responsible, received_on FROM open_case"
    case closed = "SELECT case_id, last_on FROM closed_case"

    static let walkingEverything: [VerifySQL] = [.closed]
}
