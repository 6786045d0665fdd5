import Domain
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

// What the calendar's tests need of a centre: weeks that are planned, and times that are agreed.

extension WorkingWeek {
    /// Monday to Friday, some hours of which the first are for first talks.
    static func every(
        _ staff: StaffID, from day: CalendarDay, _ hours: (ClockTime, ClockTime),
        takesFirstTalks: Bool = true, site: String? = nil, room: String? = nil
    ) -> WorkingWeek {
        WorkingWeek(
            staff: staff, fromDay: day,
            spans: Weekday.allCases.filter { !$0.isWeekend }.map {
                Span(
                    weekday: $0, from: hours.0, to: hours.1, site: site, room: room,
                    takesFirstTalks: takesFirstTalks)
            })
    }
}

extension TestHouse {
    var book: CalendarBook { centre.services.calendar }
    var calendarDesk: CalendarDesk { CalendarDesk(audit: records.audit) }

    /// Somebody works every weekday.
    func plan(
        _ role: Role, _ from: ClockTime = ClockTime(9), _ to: ClockTime = ClockTime(12),
        takesFirstTalks: Bool = true
    ) throws {
        let week = WorkingWeek.every(
            try member(role).id, from: today.adding(days: -7), (from, to),
            takesFirstTalks: takesFirstTalks)
        let (desk, context) = (calendarDesk, try context(.leader))
        try perform { db in
            try desk.plan(week, as: .random(), by: context.actor, at: context.now, in: db)
        }
    }

    /// The hours that are taken from a day on, as the database has them.
    func bookedTimes(from day: CalendarDay? = nil, days: Int = 60) throws -> [BookedTime] {
        let (book, first) = (book, day ?? today)
        return try perform { db in
            try book.booked(from: first, through: first.adding(days: days), in: db)
        }
    }

    func picture(days: Int = 30) throws -> CalendarPicture {
        let (book, first) = (book, today)
        return try perform { db in
            try book.picture(from: first, through: first.adding(days: days), in: db)
        }
    }

    /// A talk with one of a role.
    func talk(
        with role: Role, at time: Instant, minutes: Int = 60, room: String? = nil
    ) throws -> BookTalk {
        BookTalk(
            time: AgreedTime(
                startsAt: time, minutes: minutes, kind: .talk, staff: try member(role).id,
                room: room), holder: .nobody)
    }
}

/// An hour of a day of the test's week.
func at(_ day: CalendarDay, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(day: day, hour: hour, minute: minute)
}
