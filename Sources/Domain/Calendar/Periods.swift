/// A week after ISO 8601: Monday to Sunday, named by the year its Thursday lies in.
package struct ISOWeek: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The Monday it begins with.
    package let monday: CalendarDay

    /// The week a day lies in.
    package init(containing day: CalendarDay) {
        monday = day.adding(days: 1 - day.weekday.rawValue)
    }

    /// The year it counts to; 2024-12-30 lies in 2025's first week.
    package var year: Int { monday.adding(days: 3).year }

    /// Its number, 1–53.
    package var number: Int {
        let thursday = monday.adding(days: 3)
        guard let newYear = CalendarDay(year: thursday.year, month: 1, day: 1) else { return 1 }
        return newYear.days(until: thursday) / 7 + 1
    }

    /// The Sunday it ends with.
    package var sunday: CalendarDay { monday.adding(days: 6) }

    /// The week after.
    package var next: ISOWeek { ISOWeek(containing: monday.adding(days: 7)) }

    /// `2025-W02`.
    package var description: String {
        "\(Digits.padded(year, to: 4))-W\(Digits.padded(number, to: 2))"
    }

    /// Earlier weeks are less.
    package static func < (earlier: ISOWeek, later: ISOWeek) -> Bool {
        earlier.monday < later.monday
    }
}

/// A calendar month.
package struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year.
    package let year: Int
    /// The month, 1–12.
    package let month: Int

    /// The month a day lies in.
    package init(containing day: CalendarDay) {
        year = day.year
        month = day.month
    }

    /// Its first day.
    package var first: CalendarDay {
        // A month is only ever made of a real day.
        CalendarDay(year: year, month: month, day: 1) ?? CalendarDay(number: 0)
    }

    /// Its last day.
    package var last: CalendarDay {
        first.adding(days: CalendarDay.length(ofMonth: month, in: year) - 1)
    }

    /// The weeks that lie in it from Monday to Sunday.
    package var wholeWeeks: [ISOWeek] {
        var week = ISOWeek(containing: first.adding(days: 6))
        var weeks: [ISOWeek] = []
        while week.sunday <= last {
            weeks.append(week)
            week = week.next
        }
        return weeks
    }

    /// `2024-02`.
    package var description: String {
        "\(Digits.padded(year, to: 4))-\(Digits.padded(month, to: 2))"
    }

    /// Earlier months are less.
    package static func < (earlier: CalendarMonth, later: CalendarMonth) -> Bool {
        (earlier.year, earlier.month) < (later.year, later.month)
    }
}
