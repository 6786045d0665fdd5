package import SQLite

extension Vault {
    /// Tells the vault which keys the database uses, and refuses a key store that lacks some of them. A backup of an
    /// older house may lack some of the tables.
    package func checkSlots(of tables: [RecordTable], in db: borrowing Connection) throws {
        for table in tables {
            // A backup of an older house may lack the table, or the column.
            guard let column = table.slotColumn, let highest = TableSQL(table).highestSlot,
                try db.columnNames(of: "\(table.name)").contains("\(column)")
            else { continue }
            try slotsAreUsed(upTo: try db.firstRow(highest) { $0.integer(0) } ?? 0)
        }
    }
}
