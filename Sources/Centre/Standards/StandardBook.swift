internal import Domain
internal import SQLite
internal import Synchronization

/// A standard that was adopted (vedtaget), and the day from which it is in force.
///
/// A class, because it is handed around for every case of a list and holds a whole standard; nothing in it changes.
final class AdoptedStandard: Sendable {
    let id: StandardID
    let inForceFrom: CalendarDay
    let standard: QualityStandard
    /// Who the pages speak for while it is in force.
    let profile: CentreProfile

    init(id: StandardID, inForceFrom: CalendarDay, standard: QualityStandard) {
        self.id = id
        self.inForceFrom = inForceFrom
        self.standard = standard
        profile = CentreProfile(standard)
    }
}

/// The standards this centre has adopted, oldest first. Which one is in force follows from the day; nothing is configured.
final class StandardBook: Sendable {
    private let adopted = Mutex<[AdoptedStandard]>([])

    /// Reads the book anew, after opening and after an adoption.
    func load(from db: borrowing Connection) throws {
        let read = try db.rows(StandardSQL.all.rawValue, []) { row in
            AdoptedStandard(
                id: StandardID(row.integer(0)), inForceFrom: try CalendarDay(stored: row.text(1)),
                standard: try QualityStandard(json: Array(row.text(2).utf8)))
        }
        adopted.withLock { $0 = read }
    }

    /// All of them, oldest first.
    var every: [AdoptedStandard] { adopted.withLock { $0 } }

    /// The standard in force on a day; before the first adoption, the first.
    func inForce(on day: CalendarDay) -> AdoptedStandard? {
        adopted.withLock { book in
            book.last { $0.inForceFrom <= day } ?? book.first
        }
    }

    /// The standard a case was opened under.
    func standard(_ id: StandardID?, on day: CalendarDay) -> AdoptedStandard? {
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
    static func adopt(
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

extension Centre {
    /// The clocks of a case on a day, under the standard it was opened with.
    func clocks(of file: CaseFile, on day: CalendarDay) throws -> [GuaranteeClock] {
        guard let adopted = standards.standard(file.ref.standard, on: day) else {
            throw OpeningFailure.noStandard
        }
        return guaranteeClocks(of: try file.history(), under: adopted.standard, on: day)
    }
}
