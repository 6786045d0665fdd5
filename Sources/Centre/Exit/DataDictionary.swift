internal import SQLite

/// What every column means and how private it is, read from where it is said: the migrations.
struct DataDictionary: Sendable {
    /// One column's words.
    struct Meaning: Equatable, Sendable {
        /// public, case or personal.
        let sensitivity: String
        let words: String
    }

    private var meanings: [String: Meaning] = [:]

    /// Reads the comment behind each column: `name TEXT NOT NULL, -- public: what it means`.
    init(_ migrations: [Migration]) {
        for migration in migrations {
            var table = ""
            for line in migration.sql.split(separator: "\n") {
                let words = line.split(whereSeparator: { $0 == " " || $0 == "(" })
                let begins = words.prefix(2).map { $0.lowercased() }
                if begins == ["create", "table"], words.count > 2 {
                    table = String(words[2])
                } else if begins == ["alter", "table"], words.count > 5 {
                    note(line, column: words[5], of: String(words[2]))
                } else if let column = words.first, column != ")" {
                    note(line, column: column, of: table)
                }
            }
        }
        // The migrator's own table is made before the first migration.
        for column in ["number", "name", "digest", "applied_at"] {
            meanings["\(Migrator.receiptTable).\(column)"] = Meaning(
                sensitivity: "public", words: "which migrations this database has had")
        }
    }

    /// The words for a column; nil where nobody has said.
    func meaning(of column: String, in table: String) -> Meaning? {
        meanings["\(table).\(column)"]
    }

    private mutating func note(_ line: Substring, column: Substring, of table: String) {
        guard let start = line.firstRange(of: "-- "), !line.hasPrefix("--") else { return }
        let comment = line[start.upperBound...]
        let parts = comment.split(separator: ":", maxSplits: 1)
        guard let sensitivity = parts.first,
            ["public", "case", "personal"].contains(sensitivity)
        else { return }
        let words = parts.count > 1 ? String(parts[1]).trimmed : ""
        meanings["\(table).\(column)"] = Meaning(
            sensitivity: String(sensitivity), words: words)
    }
}
