/// A moment, in UTC. What happened is written with its moment; what is due, with its day.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int
    /// The part of the second that follows, 0–999,999,999.
    package let nanoseconds: Int

    /// A moment.
    package init(seconds: Int, nanoseconds: Int = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// The moment a wall clock in Denmark shows this. Of the two moments an autumn night shows
    /// twice, the first; a moment a spring night leaps over is read as if it did not leap.
    package init(day: CalendarDay, hour: Int, minute: Int, second: Int = 0) {
        let local = day.number * 86_400 + hour * 3600 + minute * 60 + second
        let summer = local - 7200
        let isSummer = CopenhagenTime.offset(atUTC: summer) == 7200
        self.init(seconds: isSummer ? summer : local - 3600)
    }

    /// A moment written as RFC 3339 has it: `2024-02-20T09:00:00+01:00`.
    package init?(rfc3339 text: some StringProtocol) {
        var reader = RFC3339Reader(text)
        guard let instant = reader.read() else { return nil }
        self = instant
    }

    /// The Danish calendar day of this moment.
    package var day: CalendarDay { copenhagen.day }

    /// What calendar and wall clock in Denmark show at this moment.
    package var copenhagen: (day: CalendarDay, hour: Int, minute: Int, second: Int) {
        Self.wallClock(seconds + CopenhagenTime.offset(atUTC: seconds))
    }

    /// `2024-02-20T08:00:00Z`.
    package var rfc3339: String {
        Self.text(Self.wallClock(seconds), nanoseconds) + "Z"
    }

    /// `2024-02-20T09:00:00+01:00`: the same moment by the Danish clock.
    package var rfc3339InCopenhagen: String {
        let hours = CopenhagenTime.offset(atUTC: seconds) / 3600
        return Self.text(copenhagen, nanoseconds) + "+\(Digits.padded(hours, to: 2)):00"
    }

    /// The same as ``rfc3339``.
    package var description: String { rfc3339 }

    /// Earlier moments are less.
    package static func < (earlier: Instant, later: Instant) -> Bool {
        (earlier.seconds, earlier.nanoseconds) < (later.seconds, later.nanoseconds)
    }

    private static func wallClock(
        _ seconds: Int
    ) -> (day: CalendarDay, hour: Int, minute: Int, second: Int) {
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - day * 86_400
        return (CalendarDay(number: day), rest / 3600, rest / 60 % 60, rest % 60)
    }

    private static func text(
        _ clock: (day: CalendarDay, hour: Int, minute: Int, second: Int), _ nanoseconds: Int
    ) -> String {
        let time = [clock.hour, clock.minute, clock.second]
            .map { Digits.padded($0, to: 2) }.joined(separator: ":")
        guard nanoseconds > 0 else { return "\(clock.day.isoText)T\(time)" }
        var fraction = Digits.padded(nanoseconds, to: 9)
        while fraction.last == "0" { fraction.removeLast() }
        return "\(clock.day.isoText)T\(time).\(fraction)"
    }
}

/// The clock in Denmark: UTC+1, in summer UTC+2.
///
/// Summer time has been kept since 1980, from the last Sunday of March (in 1980: 6 April) to the
/// last Sunday of September, from 1996 of October, always at 01:00 UTC. Before 1980 the clock
/// stands on UTC+1; the summer times of 1916 and of 1940–1948 touch no case of today.
enum CopenhagenTime {
    static func offset(atUTC seconds: Int) -> Int {
        let dayNumber = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let year = CalendarDay(number: dayNumber).year
        guard let summer = summer(of: year) else { return 3600 }
        return summer.contains(seconds) ? 7200 : 3600
    }

    private static func summer(of year: Int) -> Range<Int>? {
        guard year >= 1980 else { return nil }
        let lastMonth = year >= 1996 ? 10 : 9
        guard
            let begins = year == 1980
                ? CalendarDay(year: 1980, month: 4, day: 6) : lastSunday(of: 3, in: year),
            let ends = lastSunday(of: lastMonth, in: year)
        else { return nil }
        return (begins.number * 86_400 + 3600)..<(ends.number * 86_400 + 3600)
    }

    private static func lastSunday(of month: Int, in year: Int) -> CalendarDay? {
        let length = CalendarDay.length(ofMonth: month, in: year)
        guard let last = CalendarDay(year: year, month: month, day: length) else { return nil }
        return last.adding(days: -(last.weekday.rawValue % 7))
    }
}

/// Reads the one form of a moment that RFC 3339 allows.
private struct RFC3339Reader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    mutating func read() -> Instant? {
        guard bytes.count >= 20,
            let day = CalendarDay(isoText: String(decoding: bytes[0..<10], as: UTF8.self))
        else { return nil }
        position = 10
        guard take("T", "t"), let hour = twoDigits(0...23), take(":"),
            let minute = twoDigits(0...59), take(":"),
            // 60 is a leap second; it is the first moment of the next minute.
            let second = twoDigits(0...60), let nanoseconds = fraction(), let offset = offset(),
            position == bytes.count
        else { return nil }
        let local = day.number * 86_400 + hour * 3600 + minute * 60 + second
        return Instant(seconds: local - offset, nanoseconds: nanoseconds)
    }

    private mutating func fraction() -> Int? {
        guard take(".") else { return 0 }
        let start = position
        var nanoseconds = 0
        var scale = 100_000_000
        while position < bytes.count, let digit = Digits.value(bytes[position...position]) {
            nanoseconds += digit * scale
            scale /= 10
            position += 1
        }
        return position > start ? nanoseconds : nil
    }

    private mutating func offset() -> Int? {
        if take("Z", "z") { return 0 }
        let isEast = take("+")
        guard isEast || take("-"), let hours = twoDigits(0...23), take(":"),
            let minutes = twoDigits(0...59)
        else { return nil }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    private mutating func twoDigits(_ range: ClosedRange<Int>) -> Int? {
        guard position + 2 <= bytes.count,
            let value = Digits.value(bytes[position..<position + 2]), range.contains(value)
        else { return nil }
        position += 2
        return value
    }

    private mutating func take(_ allowed: Unicode.Scalar...) -> Bool {
        guard position < bytes.count,
            allowed.contains(where: { $0.value == UInt32(bytes[position]) })
        else { return false }
        position += 1
        return true
    }
}

extension Instant {
    /// Without the fraction of a second, so that texts of instants sort as the instants do.
    package var wholeSecond: Instant { Instant(seconds: seconds) }

    /// Whole seconds from this moment to a later one.
    package func age(at now: Instant) -> Int { now.seconds - seconds }

    /// The time of day by the Danish clock, to the minute.
    package var clockTime: ClockTime {
        let wall = copenhagen
        return ClockTime(wall.hour, wall.minute)
    }

    /// A time of day by the Danish clock.
    package init(day: CalendarDay, time: ClockTime) {
        self.init(day: day, hour: time.hour, minute: time.minute)
    }
}
