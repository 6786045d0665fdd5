package import Domain
package import SQLite
internal import Synchronization

/// A standard that was adopted (vedtaget), and the day from which it is in force.
///
/// A class, because it is handed around for every case of a list and holds a whole standard; nothing in it changes.
package final class AdoptedStandard: Sendable {
    package let id: StandardID
    package let inForceFrom: CalendarDay
    package let standard: QualityStandard
    /// Who the pages speak for while it is in force.
    package let profile: CentreProfile

    /// - Parameter facts: what the centre says of itself today, whatever the standard.
    package init(
        id: StandardID, inForceFrom: CalendarDay, standard: QualityStandard, facts: CentreFacts?
    ) {
        self.id = id
        self.inForceFrom = inForceFrom
        self.standard = standard
        profile = CentreProfile(standard).saying(facts)
    }
}

/// The standards this centre has adopted, oldest first. Which one is in force follows from the day; nothing is configured.
package final class StandardBook: Sendable {
    private let adopted = Mutex<[AdoptedStandard]>([])
    private let kept = Mutex<CentreFactsVersion?>(nil)

    /// Reads the book anew, after opening, after an adoption, and after the centre has changed what it says of itself.
    package func load(from db: borrowing Connection) throws {
        let version = try Self.newestVersion(in: db)
        let read = try db.rows(StandardSQL.all.rawValue, []) { row in
            AdoptedStandard(
                id: StandardID(row.integer(0)), inForceFrom: try CalendarDay(stored: row.text(1)),
                standard: try QualityStandard(json: Array(row.text(2).utf8)),
                facts: version?.facts)
        }
        adopted.withLock { $0 = read }
        kept.withLock { $0 = version }
    }

    /// Which version of the centre's own facts counts; 0 before anybody has written one.
    package var factsVersion: Int64 { kept.withLock { $0?.id ?? 0 } }

    /// What the centre says of itself: what was written, else what its standard knows.
    package func facts(on day: CalendarDay) -> CentreFacts {
        kept.withLock { $0?.facts } ?? CentreFacts(inForce(on: day)?.profile ?? .demonstration)
    }

    /// All of them, oldest first.
    package var every: [AdoptedStandard] { adopted.withLock { $0 } }

    /// The standard in force on a day; before the first adoption, the first.
    package func inForce(on day: CalendarDay) -> AdoptedStandard? {
        adopted.withLock { book in
            book.last { $0.inForceFrom <= day } ?? book.first
        }
    }

    /// The standard a case was opened under.
    package func standard(_ id: StandardID?, on day: CalendarDay) -> AdoptedStandard? {
        guard let id, let kept = adopted.withLock({ book in book.first { $0.id == id } }) else {
            return inForce(on: day)
        }
        return kept
    }

    /// Writes an adoption. The caller loads the book anew once it is on disk.
    ///
    /// - Parameters:
    ///   - json: the profile, whole; it was read by ``QualityStandard`` before.
    ///   - vault: proves the row.
    @discardableResult
    package static func adopt(
        _ json: String, from day: CalendarDay, by staff: StaffID?, at now: Instant,
        with vault: Vault, in db: borrowing Connection
    ) throws -> WrittenRow {
        let row: [SQLiteValue] = [
            .text(day.isoText), .text(json), SQLiteValue(staff?.rawValue), .text(now.rfc3339),
        ]
        try db.run(StandardSQL.adopt, row)
        let id = SQLiteValue.integer(
            try db.firstRow(StandardSQL.newestID) { $0.integer(0) } ?? 0)
        let proof = vault.proof(of: "adopted_standard", [id] + row)
        try db.run(StandardSQL.prove, [id, .blob(proof)])
        return WrittenRow(proof: proof)
    }
}

extension StandardBook {
    /// The standard in force on a day.
    ///
    /// - Throws: ``OpeningError/noStandard``, which no house that opened meets.
    package func required(on day: CalendarDay) throws(OpeningError) -> AdoptedStandard {
        guard let standard = inForce(on: day) else { throw .noStandard }
        return standard
    }

    /// The standard a case was opened under.
    ///
    /// - Throws: ``OpeningError/noStandard``, which no house that opened meets.
    package func required(for ref: CaseRef, on day: CalendarDay) throws(OpeningError)
        -> AdoptedStandard
    {
        guard let standard = standard(ref.standard, on: day) else { throw .noStandard }
        return standard
    }

    /// The clocks of a case on a day, under the standard it was opened with.
    package func clocks(
        of file: CaseFile, on day: CalendarDay
    ) throws(OpeningError) -> [GuaranteeClock] {
        guaranteeClocks(
            of: file.history(), under: try required(for: file.ref, on: day).standard, on: day)
    }
}
