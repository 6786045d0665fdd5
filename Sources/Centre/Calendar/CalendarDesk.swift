internal import Domain
internal import Records
internal import SQLite

/// Why something does not enter the calendar.
enum CalendarRefusal: Error, Hashable, Sendable {
    /// Somebody, or the room, has something else then.
    case timeTaken(Instant, isRoom: Bool)
}

/// What staff write in the calendar that is no citizen's: plans of the week, absences, meetings, groups, consultancy.
struct CalendarDesk: Sendable {
    let audit: AuditLog

    /// Plans somebody's week from a day on. Sent twice it is done once.
    func plan(
        _ week: WorkingWeek, as id: FormID, by actor: Actor, at now: Instant,
        in db: borrowing Connection
    ) throws {
        guard try !exists(CalendarSQL.weekExists, id, in: db) else { return }
        try db.run(
            CalendarSQL.planWeek,
            [
                .integer(id.rawValue), .integer(week.staff.rawValue),
                .text(week.fromDay.isoText), .text(JSONWriter.text(week.json)),
                SQLiteValue(actor.staff?.rawValue), .text(now.rfc3339),
            ])
        try audit.record(.weekPlanned, by: actor, about: week.staff, at: now, in: db)
    }

    /// Somebody is away. What is booked meanwhile stays, and is shown until it is moved.
    func add(
        _ absence: Absence, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        guard try !exists(CalendarSQL.absenceExists, absence.id, in: db) else { return }
        try db.run(
            CalendarSQL.addAbsence,
            [
                .integer(absence.id.rawValue), .integer(absence.staff.rawValue),
                .text(absence.startsAt.rfc3339), .text(absence.endsAt.rfc3339),
                SQLiteValue(actor.staff?.rawValue), .text(now.rfc3339),
            ])
        try audit.record(.absenceWritten, by: actor, about: absence.staff, at: now, in: db)
    }

    /// She is here after all.
    func cancelAbsence(
        _ id: FormID, of staff: StaffID, by actor: Actor, at now: Instant,
        in db: borrowing Connection
    ) throws {
        try db.run(
            CalendarSQL.cancelAbsence,
            [.integer(id.rawValue), .text(now.rfc3339), SQLiteValue(actor.staff?.rawValue)])
        try audit.record(.absenceWritten, by: actor, about: staff, at: now, in: db)
    }

    /// Puts a meeting, a group or a consultancy into the calendar.
    ///
    /// - Throws: ``CalendarRefusal/timeTaken(_:isRoom:)``.
    func add(
        _ event: CalendarEvent, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        guard try !exists(CalendarSQL.eventExists, event.id, in: db) else { return }
        if let isStaff = try BookedTimes.taken(
            by: event.staff, event.room, from: event.startsAt, to: event.endsAt, in: db)
        {
            throw CalendarRefusal.timeTaken(event.startsAt, isRoom: !isStaff)
        }
        try db.run(
            CalendarSQL.addEvent,
            [
                .integer(event.id.rawValue), .text(event.kind.rawValue), .text(event.title),
                .integer(event.staff.rawValue), SQLiteValue(event.room),
                .text(event.startsAt.day.isoText), .text(event.startsAt.rfc3339),
                .text(event.endsAt.rfc3339), SQLiteValue(actor.staff?.rawValue),
                .text(now.rfc3339),
            ])
        try audit.record(.eventWritten, by: actor, about: event.staff, at: now, in: db)
    }

    /// Takes it out again; it stays readable in the file.
    func cancel(
        _ event: CalendarEvent, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        try db.run(
            CalendarSQL.cancelEvent,
            [
                .integer(event.id.rawValue), .text(now.rfc3339),
                SQLiteValue(actor.staff?.rawValue),
            ])
        try audit.record(.eventCancelled, by: actor, about: event.staff, at: now, in: db)
    }

    private func exists(
        _ statement: CalendarSQL, _ id: FormID, in db: borrowing Connection
    ) throws -> Bool {
        try db.firstRow(statement, [.integer(id.rawValue)]) { _ in true } ?? false
    }
}

extension AuditAction {
    static let weekPlanned = AuditAction(
        "week-planned", "planlagde en arbejdsuge", withName: "planlagde arbejdsugen for {navn}")
    static let absenceWritten = AuditAction(
        "absence-written", "skrev fravær", withName: "skrev fravær for {navn}")
    static let eventWritten = AuditAction(
        "event-written", "skrev i kalenderen", withName: "skrev i kalenderen hos {navn}")
    static let eventCancelled = AuditAction(
        "event-cancelled", "tog noget ud af kalenderen",
        withName: "tog noget ud af kalenderen hos {navn}")
    static let feedChanged = AuditAction(
        "feed-changed", "skiftede adresse på en kalender",
        withName: "skiftede adresse på kalenderen for {navn}")
}
