/// The statements that tie a database to its key.
enum VaultSQL: String, StatementList {
    case keep = """
        INSERT INTO vault_check (id, value) VALUES (1, ?1) ON CONFLICT (id) DO NOTHING
        """
    case kept = """
        SELECT value FROM vault_check WHERE id = 1
        """
}
