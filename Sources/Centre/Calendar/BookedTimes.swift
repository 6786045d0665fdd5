internal import Domain
internal import Records
internal import SQLite

// The calendar's invariants:
// - what is agreed with a citizen is a fact of her case; `booked_time` follows from it, in the same transaction;
// - nobody is in two places and no room holds two talks: the database itself refuses;
// - free time is not stored, and no deadline is reckoned here: the rules say until when.

/// Keeps the hours that citizens' times take, as the ledgers say them.
enum BookedTimes {
    /// One hour that is taken.
    private struct Hour: Hashable {
        let entry: EntryID
        let staff: StaffID
        let room: String?
        let startsAt: Instant
        let endsAt: Instant
        let kind: String
        let form: String
    }

    /// Brings the hours of a case in line with its ledger.
    ///
    /// - Throws: ``ActRefusal/timeTaken(_:isRoom:)`` where somebody else has one of them.
    static func project(_ file: CaseFile, in db: borrowing Connection) throws {
        let wanted = hours(of: file)
        let known = try known(of: file.ref.id, in: db)
        for hour in known.subtracting(wanted) {
            try db.run(CalendarSQL.takeOut, [.integer(hour.entry.rawValue)])
        }
        for hour in wanted.subtracting(known) { try put(hour, file.ref, in: db) }
        try GroupSeats.project(file, in: db)
    }

    /// Whether the hours of a case are as its ledger says.
    static func isInLine(_ file: CaseFile, in db: borrowing Connection) throws -> Bool {
        try known(of: file.ref.id, in: db) == hours(of: file)
            && GroupSeats.isInLine(file, in: db)
    }

    private static func hours(of file: CaseFile) -> Set<Hour> {
        Set(
            file.appointments.filter(\.takesItsHour).compactMap { appointment in
                let time = appointment.time
                // A group takes its leader's hour once, however many come.
                guard time.event == nil else { return nil }
                return time.staff.map {
                    Hour(
                        entry: appointment.entry.id, staff: $0, room: time.room,
                        startsAt: time.startsAt, endsAt: time.endsAt, kind: time.kind.rawValue,
                        form: time.form.rawValue)
                }
            })
    }

    private static func known(of id: CaseID, in db: borrowing Connection) throws -> Set<Hour> {
        Set(
            try db.rows(CalendarSQL.ofCase, [.integer(id.rawValue)]) { row in
                Hour(
                    entry: EntryID(row.integer(0)), staff: StaffID(row.integer(1)),
                    room: row.textOrNil(2), startsAt: try Instant(stored: row.text(3)),
                    endsAt: try Instant(stored: row.text(4)), kind: row.text(5),
                    form: row.text(6))
            })
    }

    private static func put(
        _ hour: Hour, _ ref: CaseRef, in db: borrowing Connection
    ) throws {
        if let isStaff = try taken(
            by: hour.staff, hour.room, from: hour.startsAt, to: hour.endsAt, but: hour.entry,
            in: db)
        {
            throw ActRefusal.timeTaken(hour.startsAt, isRoom: !isStaff)
        }
        do throws(SQLiteError) {
            try db.run(
                CalendarSQL.putIn,
                [
                    .integer(hour.entry.rawValue), .integer(ref.id.rawValue),
                    .integer(hour.staff.rawValue), SQLiteValue(hour.room),
                    .text(hour.startsAt.day.isoText), .text(hour.startsAt.rfc3339),
                    .text(hour.endsAt.rfc3339), .text(hour.kind), .text(hour.form),
                ])
        } catch {
            // A free time with somebody who does not exist is no free time; nor is one that the database has given away.
            guard error.isConstraint else { throw error }
            throw ActRefusal.timeTaken(hour.startsAt, isRoom: false)
        }
    }

    /// Whether somebody or a room has something in an hour.
    ///
    /// - Returns: nil where it is free, true where it is the colleague who has, false where it is the room.
    static func taken(
        by staff: StaffID, _ room: String?, from start: Instant, to end: Instant,
        but entry: EntryID? = nil, in db: borrowing Connection
    ) throws -> Bool? {
        try db.firstRow(
            CalendarSQL.taken,
            [
                .text(start.day.isoText), .integer(staff.rawValue), SQLiteValue(room),
                .text(start.rfc3339), .text(end.rfc3339), .integer(entry?.rawValue ?? 0),
            ]
        ) { $0.flag(0) }
    }

    /// Proves that the hours are those of the ledgers: of every case that has one, and of every open one.
    static let check = VerifyCheck("booked times") { house, db in
        var cases = Set(try db.rows(CalendarSQL.everyBookedTime) { CaseID($0.integer(0)) })
        let count = cases.count
        for open in try house.ledger.openFiles(in: db) { cases.insert(open.file.ref.id) }
        var faults: [String] = []
        for id in cases {
            guard let ref = try house.ledger.find(id, in: db) else {
                faults.append("a case that does not exist has booked times")
                continue
            }
            guard try isInLine(try house.ledger.file(ref, in: db), in: db) else {
                faults.append("the booked times of case \(ref.number) are not those of its ledger")
                continue
            }
        }
        return VerifyFinding(what: "booked times of \(count) cases", faults: faults)
    }
}
