internal import Domain
internal import Records
internal import SQLite

/// Groups (hold): who is expected, who came. Each case has its own fact of it.
struct GroupDesk: Sendable {
    let writer: CaseWriter
    let ledger: Ledger
    let standards: StandardBook

    /// One who is expected in a meeting.
    struct Seat: Sendable {
        let entry: EntryID
        let ref: CaseRef
    }

    /// Why somebody is not put down for a group.
    enum Refusal: Error, Hashable, Sendable {
        case closed
        /// She is expected already.
        case seated
    }

    func seats(in event: CalendarEvent, _ db: borrowing Connection) throws -> [Seat] {
        try db.rows(CalendarSQL.seats, [.integer(event.id.rawValue)]) { row in
            Seat(
                entry: EntryID(row.integer(0)),
                ref: CaseRef(
                    id: CaseID(row.integer(1)),
                    number: CaseNumber(year: row.int(2), serial: row.int(3)),
                    slot: KeySlot(rawValue: row.integer(4)),
                    standard: row.integerOrNil(5).map { StandardID($0) }))
        }
    }

    /// Puts a case down for a meeting, and for those of the same group after it.
    ///
    /// - Throws: ``Refusal``.
    func join(
        _ event: CalendarEvent, andLater: Bool, _ ref: CaseRef, _ context: WriteContext,
        in db: borrowing Connection
    ) throws {
        guard try !writer.isWritten(context, in: db) else { return }
        let file = try ledger.file(ref, in: db)
        guard CaseProjection(file)?.isOpen == true else { throw Refusal.closed }
        let taken = Set(file.appointments.filter(\.takesItsHour).compactMap(\.time.event))
        guard !taken.contains(event.id) else { throw Refusal.seated }
        let meetings = andLater ? try later(than: event, in: db) : [event]
        try writer.write(
            meetings.filter { !taken.contains($0.id) }.map { meeting in
                var time = AgreedTime(
                    startsAt: meeting.startsAt,
                    minutes: (meeting.endsAt.seconds - meeting.startsAt.seconds) / 60,
                    kind: .group, staff: meeting.staff, room: meeting.room)
                time.event = meeting.id
                return NewFact(AppointmentBooked(time), on: context.now.day)
            }, to: ref, .groupJoined, context, in: db)
    }

    private func later(
        than event: CalendarEvent, in db: borrowing Connection
    ) throws -> [CalendarEvent] {
        try db.rows(
            CalendarSQL.sameGroup,
            [
                .integer(event.staff.rawValue), .text(event.startsAt.day.isoText),
                .text(event.title),
            ]
        ) { try CalendarBook.event($0) }
    }

    /// Who came and who did not: a service in each case, at the meeting's hour. A seat that is answered already is left.
    ///
    /// - Parameter came: by entry; who is not in it is not answered.
    /// - Returns: how many were written.
    @discardableResult
    func attend(
        _ event: CalendarEvent, came: [EntryID: Bool], by actor: Actor, at now: Instant,
        in db: borrowing Connection
    ) throws -> Int {
        var count = 0
        for seat in try seats(in: event, db) {
            let file = try ledger.file(seat.ref, in: db)
            guard let attended = came[seat.entry],
                file.appointment(seat.entry)?.state == .booked
            else { continue }
            let minutes = (event.endsAt.seconds - event.startsAt.seconds) / 60
            let service = Service(
                .groupSession, minutes: attended ? minutes : nil, attended: attended)
            try writer.write(
                [NewFact(.service(service), on: event.startsAt.day, at: event.startsAt)],
                to: seat.ref, .groupAttended, WriteContext(by: actor, at: now), in: db)
            count += 1
        }
        return count
    }

    /// The meeting is taken out: everybody's seat is cancelled by us.
    func cancelSeats(
        in event: CalendarEvent, by actor: Actor, at now: Instant, _ db: borrowing Connection
    ) throws {
        for seat in try seats(in: event, db) {
            let file = try ledger.file(seat.ref, in: db)
            guard file.appointment(seat.entry)?.state == .booked else { continue }
            try writer.write(
                [NewFact(AppointmentCancelled(seat.entry, by: .centre), on: now.day)],
                to: seat.ref, CancelTalk.audit, WriteContext(by: actor, at: now), in: db)
        }
    }
}

extension AuditAction {
    static let groupJoined = AuditAction("group-joined", "skrev en borger på et hold")
    static let groupAttended = AuditAction("group-attended", "noterede fremmøde på et hold")
}
