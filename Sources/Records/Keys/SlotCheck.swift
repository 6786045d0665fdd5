package import SQLite

extension Vault {
    /// Tells the vault which keys the database uses, and refuses a key store that lacks some of them. A backup of an
    /// older house may lack some of the tables.
    package func checkSlots(of tables: [RecordTable], in db: borrowing Connection) throws {
        let existing = Set(try db.tableNames())
        for table in tables where existing.contains("\(table.name)") {
            guard let highest = TableSQL(table).highestSlot else { continue }
            try slotsAreUsed(upTo: try db.firstRow(highest) { $0.integer(0) } ?? 0)
        }
    }
}
