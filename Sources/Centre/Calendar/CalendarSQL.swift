internal import Records

/// Every statement the calendar may run.
enum CalendarSQL: String, StatementList {
    // MARK: What citizens' times take

    case ofCase = """
        SELECT entry_id, staff_id, room, starts_at, ends_at, kind, form FROM booked_time
        WHERE case_id = ?1
        """
    case takeOut = """
        DELETE FROM booked_time WHERE entry_id = ?1
        """
    case putIn = """
        INSERT INTO booked_time (entry_id, case_id, staff_id, room, held_on, starts_at, ends_at, kind, form)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """
    /// Whether somebody, or a room, has something else in an hour.
    case taken = """
        SELECT staff_id = ?2 FROM booked_time
        WHERE held_on = ?1 AND entry_id <> ?6 AND (staff_id = ?2 OR room = ?3)
            AND starts_at < ?5 AND ?4 < ends_at
        UNION ALL
        SELECT staff_id = ?2 FROM calendar_event
        WHERE held_on = ?1 AND cancelled_at IS NULL AND (staff_id = ?2 OR room = ?3)
            AND starts_at < ?5 AND ?4 < ends_at
        LIMIT 1
        """
    case bookedBetween = """
        SELECT b.entry_id, b.staff_id, b.room, b.starts_at, b.ends_at, b.kind, b.form,
            c.id, c.year, c.serial, c.key_slot, c.standard_id
        FROM booked_time b CROSS JOIN care_case c ON c.id = b.case_id
        WHERE b.held_on BETWEEN ?1 AND ?2
        ORDER BY b.starts_at
        """
    case everyBookedTime = """
        SELECT case_id, entry_id FROM booked_time
        """

    // MARK: Groups

    case seatsOfCase = "SELECT entry_id, event_id FROM group_seat WHERE case_id = ?1"
    case takeSeatOut = "DELETE FROM group_seat WHERE entry_id = ?1"
    case putSeatIn = "INSERT INTO group_seat (entry_id, case_id, event_id) VALUES (?1, ?2, ?3)"
    case seats = """
        SELECT g.entry_id, c.id, c.year, c.serial, c.key_slot, c.standard_id
        FROM group_seat g CROSS JOIN care_case c ON c.id = g.case_id
        WHERE g.event_id = ?1 ORDER BY c.year, c.serial
        """
    /// The meetings of the same group from one of them on.
    case sameGroup = """
        SELECT id, kind, title, staff_id, room, starts_at, ends_at FROM calendar_event
        WHERE staff_id = ?1 AND held_on >= ?2 AND kind = 'group' AND title = ?3 AND cancelled_at IS NULL
        ORDER BY starts_at
        """
    case consultancies = """
        SELECT count(*) FROM calendar_event
        WHERE held_on BETWEEN ?1 AND ?2 AND kind = 'consultancy' AND cancelled_at IS NULL
        """

    // MARK: The week's plan

    case weeks = """
        SELECT id, staff_id, from_day, hours, made_by, made_at FROM working_week
        ORDER BY staff_id, from_day, made_at, id
        """
    case planWeek = """
        INSERT INTO working_week (id, staff_id, from_day, hours, made_by, made_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """
    case weekExists = "SELECT 1 FROM working_week WHERE id = ?1"

    // MARK: Being away

    case absences = """
        SELECT id, staff_id, starts_at, ends_at FROM absence
        WHERE ends_at > ?1 AND starts_at < ?2 AND cancelled_at IS NULL
        ORDER BY starts_at
        """
    case addAbsence = """
        INSERT INTO absence (id, staff_id, starts_at, ends_at, made_by, made_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """
    case absenceExists = "SELECT 1 FROM absence WHERE id = ?1"
    case cancelAbsence = """
        UPDATE absence SET cancelled_at = ?2, cancelled_by = ?3
        WHERE id = ?1 AND cancelled_at IS NULL
        """

    // MARK: What is nobody's own

    case events = """
        SELECT id, kind, title, staff_id, room, starts_at, ends_at FROM calendar_event
        WHERE held_on BETWEEN ?1 AND ?2 AND cancelled_at IS NULL
        ORDER BY starts_at
        """
    case event = """
        SELECT id, kind, title, staff_id, room, starts_at, ends_at FROM calendar_event
        WHERE id = ?1 AND cancelled_at IS NULL
        """
    case addEvent = """
        INSERT INTO calendar_event (id, kind, title, staff_id, room, held_on, starts_at, ends_at,
            made_by, made_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """
    case eventExists = "SELECT 1 FROM calendar_event WHERE id = ?1"
    case cancelEvent = """
        UPDATE calendar_event SET cancelled_at = ?2, cancelled_by = ?3
        WHERE id = ?1 AND cancelled_at IS NULL
        """

    // MARK: A calendar by telephone

    case keepFeed = """
        INSERT INTO calendar_feed (staff_id, digest, made_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (staff_id) DO UPDATE SET digest = excluded.digest, made_at = excluded.made_at
        """
    case closeFeed = "DELETE FROM calendar_feed WHERE staff_id = ?1"
    case feedOf = "SELECT made_at FROM calendar_feed WHERE staff_id = ?1"
    case feedBehind = """
        SELECT f.staff_id FROM calendar_feed f CROSS JOIN staff s ON s.id = f.staff_id
        WHERE f.digest = ?1 AND s.disabled_at IS NULL
        """

    static let walkingEverything: [CalendarSQL] = [.everyBookedTime]
}
