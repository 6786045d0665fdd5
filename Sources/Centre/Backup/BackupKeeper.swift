private import Dispatch
internal import Domain
internal import Foundation
internal import Logging
internal import SQLite
private import Synchronization

/// How often a served centre backs itself up, and where to.
public struct BackupPlan: Sendable, Hashable {
    /// Seconds from one backup to the next.
    public let everySeconds: Int
    /// The folder that holds the backups.
    public let destination: String
    /// How many stay.
    public let keep: Int

    /// A plan.
    public init(everySeconds: Int, destination: String, keep: Int) {
        self.everySeconds = everySeconds
        self.destination = destination
        self.keep = keep
    }
}

/// What became of the last backup.
struct BackupStanding: Sendable {
    /// When it was tried.
    let at: Instant
    /// Its folder, once it was made and restored for a trial; nil when something failed.
    let folder: String?
    let rowCount: Int
    let failure: Failure?

    /// What kind of thing failed. Names nobody.
    struct Failure: Sendable {
        /// It was made, but could not be restored.
        let wasMade: Bool
        let words: String
    }
}

/// Backs a served centre up by its plan. A backup counts when it has been restored: each is brought
/// back beside the others, checked in every way a real restore is, and thrown away again.
final class BackupKeeper: Sendable {
    private struct State {
        var standing: BackupStanding?
        var nextAt: Instant?
        var isStopping = false
    }

    private let centre: Centre
    let plan: BackupPlan
    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)

    init(_ centre: Centre, _ plan: BackupPlan) {
        self.centre = centre
        self.plan = plan
    }

    /// What became of the last one; nil before the first.
    var standing: BackupStanding? { state.withLock { $0.standing } }

    /// When the next is due; nil before the plan is kept.
    var nextAt: Instant? { state.withLock { $0.nextAt } }

    /// Begins to keep the plan. A centre that was just started and has no backup young enough
    /// makes one at once: otherwise one that is restarted every night would never have any.
    func start() {
        let thread = Thread { [self] in
            var waitSeconds = secondsToFirst()
            while !state.withLock({ $0.isStopping }) {
                let nextAt = Instant(seconds: centre.clock.now.seconds + waitSeconds)
                state.withLock { $0.nextAt = nextAt }
                if bell.wait(timeout: .now() + .seconds(waitSeconds)) == .success { continue }
                runOnce()
                waitSeconds = plan.everySeconds
            }
        }
        thread.name = "backup"
        thread.start()
    }

    func stop() {
        state.withLock { $0.isStopping = true }
        bell.signal()
    }

    /// Makes one, and proves it.
    func runOnce() {
        let now = centre.clock.now
        let standing: BackupStanding
        var wasMade = false
        do {
            let report = try centre.backUp(
                to: plan.destination, compressed: true, keep: plan.keep)
            wasMade = true
            try prove(report.folder)
            try KnownBackup.noteProof(in: report.folder, at: centre.clock.now)
            standing = BackupStanding(
                at: now, folder: report.folder, rowCount: report.rowCount, failure: nil)
            centre.log.notice("backup made and proven", metadata: ["folder": "\(report.folder)"])
        } catch {
            standing = BackupStanding(
                at: now, folder: nil, rowCount: 0,
                failure: .init(wasMade: wasMade, words: FailureWords.sentence(for: error)))
            centre.log.error(
                "backup failed", metadata: ["fault": "\(FailureWords.forTheLog(error))"])
        }
        state.withLock { $0.standing = standing }
    }

    private func prove(_ backup: String) throws {
        let trial = plan.destination + "/.trial"
        try? FileManager.default.removeItem(atPath: trial)
        try Backup.makeFolder(trial)
        defer { try? FileManager.default.removeItem(atPath: trial) }
        let migrator = try KnownMigrations.migrator(
            folder: centre.configuration.migrationsFolder)
        let vault = centre.vault
        _ = try Restore.run(
            from: backup, to: trial + "/fjorten.sqlite", vault: vault, migrator: migrator,
            at: centre.clock.now.rfc3339
        ) { db in
            if let fault = try ChainCheck(vault: vault).run(db).faults.first {
                throw HousekeepingError.chainBroken(fault.description)
            }
        }
    }

    private func secondsToFirst() -> Int {
        let names = try? FileManager.default.contentsOfDirectory(atPath: plan.destination)
        let newest = names?.compactMap(Self.instant).max { $0.seconds < $1.seconds }
        guard let newest else { return 0 }
        return max(0, plan.everySeconds - newest.age(at: centre.clock.now))
    }

    /// The moment in a backup's name: `fjorten-20260302T090000Z-1f2e3d4c`.
    static func instant(ofBackup name: String) -> Instant? {
        guard name.hasPrefix(BackupFile.namePrefix) else { return nil }
        let digits = Array(name.dropFirst(BackupFile.namePrefix.count).prefix(16))
        guard digits.count == 16 else { return nil }
        let day = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
        let time =
            "\(String(digits[9..<11])):\(String(digits[11..<13])):\(String(digits[13..<15]))"
        return Instant(rfc3339: "\(day)T\(time)Z")
    }
}
