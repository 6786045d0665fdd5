import Domain
import Records
import SQLite

@testable import Centre

/// The files of a house: a real database with the real migrations, real keys, and a clock that only the test moves. It
/// is open only while a test has it open, as it is for a command.
final class HouseFiles: Sendable {
    let folder: TestFolder
    let configuration: Configuration
    let time: MovingClock
    /// What the rooms have told of themselves.
    let plan = HouseFiles.plan
    static var plan: HousePlan { .ofAllRooms }

    /// Thursday 12 November 2026 at 9.14, by the Danish clock.
    static let thursday = Instant(
        day: CalendarDay(isoText: "2026-11-12") ?? CalendarDay(number: 20_769), hour: 9, minute: 14)

    /// Monday 9 November 2026 at 10.00, by the Danish clock.
    static let monday = Instant(day: CalendarDay(number: 20_766), hour: 10, minute: 0)

    init(standard: String = "lyngby-2024", at now: Instant = thursday) throws {
        folder = try TestFolder()
        configuration = Configuration(
            dataFolder: folder.path + "/data", keyFile: folder.key,
            root: TestFolder.projectRoot, firstStandard: standard)
        time = MovingClock(now)
        _ = try Opening.prepare(configuration, plan, clock: time.clock)
    }

    var clock: CalendarClock { time.clock }

    /// Opens the house, and closes it again.
    func within(
        _ configuration: Configuration? = nil, _ body: (House) throws -> Void
    ) throws {
        let house = try House.open(configuration ?? self.configuration, plan, clock: clock)
        defer { house.close() }
        try body(house)
    }

    /// The database, without the house around it.
    func database(_ mode: Connection.Mode = .readOnly) throws -> Connection {
        try Connection(path: configuration.databaseFile, mode)
    }

    /// Another house of the same keys, in a folder beside this one.
    func configuration(inFolder name: String) -> Configuration {
        var other = configuration
        other.dataFolder = folder.path + "/" + name
        return other
    }

    /// What somebody with the file and without the key does.
    func tamper(_ script: String) throws {
        let db = try database(.readWrite)
        try db.run("PRAGMA foreign_keys = OFF")
        let triggers = try db.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", [])
        {
            (name: $0.text(0), sql: $0.text(1))
        }
        for trigger in triggers { try db.run("DROP TRIGGER \(trigger.name)") }
        try db.script(script)
        // So that nobody sees by the schema that they were away.
        for trigger in triggers { try db.script(trigger.sql) }
    }

    /// What a proof of the house finds wrong.
    func faults(_ configuration: Configuration? = nil, head: String? = nil) throws -> [String] {
        var faults: [String] = []
        try within(configuration) { house in faults = try house.faults(head: head) }
        return faults
    }

    /// Where the audit chain ends.
    func head() throws -> String? {
        var head: String?
        try within { head = try $0.chainHead() }
        return head
    }

    /// A backup, made now.
    func backUp(compressed: Bool = false) throws -> String {
        var backup = ""
        try within { house in
            backup = try house.backUp(
                to: folder.path + "/b", compressed: compressed, keep: nil
            ).folder
        }
        return backup
    }
}

extension House {
    /// What a proof of it finds wrong.
    func faults(head: String? = nil) throws -> [String] {
        var faults: [String] = []
        _ = try verification(head: head).run { faults += $0.faults }
        return faults
    }
}

extension MovingClock {
    var now: Instant { clock.now }

    func advance(seconds: Int) { move(to: Instant(seconds: now.seconds + seconds)) }
    func advance(minutes: Int) { advance(seconds: minutes * 60) }
    func advance(days: Int) { advance(minutes: days * 24 * 60) }
}
