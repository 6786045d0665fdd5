/// What a backup asks of the database it is made of.
enum BackupSQL: String, StatementList {
    case schema = """
        SELECT number, digest FROM migration_receipt ORDER BY number DESC LIMIT 1
        """
    case chainHead = """
        SELECT seq, chain FROM audit_entry ORDER BY seq DESC LIMIT 1
        """
}
