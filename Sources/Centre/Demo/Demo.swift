internal import Domain
internal import Logging
internal import SQLite
internal import Synchronization

/// Why no demo is made.
public enum DemoError: Error, Hashable, Sendable {
    /// There is a centre in the folder already.
    case folderInUse(String)
}

/// A centre full of invented people, for showing and trying.
public enum Demo {
    /// What was made.
    public struct Told: Sendable {
        /// How many courses, whether a clock ever ran in them or not.
        public let cases: Int
        /// How many acts were written.
        public let acts: Int
        /// The first and the last day, as ISO text.
        public let from: String
        /// The last day.
        public let to: String
        /// The invented staff; their password is nobody's until one is given.
        public let staff: [StaffMember]
    }

    /// Makes a new centre and lives a year in it, by the services that real people's acts go through.
    ///
    /// - Parameter clock: says when the year ends; inside the year a clock of its own moves from act to act.
    /// - Throws: ``DemoError``, or whatever keeps a new centre from being made.
    public static func make(
        _ configuration: Configuration, seed: UInt64, clock: CalendarClock
    ) throws -> Told {
        guard !configuration.holdsACentre else {
            throw DemoError.folderInUse(configuration.dataFolder)
        }
        let end = clock.now
        let year = DemoYear(seed: seed, lastDay: end.day)
        let acts = year.acts(before: end)
        let first = acts.first?.act.at.day ?? end.day
        let time = MovingClock(Instant(day: first.adding(days: -7), hour: 8, minute: 0))
        _ = try Opening.prepare(configuration, clock: time.clock)
        let centre = try Centre.open(forCommand: configuration, clock: time.clock)
        defer { centre.close() }
        try DemoWriter(centre: centre, time: time).live(year, acts)
        return Told(
            cases: Set(acts.map(\.story)).count, acts: acts.count, from: first.isoText,
            to: end.day.isoText, staff: try centre.allStaff())
    }
}

/// A clock that stands until it is moved.
final class MovingClock: Sendable {
    private let moment: Mutex<Instant>

    init(_ start: Instant) { moment = Mutex(start) }

    var clock: CalendarClock { CalendarClock { self.moment.withLock { $0 } } }

    func move(to instant: Instant) { moment.withLock { $0 = instant } }
}
