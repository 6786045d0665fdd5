/// What an import under new keys reads of the old rows.
enum ExitSQL: String, StatementList {
    // In the order their proofs are made in; the columns as the table has them.
    case ledgers = """
        SELECT id, case_id, position, type, happened_on, happened_at, facts, details, recorded_at,
            recorded_by, corrects, body, proof
        FROM ledger_entry ORDER BY case_id, position
        """
    case caseSlots = """
        SELECT id, key_slot, erased_at IS NOT NULL FROM care_case
        """

    static let walkingEverything: [ExitSQL] = [.ledgers, .caseSlots]
}
