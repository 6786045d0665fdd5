/// An hour and a minute of the day.
package struct ClockTime: Hashable, Comparable, Sendable {
    /// 0–23.
    package let hour: Int
    /// 0–59.
    package let minute: Int

    /// A time of the day; what lies outside the day is brought to its end.
    package init(_ hour: Int, _ minute: Int = 0) {
        self.hour = min(max(hour, 0), 23)
        self.minute = min(max(minute, 0), 59)
    }

    /// `8.30`: as it is written in Danish.
    package var danishText: String { "\(hour).\(minute < 10 ? "0" : "")\(minute)" }

    /// `08:30`: as it is stored.
    package var isoText: String { "\(Digits.padded(hour, to: 2)):\(Digits.padded(minute, to: 2))" }

    /// Reads ``isoText``; nil for anything else.
    package init?(isoText: some StringProtocol) {
        let bytes = Array(isoText.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
            let hour = Digits.value(bytes[0..<2]), let minute = Digits.value(bytes[3..<5]),
            hour < 24, minute < 60
        else { return nil }
        self.init(hour, minute)
    }

    /// Minutes since midnight by the wall clock.
    package var minutes: Int { hour * 60 + minute }

    /// The earlier time first.
    package static func < (earlier: ClockTime, later: ClockTime) -> Bool {
        (earlier.hour, earlier.minute) < (later.hour, later.minute)
    }
}

/// When the centre's door is open to anybody without an appointment (åben rådgivning).
/// On public holidays, on 5 June and on 24 and 31 December it is not.
package struct OpeningHours: Hashable, Sendable {
    /// From when to when on one day.
    package struct Span: Hashable, Sendable {
        /// The door opens.
        package let opens: ClockTime
        /// The door closes.
        package let closes: ClockTime

        /// From when to when.
        package init(_ opens: ClockTime, _ closes: ClockTime) {
            self.opens = opens
            self.closes = closes
        }
    }

    /// How it is at a moment.
    package enum State: Hashable, Sendable {
        /// Open now, until then.
        case open(until: ClockTime)
        /// Closed now; opens next then.
        case opens(CalendarDay, ClockTime)
        /// No hours are known.
        case unknown
    }

    /// The hours of each weekday that has any.
    package let spans: [Weekday: Span]

    /// Days on which the centre has closed of its own will, such as a summer week.
    package let closed: [ClosedRange<CalendarDay>]

    /// The hours of a week, and the days that are none.
    package init(_ spans: [Weekday: Span], closed: [ClosedRange<CalendarDay>] = []) {
        self.spans = spans
        self.closed = closed
    }

    /// The hours on one date, if the door opens at all.
    package func span(on day: CalendarDay) -> Span? {
        guard WorkingDays.citizensDeadline.isWorking(day),
            !closed.contains(where: { $0.contains(day) })
        else { return nil }
        return spans[day.weekday]
    }

    /// Whether the door is open, or when it opens next.
    package func state(at moment: Instant) -> State {
        let (day, hour, minute, _) = moment.copenhagen
        let now = ClockTime(hour, minute)
        if let today = span(on: day) {
            if now < today.opens { return .opens(day, today.opens) }
            if now < today.closes { return .open(until: today.closes) }
        }
        // Two months reach past every run of Danish holidays, and a summer that is closed.
        for distance in 1...62 {
            let next = day.adding(days: distance)
            if let span = span(on: next) { return .opens(next, span.opens) }
        }
        return .unknown
    }
}
