package import Domain
package import Records
internal import SQLite

/// Why no demo is made.
package enum DemoError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is a centre in the folder already.
    case folderInUse(String)

    /// One sentence for whoever typed the command.
    package var description: String {
        switch self {
        case .folderInUse(let folder):
            "There is a centre in \(folder) already; a demo is only made in a new folder."
        }
    }
}

/// A centre full of invented people, for showing and trying.
package enum Demo {
    /// What was made.
    package struct Report: Sendable {
        /// How many courses, whether a clock ever ran in them or not.
        package let cases: Int
        /// How many acts were written.
        package let acts: Int
        /// The first and the last day, as ISO text.
        package let from: String
        /// The last day.
        package let to: String
        /// The invented staff; their password is nobody's until one is given.
        package let staff: [StaffMember]
    }

    /// Makes a new centre and lives a year in it, by the services that real people's acts go through.
    ///
    /// - Parameter clock: says when the year ends; inside the year a clock of its own moves from act to act.
    /// - Throws: ``DemoError``, or whatever keeps a new centre from being made.
    package static func make(
        _ configuration: Configuration, seed: UInt64, clock: CalendarClock
    ) throws -> Report {
        guard !configuration.holdsACentre else {
            throw DemoError.folderInUse(configuration.dataFolder)
        }
        let end = clock.now
        var year = DemoYear(seed: seed, lastDay: end.day)
        let first = year.acts(before: end).first?.act.at.day ?? end.day
        let time = MovingClock(Instant(day: first.adding(days: -7), hour: 8, minute: 0))
        _ = try Opening.prepare(configuration, .ofAllRooms, clock: time.clock)
        let centre = try Centre.open(configuration, clock: time.clock)
        defer { centre.close() }
        year.add(centre.scenes, seed: seed)
        let acts = year.acts(before: end)
        let (house, start) = (centre.house, time.clock.now)
        _ = try house.writer.perform { db in
            try house.audit.record(.practiceBegun, by: .system, at: start, in: db)
        }
        try DemoWriter(
            house: centre.house, writer: centre.services.actWriter, scenes: centre.scenes,
            time: time
        ).live(year, acts)
        return Report(
            cases: Set(acts.map(\.story)).count, acts: acts.count, from: first.isoText,
            to: end.day.isoText, staff: try centre.house.allStaff())
    }
}
