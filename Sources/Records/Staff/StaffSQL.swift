/// Every statement the staff room may run.
enum StaffSQL: String, StatementList {
    case add = """
        INSERT INTO staff (id, login, name, role, password, created_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """
    // All of a row that its proof is over, the proof, and the one that the log names last.
    case all = """
        SELECT id, login, name, role, password, created_at, disabled_at, proof,
            (SELECT e.written FROM audit_entry e WHERE e.about_staff = staff.id
                AND e.written IS NOT NULL ORDER BY e.seq DESC LIMIT 1)
        FROM staff ORDER BY login
        """
    case byLogin = """
        SELECT id, login, name, role, password, created_at, disabled_at, proof,
            (SELECT e.written FROM audit_entry e WHERE e.about_staff = staff.id
                AND e.written IS NOT NULL ORDER BY e.seq DESC LIMIT 1)
        FROM staff WHERE login = ?1
        """
    case disable = """
        UPDATE staff SET disabled_at = ?2 WHERE login = ?1
        """
    /// All of a row that its proof is over.
    case row = """
        SELECT id, login, name, role, password, created_at, disabled_at FROM staff WHERE login = ?1
        """
    case lastLogin = """
        SELECT l.at, (SELECT count(*) FROM audit_entry f WHERE f.actor = ?1 AND f.seq > l.seq
            AND f.action = 'login-failed')
        FROM audit_entry l WHERE l.actor = ?1 AND l.action = 'logged-in'
        ORDER BY l.seq DESC LIMIT 1
        """
    case prove = """
        UPDATE staff SET proof = ?2 WHERE id = ?1
        """
    case setPassword = """
        UPDATE staff SET password = ?2 WHERE login = ?1
        """

    /// How many columns `row` has.
    package static let columnCount = 7
}
