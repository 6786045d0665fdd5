package import Domain
package import Records

/// What commands do to a centre: the server of the data folder does it, if there is one, else the command itself.
package enum Commands {
    /// Adopts a standard (vedtager en kvalitetsstandard) from a day on.
    ///
    /// - Parameters:
    ///   - json: the profile, whole.
    ///   - day: the first day it is in force; nil is today.
    /// - Returns: the first day it is in force.
    /// - Throws: `StandardFaults` for a file that is no standard, ``AdoptionRefusal``, or the database's own error.
    package static func adopt(
        _ json: [UInt8], from day: CalendarDay?, _ configuration: Configuration,
        clock: CalendarClock
    ) throws -> CalendarDay {
        let day = day ?? clock.today
        let text = String(decoding: json, as: UTF8.self)
        try byServer(.adopt, [day.isoText, text], configuration, clock) { house in
            try house.adopt(text, from: day)
        }
        return day
    }

    /// Puts a new master key in the place of the old one, and a new key under what is looked up.
    package static func rotateKey(_ configuration: Configuration, clock: CalendarClock) throws {
        try byServer(.rotateKeys, [], configuration, clock) { house in try house.rotateKeys() }
    }

    /// - Throws: ``HousekeepingError/served(folder:)`` where a server has the folder and takes no requests.
    private static func byServer(
        _ work: ControlWork, _ words: [String], _ configuration: Configuration,
        _ clock: CalendarClock,
        orHere carryOut: (House) throws -> Void
    ) throws {
        if try ControlSocket.ask(configuration.dataFolder, [work.rawValue] + words) { return }
        try Opening.expectCentre(configuration)
        let lock = try configuration.lock()
        defer { withExtendedLifetime(lock) {} }
        let house = try open(configuration, clock: clock)
        defer { house.close() }
        try carryOut(house)
    }

    /// Opens the house for one command: no rooms, and nothing of it in a log.
    package static func open(
        _ configuration: Configuration, clock: CalendarClock
    ) throws -> House {
        try House.open(configuration, .ofAllRooms, clock: clock)
    }

    /// Creates what is missing and applies the migrations that wait.
    ///
    /// - Returns: The numbers of the migrations that were applied.
    package static func migrate(
        _ configuration: Configuration, clock: CalendarClock
    ) throws -> [Int] {
        try Opening.prepare(configuration, .ofAllRooms, clock: clock)
    }

    /// Brings a backup back into a data folder that has no centre.
    package static func restore(
        _ backup: String, _ configuration: Configuration, clock: CalendarClock
    ) throws -> Restore.Report {
        try Housekeeping.restore(backup, configuration, .ofAllRooms, clock: clock)
    }

    /// Brings an exit export back into an empty folder.
    ///
    /// - Returns: rows of all tables that came in.
    package static func bringIn(
        _ folder: String, _ configuration: Configuration, clock: CalendarClock
    ) throws -> Int {
        try ExitImport.run(from: folder, configuration, .ofAllRooms, clock: clock)
    }
}
