/// What proving the rows reads and fills in, in everybody's tables. The columns stand in the order the proofs are made of.
enum ProofSQL: String, StatementList {
    // From the end: where anything was proven, that is found at once.
    case hasBegun = """
        SELECT 1 FROM audit_entry WHERE written IS NOT NULL ORDER BY seq DESC LIMIT 1
        """
    // A house is made with a proven standard: one that has no proof at all is older than proofs.
    case isOlder = """
        SELECT EXISTS (SELECT 1 FROM adopted_standard)
            AND NOT EXISTS (SELECT 1 FROM adopted_standard WHERE proof IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM staff WHERE proof IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM care_case WHERE proof IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM ledger_entry WHERE proof IS NOT NULL)
        """
    case standards = """
        SELECT id, in_force_from, standard, adopted_by, recorded_at, proof
        FROM adopted_standard ORDER BY id
        """
    case staff = """
        SELECT id, login, name, role, password, created_at, disabled_at, proof
        FROM staff ORDER BY login
        """
    case cases = """
        SELECT id, year, serial, key_slot, standard_id, opened_at, proof, erased_at IS NOT NULL
        FROM care_case ORDER BY year, serial
        """
    case entries = """
        SELECT id, case_id, position, type, happened_on, happened_at, facts, details, recorded_at,
            recorded_by, corrects, body, proof
        FROM ledger_entry WHERE case_id = ?1 ORDER BY position
        """
    case proveStandard = "UPDATE adopted_standard SET proof = ?2 WHERE id = ?1"
    case proveStaff = "UPDATE staff SET proof = ?2 WHERE id = ?1"
    case proveCase = "UPDATE care_case SET proof = ?2 WHERE id = ?1"
    case proveEntry = "UPDATE ledger_entry SET proof = ?2 WHERE id = ?1"
    case writtenCases = """
        SELECT s.case_id, e.written
        FROM audit_entry e JOIN audit_subject_case s ON s.subject_id = e.subject
        WHERE e.written IS NOT NULL ORDER BY e.seq
        """
    case writtenStaff = """
        SELECT about_staff, written FROM audit_entry
        WHERE about_staff IS NOT NULL AND written IS NOT NULL ORDER BY seq
        """
    case writtenStandards = """
        SELECT written FROM audit_entry
        WHERE subject IS NULL AND about_staff IS NULL AND written IS NOT NULL ORDER BY seq
        """
    case begunAt = "SELECT at FROM audit_entry WHERE action = 'rows-proven' ORDER BY seq LIMIT 1"
    case entriesBefore = "SELECT count(*) FROM ledger_entry WHERE recorded_at <= ?1"

    static let walkingEverything: [ProofSQL] = [
        .isOlder, .cases, .writtenCases, .writtenStaff, .writtenStandards, .entriesBefore,
    ]
}
