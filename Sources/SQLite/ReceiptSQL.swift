/// The receipts' own table is made by the migrator, since it must exist before the first migration.
enum ReceiptSQL: String, CaseIterable {
    case create = """
        CREATE TABLE IF NOT EXISTS migration_receipt (
            number     INTEGER PRIMARY KEY,  -- public
            name       TEXT NOT NULL,        -- public
            digest     TEXT NOT NULL,        -- public: SHA-256 of the file
            applied_at TEXT NOT NULL         -- public: instant, UTC
        ) STRICT
        """
    case exists = """
        SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration_receipt'
        """
    case all = "SELECT number, name, digest FROM migration_receipt ORDER BY number"
    case insert = """
        INSERT INTO migration_receipt (number, name, digest, applied_at)
        VALUES (?1, ?2, ?3, ?4)
        """
    case brokenKeys = "PRAGMA foreign_key_check"
}
