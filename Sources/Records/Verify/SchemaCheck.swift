package import SQLite

/// Holds the schema against the one that the migrations make: a trigger that is gone lets rows be changed, and a table
/// or an index that is not ours was put there.
package struct SchemaCheck {
    package let migrator: Migrator

    /// What is missing, different or strange, each by its name.
    package func faults(_ db: borrowing Connection) throws -> [String] {
        let pattern = try Connection(path: ":memory:", .readWrite)
        try migrator.apply(to: pattern, at: "")
        var found = try Self.objects(db)
        var faults: [String] = []
        for (name, sql) in try Self.objects(pattern).sorted(by: { $0.key < $1.key }) {
            switch found.removeValue(forKey: name) {
            case sql: break
            case nil: faults.append("\(name) is missing")
            default: faults.append("\(name) is not as the migrations make it")
            }
        }
        return faults + found.keys.sorted().map { "\($0) is made by no migration" }
    }

    /// By kind and name, `trigger ledger_entry_is_never_changed`.
    private static func objects(_ db: borrowing Connection) throws -> [String: String] {
        var objects: [String: String] = [:]
        try db.forEachRow(VerifySQL.schema) { row in
            objects["\(row.text(0)) \(row.text(1))"] = row.text(2)
        }
        return objects
    }
}
