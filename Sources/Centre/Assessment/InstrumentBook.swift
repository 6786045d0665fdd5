internal import Domain
internal import Records
internal import SQLite

// The invariants of the assessment room:
// - a form is data: those that are compiled in and those that the centre has added are scored by the same arithmetic;
// - an answer that is missing means no total, and a total keeps the edition it was read by;
// - what the citizen answers on the screen is written when she says so, once, in the name of whoever turned it.

/// A form the centre has added, and by whom.
struct OwnInstrument: Sendable {
    let instrument: Instrument
    let addedBy: StaffID
    let addedAt: Instant
}

/// Why a form is not added.
enum InstrumentRefusal: Error, Hashable, Sendable {
    /// The file has faults.
    case faults([JSONFault])
    /// The program or the centre has the same or a newer version of it.
    case notNewer(code: String, version: Int)
}

/// The forms that are in use: those compiled in, and those the centre has added. Of each code the newest version counts.
struct InstrumentBook: Sendable {
    /// The newest of each, the compiled-in ones first.
    func all(in db: borrowing Connection) throws -> [Instrument] {
        var newest = Instrument.shipped
        for own in try own(in: db).map(\.instrument) {
            if let place = newest.firstIndex(where: { $0.code == own.code }) {
                if own.version > newest[place].version { newest[place] = own }
            } else {
                newest.append(own)
            }
        }
        return newest
    }

    /// The newest of a code.
    func find(_ code: String, in db: borrowing Connection) throws -> Instrument? {
        try all(in: db).first { $0.code.utf8.elementsEqual(code.utf8) }
    }

    /// The very version somebody has begun to answer.
    func find(
        _ code: String, version: Int, in db: borrowing Connection
    ) throws -> Instrument? {
        try (own(in: db).map(\.instrument) + Instrument.shipped).first {
            $0.version == version && $0.code.utf8.elementsEqual(code.utf8)
        }
    }

    /// Every version the centre has added, by code.
    func own(in db: borrowing Connection) throws -> [OwnInstrument] {
        try db.rows(InstrumentSQL.all.rawValue, []) { row in
            guard let instrument = try? Instrument(json: Array(row.text(0).utf8)) else {
                throw StoredValueError(expected: "an instrument")
            }
            return OwnInstrument(
                instrument: instrument, addedBy: StaffID(row.integer(1)),
                addedAt: try Instant(stored: row.text(2)))
        }
    }

    /// Adds a form. Sent twice with the same id it is added once.
    ///
    /// - Throws: ``InstrumentRefusal`` for what its author can mend.
    func add(
        _ file: String, as id: FormID, by actor: Actor, at now: Instant, _ audit: AuditLog,
        in db: borrowing Connection
    ) throws -> Instrument {
        let instrument: Instrument
        do throws(InstrumentFaults) {
            instrument = try Instrument(json: Array(file.utf8))
        } catch {
            throw InstrumentRefusal.faults(error.all)
        }
        let key = SQLiteValue.integer(id.rawValue)
        if let written = try db.firstRow(InstrumentSQL.exists, [key], { $0.text(0) }),
            written.utf8.elementsEqual(Self.text(instrument).utf8)
        {
            return instrument
        }
        let shipped = Instrument.shipped.first { $0.code == instrument.code }?.version
        let own =
            try db.firstRow(InstrumentSQL.newestVersion, [.text(instrument.code)]) {
                $0.integerOrNil(0)
            } ?? nil
        let newest = max(shipped ?? 0, own.map { Int($0) } ?? 0)
        guard instrument.version > newest, let staff = actor.staff else {
            throw InstrumentRefusal.notNewer(code: instrument.code, version: newest)
        }
        try db.run(
            InstrumentSQL.add,
            [
                key, .text(instrument.code), .integer(Int64(instrument.version)),
                .text(Self.text(instrument)), .integer(staff.rawValue), .text(now.rfc3339),
            ])
        try audit.record(.instrumentAdded, by: actor, at: now, in: db)
        return instrument
    }

    /// As it is kept: written anew, so that what is kept is what was read.
    private static func text(_ instrument: Instrument) -> String {
        JSONWriter.text(instrument.json)
    }
}

extension AuditAction {
    /// The centre has a form of its own, or a newer one.
    static let instrumentAdded = AuditAction("instrument-added", "tilføjede et skema")
}
