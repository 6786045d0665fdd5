internal import SQLite

/// How far the audit log has come: stands on a report, so that the state it was made from can be found again.
struct AuditHead: Hashable, Sendable, CustomStringConvertible {
    let count: Int64
    /// The first eight bytes of the latest link.
    let link: String

    /// `1207/9f3c…`
    var description: String { "\(count)/\(link)" }
}

extension AuditLog {
    /// The latest link.
    func head(in db: borrowing Connection) throws -> AuditHead {
        let last = try db.firstRow(AuditSQL.last.rawValue, []) { row in
            AuditHead(
                count: row.integer(0),
                link: row.blob(1).prefix(8).map {
                    String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
                }.joined())
        }
        return last ?? AuditHead(count: 0, link: "-")
    }
}
