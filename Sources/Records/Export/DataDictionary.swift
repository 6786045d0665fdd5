package import SQLite

/// What every column means, what form its values have, how private it is, who writes it and how long it is kept:
/// as the database says it of itself. Filled by the migrations, and nowhere else.
package struct DataDictionary: Sendable {
    /// One column's words.
    package struct Meaning: Equatable, Sendable {
        package let words: String
        /// Unit or form of a value.
        package let form: String
        /// public, case or personal.
        package let sensitivity: String
        /// Who or what writes it.
        package let source: String
        /// How long it stays, and what ends it.
        package let kept: String
    }

    private var meanings: [String: Meaning] = [:]

    /// Reads the dictionary of a database.
    package init(of db: borrowing Connection) throws {
        try db.forEachRow(DictionarySQL.everything, []) { row in
            meanings[Self.key(row.text(1), row.text(0))] = Meaning(
                words: row.text(2), form: row.text(3), sensitivity: row.text(4),
                source: row.text(5), kept: row.text(6))
        }
    }

    /// The words for a column; nil where nobody has said.
    package func meaning(of column: String, in table: String) -> Meaning? {
        meanings[Self.key(column, table)]
    }

    /// Every column it speaks of, as `table.column`.
    package var columns: Set<String> { Set(meanings.keys) }

    private static func key(_ column: String, _ table: String) -> String {
        "\(table).\(column)"
    }
}
