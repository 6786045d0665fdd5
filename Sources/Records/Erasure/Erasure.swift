package import SQLite

/// ErasureApproval a case: its rows go, its key is destroyed, and a receipt without content stays.
///
/// Rows and key lie in two places and cannot go in one act: the rows go first, and ``finish(in:)`` takes the key, at once
/// or when the house opens again. A restored older backup has the rows still and finds no key: ``replay(in:at:)`` takes
/// them. Which tables a case has rows in is what their rooms have declared.
package struct Erasure: Sendable {
    private let tables: [RecordTable]
    private let vault: Vault

    package init(tables: [RecordTable], vault: Vault) {
        self.tables = tables
        self.vault = vault
    }

    /// Takes the rows of a case; the key must follow as soon as this is on disk. A backup of an older house may lack some
    /// of the tables.
    ///
    /// - Returns: how many rows of each table went.
    @discardableResult
    package func takeRows(
        of caseID: Int64, at instant: String, in db: borrowing Connection
    ) throws -> RowCounts {
        // The ledger lets go of a case only after it is marked.
        try db.run(ErasureSQL.mark, [.text(instant), .integer(caseID)])
        var gone = RowCounts()
        let existing = Set(try db.tableNames())
        for table in tables.goingWithACase where existing.contains("\(table.name)") {
            guard let take = TableSQL(table).take else { continue }
            try db.run(take, [.integer(caseID)])
            gone["\(table.name)"] = db.changes
        }
        return gone
    }

    /// How many rows of each table would go.
    package func preview(of caseID: CaseID, in db: borrowing Connection) throws -> RowCounts {
        var counts = RowCounts()
        for table in tables.goingWithACase {
            guard let count = TableSQL(table).count else { continue }
            counts["\(table.name)"] =
                try db.firstRow(count, [.integer(caseID.rawValue)]) { $0.int(0) } ?? 0
        }
        return counts
    }

    /// Takes the keys of cases whose rows are gone: what a kill between the two acts left undone. A case that is marked
    /// without an entry of the log was marked by nobody of ours, and keeps its key.
    ///
    /// - Returns: how many keys.
    @discardableResult
    package func finish(in db: borrowing Connection) throws -> Int {
        var count = 0
        let marked = try db.rows(ErasureSQL.marked) { row in
            (id: row.integer(0), slot: KeySlot(rawValue: row.integer(1)))
        }
        for one in marked where try !vault.isErased(slot: one.slot) {
            guard try db.firstRow(ErasureSQL.isLogged, [.integer(one.id)], { _ in true }) != nil
            else { continue }
            try vault.erase(slot: one.slot)
            count += 1
        }
        return count
    }

    /// Teaches an older backup what was erased after it was made: takes the rows of every case
    /// whose key is gone.
    ///
    /// - Returns: how many cases.
    package func replay(in db: borrowing Connection, at instant: String) throws -> Int {
        let known = try db.rows(ErasureSQL.unmarkedSlots) { row in
            (id: row.integer(0), slot: KeySlot(rawValue: row.integer(1)))
        }
        var count = 0
        try db.transaction {
            for one in known where try vault.isErased(slot: one.slot) {
                try takeRows(of: one.id, at: instant, in: db)
                count += 1
            }
        }
        if count > 0 { _ = try db.truncateLog() }
        return count
    }
}

/// Rows by table.
package struct RowCounts: Hashable, Sendable {
    package private(set) var byTable: [String: Int] = [:]

    package init() {}

    package subscript(table: String) -> Int {
        get { byTable[table] ?? 0 }
        set { byTable[table] = newValue == 0 ? nil : newValue }
    }

    package var total: Int { byTable.values.reduce(0, +) }

    /// Table by table.
    package static func + (one: RowCounts, other: RowCounts) -> RowCounts {
        var sum = one
        for (table, count) in other.byTable { sum[table] += count }
        return sum
    }
}
