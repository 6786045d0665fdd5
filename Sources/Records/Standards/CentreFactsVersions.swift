package import Domain
package import SQLite

/// One version of the centre's own facts: what it said, from when, by whom.
package struct CentreFactsVersion: Sendable {
    /// Counted from 1.
    package let id: Int64
    package let facts: CentreFacts
    package let madeBy: StaffID?
    package let madeAt: Instant
}

extension StandardBook {
    /// Writes a new version of the centre's own facts. The caller loads the book anew once it is on disk.
    ///
    /// - Returns: its number.
    @discardableResult
    package static func keep(
        _ facts: CentreFacts, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws -> Int64 {
        try db.run(
            StandardSQL.keepFacts,
            [
                .text(JSONWriter.text(.object(facts.json))), SQLiteValue(actor.staff?.rawValue),
                .text(now.rfc3339),
            ])
        return try db.firstRow(StandardSQL.newestFactsID) { $0.integer(0) } ?? 0
    }

    /// Every version, newest first.
    package static func versions(in db: borrowing Connection) throws -> [CentreFactsVersion] {
        try db.rows(StandardSQL.factsVersions.rawValue) { try version($0) }
    }

    /// The version that counts; nil before anybody has written one.
    static func newestVersion(in db: borrowing Connection) throws -> CentreFactsVersion? {
        try db.firstRow(StandardSQL.newestFacts.rawValue) { try version($0) }
    }

    private static func version(_ row: borrowing Row) throws -> CentreFactsVersion {
        CentreFactsVersion(
            id: row.integer(0),
            facts: try CentreFacts(try JSONReader.read(row.text(1)).object ?? JSONObject()),
            madeBy: row.integerOrNil(2).map { StaffID($0) },
            madeAt: try Instant(stored: row.text(3)))
    }
}
