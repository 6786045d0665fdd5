extension Connection {
    /// The tables of the schema, SQLite's own excepted.
    package borrowing func tableNames() throws -> [String] {
        try rows(CatalogueSQL.tables, []) { $0.text(0) }
    }

    /// A table's columns in their order.
    package borrowing func columnNames(of table: String) throws -> [String] {
        try columns(of: table).map(\.name)
    }

    /// A table's columns in their order, each with its declared type.
    package borrowing func columns(of table: String) throws -> [(name: String, type: String)] {
        try rows(CatalogueSQL.columns, [.text(table)]) { row in
            (name: row.text(0), type: row.text(1))
        }
    }

    /// How many rows each table has.
    package borrowing func rowCounts() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in try tableNames() {
            counts[table] = try firstRow(CatalogueSQL.count(table), []) { $0.int(0) } ?? 0
        }
        return counts
    }

    /// Walks every row of a table in the order of its first columns, for exports.
    package borrowing func forEachRow<E: Error>(
        ofTable table: String, _ body: (borrowing Row) throws(E) -> Void
    ) throws {
        let sql = CatalogueSQL.everything(table, columnCount: try columns(of: table).count)
        try forEachRow(sql, [], body)
    }

    /// Puts a whole row into a table, for imports.
    package borrowing func insertRow(
        _ values: [SQLiteValue], intoTable table: String
    ) throws(SQLiteError) {
        try run(CatalogueSQL.insert(table, count: values.count), values)
    }

    /// Takes every row out of a table, for imports.
    package borrowing func emptyTable(_ table: String) throws(SQLiteError) {
        try run(CatalogueSQL.empty(table))
    }

    /// Runs `body` without looking at references until its end, when all of them must be whole.
    package borrowing func withoutForeignKeys(_ body: () throws -> Void) throws {
        try run("PRAGMA foreign_keys = OFF")
        defer { try? run("PRAGMA foreign_keys = ON") }
        try body()
    }
}
