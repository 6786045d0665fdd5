internal import Domain
internal import Records
internal import SQLite

/// Who is expected in which meeting of a group, as the ledgers say it.
enum GroupSeats {
    private struct Seat: Hashable {
        let entry: EntryID
        let event: FormID
    }

    static func project(_ file: CaseFile, in db: borrowing Connection) throws {
        let wanted = seats(of: file)
        let known = try known(of: file.ref.id, in: db)
        for seat in known.subtracting(wanted) {
            try db.run(CalendarSQL.takeSeatOut, [.integer(seat.entry.rawValue)])
        }
        for seat in wanted.subtracting(known) {
            try db.run(
                CalendarSQL.putSeatIn,
                [
                    .integer(seat.entry.rawValue), .integer(file.ref.id.rawValue),
                    .integer(seat.event.rawValue),
                ])
        }
    }

    static func isInLine(_ file: CaseFile, in db: borrowing Connection) throws -> Bool {
        try known(of: file.ref.id, in: db) == seats(of: file)
    }

    private static func seats(of file: CaseFile) -> Set<Seat> {
        Set(
            file.appointments.filter(\.takesItsHour).compactMap { appointment in
                appointment.time.event.map { Seat(entry: appointment.entry.id, event: $0) }
            })
    }

    private static func known(of id: CaseID, in db: borrowing Connection) throws -> Set<Seat> {
        Set(
            try db.rows(CalendarSQL.seatsOfCase, [.integer(id.rawValue)]) {
                Seat(entry: EntryID($0.integer(0)), event: FormID($0.integer(1)))
            })
    }
}
