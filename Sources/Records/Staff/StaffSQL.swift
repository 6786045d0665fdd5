/// Every statement the staff room may run.
enum StaffSQL: String, StatementList {
    case add = """
        INSERT INTO staff (id, login, name, role, password, created_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """
    case all = """
        SELECT id, login, name, role, disabled_at FROM staff ORDER BY login
        """
    case byLogin = """
        SELECT id, login, name, role, disabled_at, password FROM staff WHERE login = ?1
        """
    case disable = """
        UPDATE staff SET disabled_at = ?2 WHERE login = ?1
        """
    /// All of a row that its proof is over.
    case row = """
        SELECT id, login, name, role, password, created_at, disabled_at FROM staff WHERE login = ?1
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
