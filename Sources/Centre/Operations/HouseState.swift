internal import Domain
internal import Records
private import Foundation
internal import SQLite
private import Synchronization

/// What a served house knows of itself besides its database: since when it is open, and who keeps its backups.
final class Operations: Sendable {
    let house: House
    let openedAt: Instant
    /// The database file as it was opened.
    let database: FileIdentity?
    /// How many enquiries guests have sent in the last hour, where that is more than anybody expects.
    let flood: @Sendable (Instant) -> Int?
    private let kept = Mutex<(keeper: BackupKeeper, jobs: JobRunner)?>(nil)

    init(_ house: House, flood: @escaping @Sendable (Instant) -> Int?) {
        self.house = house
        self.flood = flood
        openedAt = house.clock.now
        database = FileIdentity(house.configuration.databaseFile)
    }

    /// Who keeps the plan of backups and when; nil where the server was given none.
    var backups: (keeper: BackupKeeper, jobs: JobRunner)? {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }
}

/// How the house is, for whoever runs it. Nothing in it is about a citizen.
struct HouseState: Sendable {
    /// A migration this database has had.
    struct Applied: Sendable {
        let number: Int
        let name: String
        let at: Instant
    }

    /// The room on a disk, in bytes.
    struct Disk: Sendable {
        var freeByteCount: Int
        var totalByteCount: Int
    }

    /// The plan of backups and what came of it.
    struct Backups: Sendable {
        var plan: BackupPlan?
        var newest: KnownBackup?
        var lastTry: BackupStatus?
        var nextAt: Instant?
        var disk: Disk?
    }

    /// The files with the keys.
    struct Keys: Sendable {
        var isOpenToOthers = false
        var isMissing = false
        /// They lie in the folder that is backed up: whoever takes a copy of it has both.
        var isInDataFolder = false
    }

    var version = Release.version
    var openedAt: Instant
    var now: Instant
    var dataFolder: String
    var databaseByteCount = 0
    var disk: Disk?
    var backups = Backups()
    var migrations: [Applied] = []
    var chainHead = ""
    /// Whether entries of the log are gone that the house once wrote.
    var chain = ChainAnchor.Status.whole
    var keys = Keys()
    /// What keeps it from working now.
    var trouble: HouseFault?
    var waitingCount = 0
    var waitingMax = 1
    var commitCount = 0
    /// Members of staff whose row is not the one that the house wrote last: they cannot log in.
    var alteredStaff: [String] = []
    /// So many enquiries from guests in the last hour.
    var flood: Int?
}

extension HouseState {
    /// Looks at everything. Reads files: never on a loop.
    init(_ operations: Operations, in db: borrowing Connection) throws {
        let house = operations.house
        let configuration = house.configuration
        openedAt = operations.openedAt
        now = house.clock.now
        dataFolder = configuration.dataFolder
        databaseByteCount = ["", "-wal"].reduce(0) {
            $0 + Self.size(configuration.databaseFile + $1)
        }
        disk = Self.disk(configuration.dataFolder)
        migrations = try db.rows(OperationsSQL.migrations, []) { row in
            Applied(number: row.int(0), name: row.text(1), at: try Instant(stored: row.text(2)))
        }
        chainHead = try house.audit.head(in: db).text
        chain = ChainAnchor.status(ChainAnchor.Place(house.vault, configuration))
        keys = Self.keys(configuration)
        trouble = HouseFault.find(operations)
        waitingCount = house.writer.waitingCount
        waitingMax = house.writer.waitingMax
        commitCount = house.writer.commitCount
        alteredStaff = try house.staff.all(in: db).filter(\.isAltered).map(\.login)
        flood = operations.flood(house.clock.now)
        if let (keeper, jobs) = operations.backups {
            backups = Backups(
                plan: keeper.plan, newest: KnownBackup.newest(in: keeper.plan.destination),
                lastTry: keeper.status, nextAt: jobs.nextRun(of: BackupKeeper.jobName),
                disk: Self.disk(keeper.plan.destination))
        }
    }

    private static func size(_ path: String) -> Int {
        (try? PrivateFile(path, .read).byteCount) ?? 0
    }

    private static func disk(_ folder: String) -> Disk? {
        guard
            let told = try? FileManager.default.attributesOfFileSystem(forPath: folder),
            let free = (told[.systemFreeSize] as? NSNumber)?.intValue,
            let total = (told[.systemSize] as? NSNumber)?.intValue, total > 0
        else { return nil }
        return Disk(freeByteCount: free, totalByteCount: total)
    }

    private static func keys(_ configuration: Configuration) -> Keys {
        var keys = Keys()
        for path in [configuration.keyFile, Vault.storePath(configuration.keyFile)] {
            guard let file = try? PrivateFile(path, .read) else {
                keys.isMissing = true
                continue
            }
            if file.isOpenToOthers { keys.isOpenToOthers = true }
        }
        keys.isInDataFolder = configuration.keyFile.hasPrefix(configuration.dataFolder + "/")
        return keys
    }
}

/// Something that is not as it should be, the worst first. Codes; the page makes the words.
enum OperationsWarning: Hashable, Sendable {
    case databaseMoved, cannotWrite
    case keyMissing, keyOpenToOthers
    case chainCut, chainUnwitnessed
    case staffAltered
    case backupNotMade, backupNotRestored
    case diskFull
    case noBackupYet, noBackupPlan
    case backupTooOld
    case backupUnproven
    case diskLow
    case backupDiskLow
    case keyInDataFolder
    case writerBehind
    case enquiryFlood
}

extension HouseState {
    /// Less room than this on a disk is little.
    static let freeShareMin = 0.1
    /// A disk with less than this is full in a day.
    static let freeByteCountMin = 100_000_000

    /// What is wrong now.
    var alarms: [OperationsWarning] {
        var alarms: [OperationsWarning] = []
        func note(_ alarm: OperationsWarning, if isSo: Bool) { if isSo { alarms.append(alarm) } }
        switch trouble {
        case .databaseMoved: alarms.append(.databaseMoved)
        case .diskFull, .cannotWrite: alarms.append(.cannotWrite)
        case .keyMissing, nil: break
        }
        note(.keyMissing, if: keys.isMissing)
        note(.keyOpenToOthers, if: keys.isOpenToOthers)
        note(.chainCut, if: chain == .cut)
        note(.chainUnwitnessed, if: chain == .unwitnessed)
        note(.staffAltered, if: !alteredStaff.isEmpty)
        alarms += backupAlarms
        if let disk {
            // A backup, and the work of a day.
            let isFull = disk.freeByteCount < Self.freeByteCountMin + databaseByteCount
            note(.diskFull, if: isFull && trouble != .diskFull)
            note(.diskLow, if: !isFull && disk.isLow)
        }
        note(.backupDiskLow, if: backups.disk?.isLow == true)
        note(.keyInDataFolder, if: keys.isInDataFolder)
        note(.writerBehind, if: waitingCount * 10 > waitingMax)
        note(.enquiryFlood, if: flood != nil)
        return alarms
    }

    private var backupAlarms: [OperationsWarning] {
        guard let plan = backups.plan else { return [.noBackupPlan] }
        if let failure = backups.lastTry?.failure {
            return [failure.wasMade ? .backupNotRestored : .backupNotMade]
        }
        guard let newest = backups.newest else { return [.noBackupYet] }
        var alarms: [OperationsWarning] = []
        // Half a turn late is late; a short one may take some minutes of its own.
        let ageMax = plan.everySeconds * 3 / 2 + 600
        if newest.madeAt.age(at: now) > ageMax { alarms.append(.backupTooOld) }
        if newest.provenAt == nil { alarms.append(.backupUnproven) }
        return alarms
    }
}

extension HouseState.Disk {
    var isLow: Bool {
        Double(freeByteCount) < Double(totalByteCount) * HouseState.freeShareMin
    }
}
