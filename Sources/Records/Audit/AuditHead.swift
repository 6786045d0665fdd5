package import SQLite

extension AuditLog {
    /// The latest link: stands on a report, so that the state it was made from can be found again.
    package func head(in db: borrowing Connection) throws -> ChainAnchor.Head {
        try db.firstRow(AuditSQL.last.rawValue, []) { row in
            ChainAnchor.Head(seq: row.integer(0), chain: row.blob(1))
        } ?? ChainAnchor.Head(seq: 0, chain: [])
    }
}
