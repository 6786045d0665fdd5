internal import Domain
internal import SQLite

/// What the commands that keep a centre safe ask of it.
extension Centre {
    /// A proof of everything the house holds.
    ///
    /// - Parameters:
    ///   - head: `seq:hex` from a report or a manifest, which the chain must pass through.
    ///   - progress: told how far it is, now and then.
    /// - Throws: ``HousekeepingError/headMalformed``.
    public func verification(
        head: String?, progress: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> Verify {
        guard let head else { return Verify(centre: self, head: nil, progress: progress) }
        let parts = head.split(separator: ":")
        guard parts.count == 2, let seq = Int64(parts[0]), seq > 0,
            let chain = HexDigits.bytes(parts[1])
        else { throw HousekeepingError.headMalformed }
        return Verify(
            centre: self, head: ChainAnchor.Head(seq: seq, chain: chain), progress: progress)
    }

    /// Copies the database into a folder of its own inside `destination`, while it is served.
    public func backUp(
        to destination: String, compressed: Bool, keep: Int?
    ) throws -> Backup.Report {
        try Opening.expectOutside(destination, configuration)
        return try Backup.make(
            of: configuration.databaseFile, in: destination, at: clock.now.wholeSecond.rfc3339,
            compressed: compressed, keep: keep)
    }

    /// The way out: everything in files that other programs read.
    public func exitExport() -> ExitExport {
        ExitExport(centre: self)
    }

    /// Where the audit chain ends now, as it is printed on reports.
    public func chainHead() throws -> String? {
        try writer.perform { db in try ChainAnchor.head(of: db)?.text }
    }
}

/// Why housekeeping is not done.
public enum HousekeepingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The head is not a number, a colon and hexadecimal digits.
    case headMalformed
    /// A server has the data folder.
    case served(folder: String)
    /// The audit chain of a backup is broken.
    case chainBroken(String)

    /// One sentence for whoever typed the command.
    public var description: String {
        switch self {
        case .headMalformed:
            "A head is what a report prints: a number, a colon and hexadecimal digits."
        case .served(let folder): "A server has \(folder) open; stop it first."
        case .chainBroken(let what): "The backup's audit log is broken: \(what)."
        }
    }
}

/// What is done to a data folder while no server has it.
public enum Housekeeping {
    static func lockFile(_ configuration: Configuration) -> String {
        configuration.dataFolder + "/serve.lock"
    }

    /// Holds the data folder, as a server does.
    static func lock(_ configuration: Configuration) throws -> FolderLock {
        do throws(FolderLock.Refusal) {
            return try FolderLock(path: lockFile(configuration))
        } catch .held {
            throw HousekeepingError.served(folder: configuration.dataFolder)
        }
    }

    /// Puts a new master key in the place of the old one, and a new key under what is looked up.
    /// A server that has the folder does it, if there is one.
    public static func rotateKey(_ configuration: Configuration, clock: CalendarClock) throws {
        if try ControlSocket.ask(configuration.dataFolder, ["key-rotate"]) { return }
        try Opening.expectCentre(configuration)
        let lock = try lock(configuration)
        defer { withExtendedLifetime(lock) {} }
        let centre = try Centre.open(forCommand: configuration, clock: clock)
        defer { centre.close() }
        try centre.rotateKeys()
    }

    /// Brings a backup back into a data folder that has no centre.
    public static func restore(
        _ backup: String, _ configuration: Configuration, clock: CalendarClock
    ) throws -> Restore.Report {
        let migrator = try KnownMigrations.migrator(folder: configuration.migrationsFolder)
        let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: false)
        try Opening.expectOutside(configuration.keyFile, configuration)
        let folder = try HeldFolder(configuration)
        defer { withExtendedLifetime(folder) {} }
        var report: Restore.Report
        do {
            report = try Restore.run(
                from: backup, to: configuration.databaseFile, vault: vault, migrator: migrator,
                at: clock.now.rfc3339
            ) { db in
                if let fault = try ChainCheck(vault: vault).run(db).faults.first {
                    throw HousekeepingError.chainBroken(fault.description)
                }
            }
        } catch {
            folder.giveUp()
            throw error
        }
        let before = ChainAnchor.furthest(vault, configuration)
        report.lostEntryCount = before.map { max(0, Int($0.seq) - report.chainLength) }
        // The log goes on from here, by an act that somebody chose.
        try ChainAnchor.restart(
            ChainAnchor.Place(vault, configuration),
            from: try Connection(path: configuration.databaseFile, .readOnly))
        return report
    }
}

/// A data folder, made if need be and held. What fails leaves it as it was.
final class HeldFolder: Sendable {
    private let path: String
    private let lock: FolderLock
    private let isMadeHere: Bool
    private let hadLockFile: Bool

    init(_ configuration: Configuration) throws {
        path = configuration.dataFolder
        isMadeHere = !PrivateFile.exists(path)
        hadLockFile = PrivateFile.exists(Housekeeping.lockFile(configuration))
        try Backup.makeFolder(path)
        lock = try Housekeeping.lock(configuration)
    }

    /// Takes away what was made for it.
    func giveUp() {
        if !hadLockFile { lock.removeFile() }
        if isMadeHere { PrivateFile.removeEmptyFolder(path) }
    }
}
