/// Statements about tables that are only known when the program runs: backups and exports take
/// whatever the schema has, so that no table can be forgotten.
enum CatalogueSQL {
    static let tables = """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
        """
    static let columns = "SELECT name, type FROM pragma_table_info(?1)"

    static func count(_ table: String) -> String {
        "SELECT count(*) FROM \(quoted(table))"
    }

    static func everything(_ table: String, columnCount: Int) -> String {
        "SELECT * FROM \(quoted(table)) ORDER BY \(columnCount > 1 ? "1, 2" : "1")"
    }

    static func insert(_ table: String, count: Int) -> String {
        let places = (1...max(1, count)).map { "?\($0)" }.joined(separator: ", ")
        return "INSERT INTO \(quoted(table)) VALUES (\(places))"
    }

    static func empty(_ table: String) -> String {
        "DELETE FROM \(quoted(table))"
    }

    /// A name as SQL takes it, whatever it is made of.
    private static func quoted(_ name: String) -> String {
        "\""
            + name.split(separator: "\"", omittingEmptySubsequences: false).joined(
                separator: "\"\"")
            + "\""
    }
}
