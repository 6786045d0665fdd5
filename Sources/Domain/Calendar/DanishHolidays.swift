/// The Danish public holidays (helligdage) and the days on which offices are closed besides.
///
/// - Law: Store Bededag is a holiday through 2023 (lov om konsekvenser ved afskaffelsen af Store
///   Bededag).
package enum DanishHolidays {
    /// The last year in which Store Bededag was a holiday.
    package static let lastYearOfPrayerDay = 2023

    /// The name of the statutory holiday that falls on a day, or `nil`.
    package static func name(of day: CalendarDay) -> String? {
        switch (day.month, day.day) {
        case (1, 1): return "nytårsdag"
        case (12, 25): return "juledag"
        case (12, 26): return "2. juledag"
        default: break
        }
        // Every other holiday lies 3 days before to 50 days after Easter Sunday.
        guard (3...6).contains(day.month) else { return nil }
        switch easterSunday(in: day.year).days(until: day) {
        case -3: return "skærtorsdag"
        case -2: return "langfredag"
        case 0: return "påskedag"
        case 1: return "2. påskedag"
        case 26 where day.year <= lastYearOfPrayerDay: return "store bededag"
        case 39: return "Kristi himmelfartsdag"
        case 49: return "pinsedag"
        case 50: return "2. pinsedag"
        default: return nil
        }
    }

    /// Whether a statutory holiday falls on a day.
    package static func isHoliday(_ day: CalendarDay) -> Bool {
        name(of: day) != nil
    }

    /// All statutory holidays of a year, in order.
    package static func holidays(in year: Int) -> [(day: CalendarDay, name: String)] {
        guard let first = CalendarDay(year: year, month: 1, day: 1) else { return [] }
        return (0..<(CalendarDay.isLeap(year) ? 366 : 365)).compactMap { offset in
            let day = first.adding(days: offset)
            return name(of: day).map { (day, $0) }
        }
    }

    /// Easter Sunday, by the anonymous Gregorian algorithm.
    package static func easterSunday(in year: Int) -> CalendarDay {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let monthAndDay = h + l - 7 * m + 114
        // The algorithm yields 22 March to 25 April; the fallback is never reached.
        return CalendarDay(year: year, month: monthAndDay / 31, day: monthAndDay % 31 + 1)
            ?? CalendarDay(number: 0)
    }
}

/// Which days count as working days (hverdage, arbejdsdage): never Saturday, Sunday or a statutory
/// holiday, and not the further days on which the office is closed.
package struct WorkingDays: Hashable, Sendable {
    /// Closed besides Saturdays, Sundays and holidays.
    package let closed: [ClosedDay]

    /// Working days with these further closed days.
    package init(closed: [ClosedDay]) {
        self.closed = closed
    }

    /// Only Saturdays, Sundays and statutory holidays are closed.
    package static let statutory = WorkingDays(closed: [])

    /// A citizen's deadline does not end on 5 June, 24 or 31 December either.
    ///
    /// - Law: the closed days of forældelsesloven § 27.
    package static let citizensDeadline = WorkingDays(
        closed: [.constitutionDay, .christmasEve, .newYearsEve])

    /// Whether offices work on a day.
    package func isWorking(_ day: CalendarDay) -> Bool {
        !day.weekday.isWeekend && !DanishHolidays.isHoliday(day)
            && !closed.contains { $0.falls(on: day) }
    }

    /// The day itself if it is a working day, else the next one.
    package func onOrAfter(_ day: CalendarDay) -> CalendarDay {
        var day = day
        while !isWorking(day) { day = day.adding(days: 1) }
        return day
    }

    /// The n-th working day after a day, which does not count itself.
    package func adding(_ count: Int, to day: CalendarDay) -> CalendarDay {
        var day = day
        for _ in 0..<max(0, count) { day = onOrAfter(day.adding(days: 1)) }
        return day
    }
}

/// A day that is no public holiday, but on which an office may be closed.
package enum ClosedDay: String, CaseIterable, Hashable, Sendable {
    case constitutionDay = "constitution-day"
    case christmasEve = "christmas-eve"
    case newYearsEve = "new-years-eve"
    case dayAfterAscension = "day-after-ascension"
    case labourDay = "labour-day"

    /// Whether this is that day.
    package func falls(on day: CalendarDay) -> Bool {
        switch self {
        case .constitutionDay: day.month == 6 && day.day == 5
        case .christmasEve: day.month == 12 && day.day == 24
        case .newYearsEve: day.month == 12 && day.day == 31
        case .labourDay: day.month == 5 && day.day == 1
        case .dayAfterAscension:
            DanishHolidays.easterSunday(in: day.year).adding(days: 40) == day
        }
    }
}
