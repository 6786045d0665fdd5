import SQLite
import Testing

@Suite("The migrator")
struct MigratorTests {
    let folder: Folder
    let instant = "2026-01-05T08:00:00Z"

    init() throws {
        folder = try Folder()
    }

    /// The database compares digests and makes none, so that the text itself will do.
    func migration(_ number: Int, _ sql: String) -> Migration {
        Migration(number: number, name: "step-\(number)", sql: sql, digest: sql)
    }

    var first: Migration {
        migration(
            1,
            """
            CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
            CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (id)) STRICT;
            CREATE TRIGGER no_change BEFORE UPDATE ON parent BEGIN
                SELECT raise(ABORT, 'parents do not change');
            END;
            -- the end
            """)
    }

    var second: Migration { migration(2, "ALTER TABLE parent ADD COLUMN name TEXT") }

    func database() throws -> Connection {
        try Connection(path: folder.file("house.sqlite"), .create)
    }

    @Test("applies what is lacking, once, and remembers it")
    func applies() throws {
        let db = try database()
        #expect(try Migrator(migrations: [first]).apply(to: db, at: instant).count == 1)
        let both = Migrator(migrations: [first, second])
        #expect(try both.status(of: db).pending == [second])
        #expect(try both.apply(to: db, at: instant) == [second])
        #expect(try both.apply(to: db, at: instant) == [])
        #expect(try both.status(of: db).appliedNumber == 2)
        #expect(try db.firstRow("PRAGMA foreign_keys", []) { $0.flag(0) } == true)
    }

    @Test("refuses a database made with other migrations, or newer ones")
    func foreignDatabase() throws {
        let db = try database()
        try Migrator(migrations: [first, second]).apply(to: db, at: instant)
        #expect(throws: MigrationError.databaseIsNewer(number: 2, name: "step-2")) {
            try Migrator(migrations: [first]).apply(to: db, at: instant)
        }
        let other = migration(2, "SELECT 1")
        #expect(throws: MigrationError.appliedDiffers(number: 2, name: "step-2")) {
            try Migrator(migrations: [first, other]).apply(to: db, at: instant)
        }
        #expect(throws: MigrationError.outOfOrder(number: 2)) {
            try Migrator(migrations: [second]).apply(to: db, at: instant)
        }
    }

    @Test("a migration that fails leaves nothing of itself, and keeps those before it")
    func failing() throws {
        let db = try database()
        let bad = migration(2, "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE half (id)")
        let error = #expect(throws: MigrationError.self) {
            try Migrator(migrations: [first, bad]).apply(to: db, at: instant)
        }
        #expect("\(try #require(error))".hasPrefix("Migration 2 failed."))
        let tables = try db.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", []
        ) { $0.text(0) }
        #expect(tables == ["child", "migration_receipt", "parent"])
        #expect(try Migrator(migrations: [first, second]).apply(to: db, at: instant) == [second])
    }

    @Test("a migration may not leave rows that point to nothing, nor end its transaction")
    func brokenKeys() throws {
        let db = try database()
        let orphan = migration(2, "INSERT INTO child VALUES (7)")
        #expect(throws: MigrationError.foreignKeysBroken(number: 2, table: "child")) {
            try Migrator(migrations: [first, orphan]).apply(to: db, at: instant)
        }
        let ending = migration(2, "COMMIT")
        #expect(throws: MigrationError.endsItsTransaction(number: 2)) {
            try Migrator(migrations: [first, ending]).apply(to: db, at: instant)
        }
        #expect(try db.firstRow("SELECT count(*) FROM child", []) { $0.int(0) } == 0)
    }
}
