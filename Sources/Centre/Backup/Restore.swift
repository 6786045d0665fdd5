internal import Foundation
internal import HTTP
internal import SQLite

/// Brings a backup back as a new data folder, and proves that it is what it was.
public enum Restore {
    /// What was brought back.
    public struct Report: Sendable {
        /// Rows of all tables together, as the manifest says.
        public let rowCount: Int
        /// When the backup was made: instant, UTC.
        public let madeAt: String
        /// Cases that were erased after the backup was made, and are erased again.
        public let erasedCount: Int
        /// Links of the audit chain that were followed.
        public let chainLength: Int
        /// Entries the audit log had when the house last wrote and that this backup lacks; nil
        /// where nothing tells.
        public internal(set) var lostEntryCount: Int?
        /// Migrations of this program that the backup has not had; run `migrate`.
        public let pendingCount: Int
    }

    /// Checks the backup in every way it can be checked, and gives the database its name only
    /// when all is well. Refuses to overwrite.
    ///
    /// - Parameter check: what else must be true of the database, before it has its name.
    static func run(
        from backup: String, to databaseFile: String, vault: Vault, migrator: Migrator,
        at instant: String, check: (borrowing Connection) throws -> Void
    ) throws -> Report {
        try expectFree(databaseFile)
        let manifest = try BackupManifest(folder: backup)
        let partial = databaseFile + ".restoring"
        try remove(partial)
        do {
            try copy(manifest, from: backup, to: partial)
            let report = try prove(
                partial, manifest, vault: vault, migrator: migrator, at: instant, check: check)
            try Backup.sync(partial)
            try expectFree(databaseFile)
            try PrivateFile.move(partial, over: databaseFile)
            return report
        } catch {
            try? remove(partial)
            throw error
        }
    }

    /// An empty file is nobody's database: what a full disk or a slip of the hand left there.
    private static func expectFree(_ databaseFile: String) throws {
        guard !PrivateFile.holdsSomething(databaseFile), !PrivateFile.exists(databaseFile + "-wal")
        else {
            let end = databaseFile.lastIndex(of: "/") ?? databaseFile.endIndex
            throw BackupFailure.folderInUse(path: String(databaseFile[..<end]))
        }
    }

    private static func copy(
        _ manifest: BackupManifest, from backup: String, to partial: String
    ) throws {
        let name = manifest.isCompressed ? BackupFile.compressed : BackupFile.database
        let source = backup + "/" + name
        guard PrivateFile.exists(source) else {
            throw BackupFailure.databaseMissing(path: source)
        }
        // Made first, so that it is never readable by others; expanding keeps the file.
        try Backup.makePrivate(partial)
        // What is not compressed passes through as it is.
        try GzipFile.expand(source, to: partial)
        guard try Backup.digest(ofFile: partial) == manifest.sha256 else {
            throw BackupFailure.digestDiffers(path: source)
        }
    }

    private static func prove(
        _ path: String, _ manifest: BackupManifest, vault: Vault, migrator: Migrator,
        at instant: String, check: (borrowing Connection) throws -> Void
    ) throws -> Report {
        let db = try Connection(path: path, .readWrite)
        let problems = try db.integrityProblems() + db.foreignKeyProblems()
        guard problems.isEmpty else { throw BackupFailure.copyDamaged(problems: problems) }
        let status = try migrator.status(of: db)
        let stored = try db.firstRow(VaultSQL.kept) { $0.blob(0) } ?? []
        try vault.check(against: stored)
        try Opening.checkSlots(vault, db)
        try compare(try Backup.contents(of: db), manifest.contents)
        try check(db)
        try Erasure.finish(in: db, vault: vault)
        let erased = try Erasure.replay(in: db, vault: vault, at: instant)
        let left = try db.integrityProblems()
        guard left.isEmpty else { throw BackupFailure.copyDamaged(problems: left) }
        try db.becomeSingleFile()
        return Report(
            rowCount: manifest.counts.values.reduce(0, +), madeAt: manifest.madeAt,
            erasedCount: erased, chainLength: manifest.chainLength,
            pendingCount: status.pending.count)
    }

    private static func compare(_ found: BackupContents, _ said: BackupContents) throws {
        if found == said { return }
        let what =
            if (found.schemaNumber, found.schemaDigest) != (said.schemaNumber, said.schemaDigest) {
                "schema"
            } else if found.chainHead != said.chainHead || found.chainLength != said.chainLength {
                "audit chain"
            } else {
                "row counts of "
                    + Set(found.counts.keys).union(said.counts.keys).sorted()
                    .filter { found.counts[$0] != said.counts[$0] }.joined(separator: ", ")
            }
        throw BackupFailure.contentsDiffer(what: what)
    }

    private static func remove(_ path: String) throws {
        do throws(PrivateFile.Trouble) {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                try PrivateFile.remove(path + suffix)
            }
        } catch {
            throw BackupFailure.storage(path: path, errno: error.number)
        }
    }
}
