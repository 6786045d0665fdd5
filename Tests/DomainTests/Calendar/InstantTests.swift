import Domain
import Foundation
import Testing

@Suite("Moments")
struct InstantTests {
    @Test(
        "count on their Danish day",
        arguments: [
            // The two nights of 2024 on which the clock is moved, from both sides.
            ("2024-03-30T22:59:59Z", "2024-03-30"), ("2024-03-30T23:00:00Z", "2024-03-31"),
            ("2024-03-31T00:59:59Z", "2024-03-31"), ("2024-03-31T21:59:59Z", "2024-03-31"),
            ("2024-03-31T22:00:00Z", "2024-04-01"), ("2024-10-26T21:59:59Z", "2024-10-26"),
            ("2024-10-26T22:00:00Z", "2024-10-27"), ("2024-10-27T22:59:59Z", "2024-10-27"),
            ("2024-10-27T23:00:00Z", "2024-10-28"), ("2024-02-20T09:00:00+01:00", "2024-02-20"),
            ("2025-05-11T22:30:00Z", "2025-05-12"), ("2025-05-12T09:00:00+14:00", "2025-05-11"),
            ("1969-12-31T23:30:00-00:00", "1970-01-01"),
        ])
    func day(text: String, day: String) {
        #expect(Instant(rfc3339: text)?.day.isoText == day)
    }

    @Test(
        "are refused when RFC 3339 does not allow them",
        arguments: [
            "2024-02-20T09:00:00", "2024-02-20 09:00:00Z", "2024-02-20", "2024-02-30T09:00:00Z",
            "2024-02-20T24:00:00Z", "2024-02-20T09:60:00Z", "2024-02-20T09:00Z",
            "2024-02-20T09:00:00.Z", "2024-02-20T09:00:00+1:00", "2024-02-20T09:00:00+01",
            "2024-02-20T09:00:00ZZ", "2024-02-20T09:00:00+24:00", "",
        ])
    func refused(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test("are written as they were read")
    func roundTrip() {
        let instant = Instant(rfc3339: "2024-07-01T12:30:15.250+02:00")
        #expect(instant?.rfc3339 == "2024-07-01T10:30:15.25Z")
        #expect(instant?.rfc3339InCopenhagen == "2024-07-01T12:30:15.25+02:00")
        #expect(instant.flatMap { Instant(rfc3339: $0.rfc3339InCopenhagen) } == instant)
    }

    @Test(
        "agree with the time zone database, every hour around each change, every day from 1980 to 2037"
    )
    func everyHour() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Copenhagen"))
        let first = try #require(CalendarDay(isoText: "1980-01-01")).number * 86_400
        let last = try #require(CalendarDay(isoText: "2037-12-31")).number * 86_400
        let changes = Self.changes(first, last, zone).flatMap { change in
            stride(from: change - 90_000, to: change + 90_000, by: 900)
        }
        for seconds in Array(stride(from: first, to: last, by: 86_400)) + changes {
            let offset = zone.secondsFromGMT(
                for: Date(timeIntervalSince1970: Double(seconds)))
            let clock = Instant(seconds: seconds).copenhagen
            let local = clock.day.number * 86_400 + clock.hour * 3600 + clock.minute * 60
            guard local - seconds == offset else {
                Issue.record("\(Instant(seconds: seconds)) reads \(clock)")
                return
            }
        }
    }

    private static func changes(_ first: Int, _ last: Int, _ zone: TimeZone) -> [Int] {
        var changes: [Int] = []
        var date = Date(timeIntervalSince1970: Double(first))
        while let next = zone.nextDaylightSavingTimeTransition(after: date),
            next.timeIntervalSince1970 < Double(last)
        {
            changes.append(Int(next.timeIntervalSince1970))
            date = next
        }
        return changes
    }

    @Test("come back from the wall clock, also in the nights the clock is moved")
    func wallClock() throws {
        let spring = try #require(CalendarDay(isoText: "2024-03-31"))
        let autumn = try #require(CalendarDay(isoText: "2024-10-27"))
        #expect(Instant(day: spring, hour: 1, minute: 59).rfc3339 == "2024-03-31T00:59:00Z")
        #expect(Instant(day: spring, hour: 3, minute: 0).rfc3339 == "2024-03-31T01:00:00Z")
        #expect(Instant(day: autumn, hour: 2, minute: 30).rfc3339 == "2024-10-27T00:30:00Z")
        #expect(Instant(day: autumn, hour: 3, minute: 0).rfc3339 == "2024-10-27T02:00:00Z")
    }
}
