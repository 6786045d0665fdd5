package import Domain
package import SQLite

/// Why a standard is not adopted.
package enum AdoptionRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is word for word the one that is in force on that day.
    case inForceAlready
    /// Another was adopted from a later day; the order of adoption is the order of days.
    case beforeTheLatest(CalendarDay)

    /// One sentence for whoever typed the command.
    package var description: String {
        switch self {
        case .inForceAlready: "This standard, word for word, is in force on that day already."
        case .beforeTheLatest(let day):
            "The latest standard is adopted from \(day.isoText); a new one cannot begin before it."
        }
    }
}

extension StandardBook {
    /// Writes an adoption that the order of days allows, with its entry in the log. The book is loaded anew by whoever
    /// asked, once it is on disk.
    ///
    /// - Throws: `StandardFaults` for a file that is no standard, ``AdoptionRefusal``, or the database's own error.
    package static func adopt(
        _ text: String, from day: CalendarDay, by actor: Actor, at now: Instant,
        _ audit: AuditLog, in db: borrowing Connection
    ) throws {
        _ = try QualityStandard(json: Array(text.utf8))
        let book = StandardBook()
        try book.load(from: db)
        if let latest = book.every.last?.inForceFrom, day < latest {
            throw AdoptionRefusal.beforeTheLatest(latest)
        }
        let inForce = try db.firstRow(StandardSQL.newestText, []) { $0.text(0) }
        guard inForce != text else { throw AdoptionRefusal.inForceAlready }
        let row = try adopt(
            text, from: day, by: actor.staff, at: now, with: audit.vault, in: db)
        try audit.record(.standardAdopted, by: actor, writing: row, at: now, in: db)
    }
}
