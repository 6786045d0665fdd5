/// The Danish public holidays (helligdage) and the days on which offices are closed besides.
///
/// - Law: Store Bededag is a holiday through 2023 (lov om konsekvenser ved afskaffelsen af Store
///   Bededag).
public enum DanishHolidays {
    /// The last year in which Store Bededag was a holiday.
    public static let lastYearOfPrayerDay = 2023

    /// The name of the statutory holiday that falls on a day, or `nil`.
    public static func name(of day: CalendarDay) -> String? {
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
    public static func isHoliday(_ day: CalendarDay) -> Bool {
        name(of: day) != nil
    }

    /// All statutory holidays of a year, in order.
    public static func holidays(in year: Int) -> [(day: CalendarDay, name: String)] {
        guard let first = CalendarDay(year: year, month: 1, day: 1) else { return [] }
        return (0..<(CalendarDay.isLeap(year) ? 366 : 365)).compactMap { offset in
            let day = first.adding(days: offset)
            return name(of: day).map { (day, $0) }
        }
    }

    /// 5 June, 24 and 31 December: no holidays, but a citizen's deadline does not end on them.
    ///
    /// - Law: the closed days of forældelsesloven § 27.
    public static func isClosedByCustom(_ day: CalendarDay) -> Bool {
        switch (day.month, day.day) {
        case (6, 5), (12, 24), (12, 31): true
        default: false
        }
    }

    /// Easter Sunday, by the anonymous Gregorian algorithm.
    public static func easterSunday(in year: Int) -> CalendarDay {
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

/// Which days count as working days (hverdage, arbejdsdage).
public enum WorkingDays: Hashable, Sendable {
    /// Not Saturday, Sunday or a statutory holiday.
    case statutory
    /// Nor 5 June, 24 and 31 December: the days on which a citizen's complaint deadline never ends.
    case citizensDeadline

    /// Whether offices work on a day.
    public func isWorking(_ day: CalendarDay) -> Bool {
        guard !day.weekday.isWeekend, !DanishHolidays.isHoliday(day) else { return false }
        return self == .statutory || !DanishHolidays.isClosedByCustom(day)
    }

    /// The day itself if it is a working day, else the next one.
    public func onOrAfter(_ day: CalendarDay) -> CalendarDay {
        var day = day
        while !isWorking(day) { day = day.adding(days: 1) }
        return day
    }

    /// The n-th working day after a day, which does not count itself.
    public func adding(_ count: Int, to day: CalendarDay) -> CalendarDay {
        var day = day
        for _ in 0..<max(0, count) { day = onOrAfter(day.adding(days: 1)) }
        return day
    }
}
