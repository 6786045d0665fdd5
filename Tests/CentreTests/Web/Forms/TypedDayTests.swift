import Domain
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A day and a time as staff type them")
struct TypedDayTests {
    /// A Thursday.
    private let today = day("2026-11-12")

    @Test(
        "every usual way of writing a day is read",
        arguments: [
            ("12-11-2026", "2026-11-12"), ("12/11/2026", "2026-11-12"),
            ("12.11.2026", "2026-11-12"), ("12 11 2026", "2026-11-12"),
            ("2026-11-12", "2026-11-12"), ("12-11-26", "2026-11-12"), ("121126", "2026-11-12"),
            ("12112026", "2026-11-12"), ("12/11", "2026-11-12"), ("1-1", "2027-01-01"),
            ("30-12", "2026-12-30"), ("i dag", "2026-11-12"), (" I Morgen ", "2026-11-13"),
            ("i går", "2026-11-11"), ("fre", "2026-11-13"), ("torsdag", "2026-11-19"),
            ("sø", "2026-11-15"), ("+14", "2026-11-26"), ("-3", "2026-11-09"), ("+0", "2026-11-12"),
        ])
    func readsDays(typed: String, expected: String) {
        #expect(TypedDay.read(typed, on: today) == .day(day(expected)))
    }

    @Test(
        "where only the past can be meant, a day without week or year is the last one",
        arguments: [
            ("fre", "2026-11-06"), ("torsdag", "2026-11-12"), ("sø", "2026-11-08"),
            ("1/1", "2026-01-01"),
            ("12/11", "2026-11-12"), ("13-11", "2025-11-13"), ("30-12", "2025-12-30"),
            ("ons", "2026-11-11"),
        ])
    func readsDaysBehind(typed: String, expected: String) {
        #expect(TypedDay.read(typed, on: today, isPast: true) == .day(day(expected)))
    }

    @Test(
        "a day the calendar does not have is said to be missing",
        arguments: ["31-11-2026", "290227", "30/2", "0-1-2026", "12-11-226", "1-1-1800"])
    func notInCalendar(typed: String) {
        #expect(TypedDay.read(typed, on: today) == .notInCalendar)
    }

    @Test(
        "what is no day is never guessed at",
        arguments: [
            "snart", "12", "1234567", "12-11-2026-1", "t", "+tolv", "12--", "¼-11-2026", "١٢-١١",
            "12-11-99999999999999999999",
        ])
    func unreadable(typed: String) {
        #expect(TypedDay.read(typed, on: today) == .unreadable)
    }

    @Test("nothing is nothing", arguments: ["", "  "])
    func nothing(typed: String) {
        #expect(TypedDay.read(typed, on: today) == .nothing)
        #expect(TypedTime.read(typed) == .nothing)
    }

    @Test("every day of a century is read back as it is shown in a field")
    func roundTrip() {
        var day = day("1980-01-01")
        while day.year < 2080 {
            #expect(TypedDay.read(day.fieldText, on: today) == .day(day))
            day = day.adding(days: 1)
        }
    }

    @Test(
        "every usual way of writing a time is read",
        arguments: [
            ("0930", 9, 30), ("930", 9, 30), ("9.30", 9, 30), ("9:30", 9, 30), ("09.30", 9, 30),
            ("9", 9, 0), ("0000", 0, 0), ("23.59", 23, 59),
        ])
    func readsTimes(typed: String, hour: Int, minute: Int) {
        #expect(TypedTime.read(typed) == .time(ClockTime(hour, minute)))
    }

    @Test(
        "what is no time is never guessed at",
        arguments: ["24.00", "9.60", "tolv", "12345", "9.3.0", "-9"])
    func unreadableTimes(typed: String) {
        #expect(TypedTime.read(typed) == .unreadable)
    }
}

private func day(_ text: String) -> CalendarDay {
    CalendarDay(isoText: text) ?? CalendarDay(number: 0)
}
