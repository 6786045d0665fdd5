internal import Domain
internal import Foundation
internal import Logging
internal import Records
private import Synchronization

/// How often a served centre backs itself up, and where to.
package struct BackupPlan: Sendable, Hashable {
    /// Seconds from one backup to the next.
    package let everySeconds: Int
    /// The folder that holds the backups.
    package let destination: String
    /// How many stay.
    package let keep: Int

    /// A plan.
    package init(everySeconds: Int, destination: String, keep: Int) {
        self.everySeconds = everySeconds
        self.destination = destination
        self.keep = keep
    }
}

/// What became of the last backup.
struct BackupStatus: Sendable {
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
    let plan: BackupPlan
    private let log: Logger
    private let latest = Mutex<BackupStatus?>(nil)

    init(_ plan: BackupPlan, log: Logger) {
        self.plan = plan
        self.log = log
    }

    /// What became of the last one; nil before the first.
    var status: BackupStatus? { latest.withLock { $0 } }

    static let jobName = "backup"

    /// A centre that was just started and has no backup young enough makes one at once: otherwise one that is restarted
    /// every night would never have any.
    var job: Job {
        Job(
            Self.jobName, everySeconds: plan.everySeconds,
            secondsToFirst: { [self] house in secondsToFirst(at: house.clock.now) }
        ) { [self] house in runOnce(house) }
    }

    /// Makes one, and proves it.
    func runOnce(_ house: House) {
        let now = house.clock.now
        let status: BackupStatus
        var wasMade = false
        do {
            let report = try house.backUp(
                to: plan.destination, compressed: true, keep: plan.keep)
            wasMade = true
            try prove(report.folder, house)
            try KnownBackup.noteProof(in: report.folder, at: house.clock.now)
            status = BackupStatus(
                at: now, folder: report.folder, rowCount: report.rowCount, failure: nil)
            log.notice("backup made and proven", metadata: ["folder": "\(report.folder)"])
            for name in report.removed {
                log.notice("older backup removed", metadata: ["name": "\(name)"])
            }
        } catch {
            status = BackupStatus(
                at: now, folder: nil, rowCount: 0,
                failure: .init(wasMade: wasMade, words: ErrorWords.sentence(for: error)))
            log.error("backup failed", metadata: ["fault": "\(faultInLog(error))"])
        }
        latest.withLock { $0 = status }
    }

    private func prove(_ backup: String, _ house: House) throws {
        let trial = plan.destination + "/.trial"
        try? FileManager.default.removeItem(atPath: trial)
        try Files.makeFolder(trial)
        defer { try? FileManager.default.removeItem(atPath: trial) }
        let migrator = try KnownMigrations.migrator(
            folder: house.configuration.migrationsFolder)
        let report = try Restore(vault: house.vault, plan: house.plan, migrator: migrator).run(
            from: backup, to: trial + "/fjorten.sqlite", at: house.clock.now.rfc3339)
        if !report.proofFaults.isEmpty {
            throw BackupError.rowsUnproven(faults: report.proofFaults)
        }
    }

    private func secondsToFirst(at now: Instant) -> Int {
        let names = try? FileManager.default.contentsOfDirectory(atPath: plan.destination)
        let newest = names?.compactMap(KnownBackup.instant).max { $0.seconds < $1.seconds }
        guard let newest else { return 0 }
        return max(0, plan.everySeconds - newest.age(at: now))
    }
}
