private import CSQLite

extension Connection {
    /// Copies the database as it is at one moment into a new file, while others go on writing.
    ///
    /// All pages go in one step: in WAL mode that keeps nobody from writing, and a copy made in
    /// several steps would begin anew at every write of another connection.
    public borrowing func backUp(to path: String) throws(SQLiteError) {
        let target = try Connection(path: path, .create)
        guard
            let backup = unsafe sqlite3_backup_init(target.handle, "main", handle, "main")
        else { throw SQLiteError(code: unsafe sqlite3_extended_errcode(target.handle)) }
        let code = unsafe sqlite3_backup_step(backup, -1)
        let finished = unsafe sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else { throw SQLiteError(code: code) }
        guard finished == SQLITE_OK else { throw SQLiteError(code: finished) }
    }

    /// Leaves the database as one file without a log beside it, for a copy that is put away.
    public borrowing func becomeSingleFile() throws(SQLiteError) {
        try run("PRAGMA journal_mode = DELETE")
    }

    /// What SQLite finds wrong with the file; empty when it is sound.
    public borrowing func integrityProblems() throws -> [String] {
        try rows("PRAGMA integrity_check(20)", []) { $0.text(0) }.filter { $0 != "ok" }
    }

    /// Tables with rows that point to nothing.
    public borrowing func foreignKeyProblems() throws -> [String] {
        Set(try rows("PRAGMA foreign_key_check", []) { $0.text(0) }).sorted()
    }

    /// The tables of the schema, SQLite's own excepted.
    public borrowing func tableNames() throws -> [String] {
        try rows(
            """
            SELECT name FROM sqlite_schema
            WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
            """, []
        ) { $0.text(0) }
    }

    /// A table's columns in their order.
    public borrowing func columnNames(of table: String) throws -> [String] {
        try columns(of: table).map(\.name)
    }

    /// A table's columns in their order, each with its declared type.
    public borrowing func columns(of table: String) throws -> [(name: String, type: String)] {
        try rows("SELECT name, type FROM pragma_table_info(?1)", [.text(table)]) { row in
            (name: row.text(0), type: row.text(1))
        }
    }

    /// How many rows each table has.
    public borrowing func rowCounts() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in try tableNames() {
            let sql = "SELECT count(*) FROM \(Self.quoted(table))"
            counts[table] = try firstRow(sql, []) { $0.int(0) } ?? 0
        }
        return counts
    }

    /// Walks every row of a table in the order of its first columns, for exports.
    public borrowing func forEachRow<E: Error>(
        ofTable table: String, _ body: (borrowing Row) throws(E) -> Void
    ) throws {
        let order = try columns(of: table).count > 1 ? "1, 2" : "1"
        try forEachRow("SELECT * FROM \(Self.quoted(table)) ORDER BY \(order)", [], body)
    }

    /// Puts a whole row into a table, for imports.
    public borrowing func insertRow(
        _ values: [SQLiteValue], intoTable table: String
    ) throws(SQLiteError) {
        let places = values.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        try run("INSERT INTO \(Self.quoted(table)) VALUES (\(places))", values)
    }

    /// Takes every row out of a table, for imports.
    public borrowing func emptyTable(_ table: String) throws(SQLiteError) {
        try run("DELETE FROM \(Self.quoted(table))")
    }

    /// Runs `body` without looking at references until its end, when all of them must be whole.
    public borrowing func withoutForeignKeys(_ body: () throws -> Void) throws {
        try run("PRAGMA foreign_keys = OFF")
        defer { try? run("PRAGMA foreign_keys = ON") }
        try body()
    }

    /// A name as SQL takes it, whatever it is made of.
    private static func quoted(_ name: String) -> String {
        "\""
            + name.split(separator: "\"", omittingEmptySubsequences: false).joined(
                separator: "\"\"")
            + "\""
    }
}
