/// Every statement the ledger may run.
enum LedgerSQL: String, StatementList {
    case nextSerial = """
        SELECT coalesce(max(serial), 0) + 1 FROM care_case WHERE year = ?1
        """
    case open = """
        INSERT INTO care_case (id, year, serial, key_slot, standard_id, opened_at, proof)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """
    case byNumber = """
        SELECT id, year, serial, key_slot, standard_id FROM care_case
        WHERE year = ?1 AND serial = ?2 AND erased_at IS NULL
        """
    case byID = """
        SELECT id, year, serial, key_slot, standard_id FROM care_case WHERE id = ?1 AND erased_at IS NULL
        """
    case end = """
        SELECT position, proof FROM ledger_entry WHERE case_id = ?1 ORDER BY position DESC LIMIT 1
        """
    case caseProof = """
        SELECT proof FROM care_case WHERE id = ?1
        """
    case append = """
        INSERT INTO ledger_entry (id, case_id, position, type, happened_on, happened_at, facts,
            details, recorded_at, recorded_by, corrects, body, proof)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """
    case entryExists = """
        SELECT case_id FROM ledger_entry WHERE id = ?1
        """
    case ledger = """
        SELECT id, position, type, happened_on, happened_at, facts, details, recorded_at,
            recorded_by, corrects, body, case_id
        FROM ledger_entry WHERE case_id = ?1 ORDER BY position
        """
    // CROSS JOIN is SQLite's word for "in this order": from the few open cases to what belongs to them. Left to itself it
    // may walk the whole table, closed cases and all, because that comes sorted.
    case openCases = """
        SELECT c.id, c.year, c.serial, c.key_slot, c.standard_id, o.responsible,
            (SELECT max(e.position) FROM ledger_entry e WHERE e.case_id = c.id)
        FROM open_case o CROSS JOIN care_case c ON c.id = o.case_id
        ORDER BY o.received_on, c.year, c.serial
        """
    case untaken = """
        SELECT count(*) FROM open_case WHERE responsible IS NULL
        """
    case openCase = """
        INSERT INTO open_case (case_id, responsible, received_on) VALUES (?1, ?2, ?3)
        ON CONFLICT (case_id) DO UPDATE
        SET responsible = excluded.responsible, received_on = excluded.received_on
        """
    case closeCase = """
        DELETE FROM open_case WHERE case_id = ?1
        """
    case keepClosed = """
        INSERT INTO closed_case (case_id, last_on) VALUES (?1, ?2)
        ON CONFLICT (case_id) DO UPDATE SET last_on = excluded.last_on
        """
    case closedOn = """
        SELECT last_on FROM closed_case WHERE case_id = ?1
        """
    case reopenCase = """
        DELETE FROM closed_case WHERE case_id = ?1
        """
    case receivedBetween = """
        SELECT DISTINCT c.id, c.year, c.serial, c.key_slot, c.standard_id
        FROM ledger_entry e JOIN care_case c ON c.id = e.case_id
        WHERE e.type IN ('enquiry', 'treatment-wish') AND e.happened_on BETWEEN ?1 AND ?2
            AND c.erased_at IS NULL
        ORDER BY c.year, c.serial
        """
    case count = """
        SELECT count(*) FROM care_case
        """
    case casesAfter = """
        SELECT id, year, serial, key_slot, standard_id FROM care_case
        WHERE id > ?1 AND erased_at IS NULL ORDER BY id LIMIT ?2
        """
    case person = """
        SELECT e.id, e.position, e.type, e.happened_on, e.happened_at, e.facts, e.details,
            e.recorded_at, e.recorded_by, e.corrects, e.body, e.case_id
        FROM ledger_entry e
        WHERE e.case_id = ?1 AND e.type = 'person'
            AND NOT EXISTS (
                SELECT 1 FROM ledger_entry r WHERE r.corrects = e.id AND r.case_id = e.case_id)
        ORDER BY e.position DESC LIMIT 1
        """
    case everyCase = """
        SELECT id, year, serial, key_slot, standard_id FROM care_case WHERE erased_at IS NULL
        ORDER BY year, serial
        """

    static let walkingEverything: [LedgerSQL] = [.count, .everyCase]
}
