import Domain
import Testing

@Suite("The door is open when the week says so, and not on holidays")
struct OpeningHoursTests {
    let hours = OpeningHours([
        .monday: .init(ClockTime(8, 30), ClockTime(10)),
        .friday: .init(ClockTime(12), ClockTime(14)),
    ])

    @Test(
        "at every moment it is open until, or opens at",
        arguments: [
            ("2026-11-09T08:29:59+01:00", "opens 2026-11-09 8.30"),
            ("2026-11-09T08:30:00+01:00", "open 10.00"),
            ("2026-11-09T09:59:59+01:00", "open 10.00"),
            ("2026-11-09T10:00:00+01:00", "opens 2026-11-13 12.00"),
            ("2026-11-14T23:40:00+01:00", "opens 2026-11-16 8.30"),
            // Good Friday and Easter Monday 2026 stay closed.
            ("2026-04-02T12:00:00+02:00", "opens 2026-04-10 12.00"),
        ])
    func state(moment: String, expected: String) throws {
        let moment = try #require(Instant(rfc3339: moment))
        let seen =
            switch hours.state(at: moment) {
            case .open(let until): "open \(until.danishText)"
            case .opens(let day, let time): "opens \(day.isoText) \(time.danishText)"
            case .unknown: "unknown"
            }
        #expect(seen == expected)
    }

    @Test("without hours nothing is promised")
    func unknown() throws {
        let moment = try #require(Instant(rfc3339: "2026-11-09T08:30:00+01:00"))
        #expect(OpeningHours([:]).state(at: moment) == .unknown)
    }
}
