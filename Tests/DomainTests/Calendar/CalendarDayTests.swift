import Domain
import Foundation
import Testing

@Suite("Calendar days")
struct CalendarDayTests {
    @Test("every day over more than a hundred years, counted one by one")
    func everyDay() throws {
        var (year, month, day) = (1899, 12, 31)
        var weekday = Weekday.sunday
        var number = try #require(CalendarDay(year: 1899, month: 12, day: 31)).number
        while year < 2101 {
            let date = CalendarDay(number: number)
            let isSame = (date.year, date.month, date.day) == (year, month, day)
            guard isSame, date.weekday == weekday, CalendarDay(isoText: date.isoText) == date,
                CalendarDay(year: year, month: month, day: day) == date
            else {
                Issue.record("\(year)-\(month)-\(day) reads \(date), \(date.weekday)")
                return
            }
            let lengths = [31, Self.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            weekday = weekday == .sunday ? .monday : Weekday.allCases[weekday.rawValue]
            number += 1
        }
    }

    /// Counted on fingers, apart from the code under test.
    private static func isLeap(_ year: Int) -> Bool {
        [1904, 1908, 1912, 1916, 1920].contains(year)
            || (year > 1920 && year < 2100 && (year - 1920) % 4 == 0)
    }

    @Test("1970-01-01 is day 0")
    func epoch() {
        #expect(CalendarDay(isoText: "1970-01-01")?.number == 0)
        #expect(CalendarDay(number: -1).isoText == "1969-12-31")
    }

    @Test(
        "refuses what is no date",
        arguments: [
            "2023-02-29", "1900-02-29", "2024-02-30", "2024-00-01", "2024-13-01", "2024-01-00",
            "2024-1-1", "24-01-01", "2024-01-01 ", "2024/01/01", "0000-01-01", "２０24-01-01", "",
        ])
    func refuses(text: String) {
        #expect(CalendarDay(isoText: text) == nil)
    }

    @Test(
        "months later: the same day number, else the month's last day",
        arguments: [
            ("2024-08-31", 6, "2025-02-28"), ("2024-08-31", 3, "2024-11-30"),
            ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"), ("2025-03-31", -1, "2025-02-28"),
            ("2024-01-15", -1, "2023-12-15"), ("2024-11-30", 3, "2025-02-28"),
            ("2024-12-01", 1, "2025-01-01"), ("2024-05-05", 0, "2024-05-05"),
        ])
    func months(from: String, months: Int, to: String) {
        #expect(CalendarDay(isoText: from)?.adding(months: months).isoText == to)
    }

    @Test("adding days and counting them are one another's inverse, over a hundred years")
    func inverse() throws {
        let first = try #require(CalendarDay(isoText: "1950-01-01"))
        for days in 0..<36_600 {
            let later = first.adding(days: days)
            guard first.days(until: later) == days, later.days(until: first) == -days else {
                Issue.record("\(days)")
                return
            }
        }
    }

    @Test(
        "a birthday counts on the day itself, 29 February on 1 March",
        arguments: [
            ("1999-05-01", "2024-04-30", 24), ("1999-05-01", "2024-05-01", 25),
            ("2008-02-29", "2026-02-28", 17), ("2008-02-29", "2026-03-01", 18),
            ("2008-02-29", "2024-02-29", 16), ("2020-01-01", "2020-01-01", 0),
        ])
    func age(born: String, on: String, age: Int) throws {
        let born = try #require(CalendarDay(isoText: born))
        let on = try #require(CalendarDay(isoText: on))
        #expect(CalendarDay.age(born: born, on: on) == age)
    }

    @Test("weeks agree with Foundation's ISO 8601 calendar, 1970 to 2070")
    func weeks() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        for number in stride(from: 0, to: 36_525, by: 1) {
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
            let week = ISOWeek(containing: CalendarDay(number: number))
            guard week.year == parts.yearForWeekOfYear, week.number == parts.weekOfYear else {
                Issue.record("\(CalendarDay(number: number)) lies in \(week)")
                return
            }
        }
    }

    @Test("is read aloud in Danish")
    func danish() {
        let day = CalendarDay(isoText: "2024-02-01")
        #expect(day?.danishText == "1. februar 2024")
        #expect(day?.danishDigits == "01.02.2024")
        #expect(day?.weekday.danishName == "torsdag")
    }
}
