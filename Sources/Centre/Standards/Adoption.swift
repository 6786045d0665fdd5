public import Domain
internal import SQLite

/// Why a standard is not adopted.
public enum AdoptionRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is word for word the one that is in force on that day.
    case inForceAlready
    /// Another was adopted from a later day; the order of adoption is the order of days.
    case beforeTheLatest(CalendarDay)

    /// One sentence for whoever typed the command.
    public var description: String {
        switch self {
        case .inForceAlready: "This standard, word for word, is in force on that day already."
        case .beforeTheLatest(let day):
            "The latest standard is adopted from \(day.isoText); a new one cannot begin before it."
        }
    }
}

extension Centre {
    /// Adopts a standard (vedtager en kvalitetsstandard) from a day on. Cases that are open keep the standard they were
    /// opened under; a server that has the folder does it, if there is one, and needs no restart.
    ///
    /// - Parameters:
    ///   - json: the profile, whole.
    ///   - day: the first day it is in force; nil is today.
    /// - Returns: the first day it is in force.
    /// - Throws: `StandardFaults` for a file that is no standard, ``AdoptionRefusal``, or the database's own error.
    public func adopt(_ json: [UInt8], from day: CalendarDay? = nil) throws -> CalendarDay {
        let day = day ?? clock.today
        let text = String(decoding: json, as: UTF8.self)
        try byServer("standard-adopt", day.isoText, text) { try adoptHere(text, from: day) }
        return day
    }

    func adoptHere(_ text: String, from day: CalendarDay) throws {
        _ = try QualityStandard(json: Array(text.utf8))
        let (audit, vault, now) = (audit, vault, clock.now)
        try writer.perform { db in
            let book = StandardBook()
            try book.load(from: db)
            if let latest = book.every.last?.inForceFrom, day < latest {
                throw AdoptionRefusal.beforeTheLatest(latest)
            }
            let inForce = try db.firstRow(StandardSQL.newestText, []) { $0.text(0) }
            guard inForce != text else { throw AdoptionRefusal.inForceAlready }
            let row = try StandardBook.adopt(
                text, from: day, by: nil, at: now, with: vault, in: db)
            try audit.record(.standardAdopted, by: .system, writing: row, at: now, in: db)
        }
        // Read when it is on disk: an adoption that was rolled back was never in force.
        let standards = standards
        try writer.perform { db in try standards.load(from: db) }
    }
}
