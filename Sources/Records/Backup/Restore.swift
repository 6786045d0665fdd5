internal import Foundation
package import SQLite

/// Brings a backup back as a new data folder, and proves that it is what it was.
package struct Restore {
    private let vault: Vault
    private let plan: HousePlan
    private let migrator: Migrator

    package init(vault: Vault, plan: HousePlan, migrator: Migrator) {
        self.vault = vault
        self.plan = plan
        self.migrator = migrator
    }

    /// What was brought back.
    package struct Report: Sendable {
        /// Rows of all tables together, as the manifest says.
        package let rowCount: Int
        /// When the backup was made: instant, UTC.
        package let madeAt: String
        /// Cases that were erased after the backup was made, and are erased again.
        package let erasedCount: Int
        /// Rows that are not as the house wrote them.
        package let proofFaults: [String]
        /// Links of the audit chain that were followed.
        package let chainLength: Int
        /// Entries the audit log had when the house last wrote and that this backup lacks; nil
        /// where nothing tells.
        package internal(set) var lostEntryCount: Int?
        /// Migrations of this program that the backup has not had; run `migrate`.
        package let pendingCount: Int
    }

    /// Checks the backup in every way it can be checked, and gives the database its name only
    /// when all is well. Refuses to overwrite.
    ///
    /// - Throws: ``BackupError``, ``HousekeepingError/chainBroken(_:)``, or whatever else is not as it must be.
    package func run(
        from backup: String, to databaseFile: String, at instant: String
    ) throws -> Report {
        try Self.expectFree(databaseFile)
        let manifest = try BackupManifest(folder: backup)
        let partial = databaseFile + ".restoring"
        try Files.removeDatabase(partial)
        do {
            try Self.copy(manifest, from: backup, to: partial)
            let report = try prove(partial, manifest, at: instant)
            try Files.sync(partial)
            try Self.expectFree(databaseFile)
            try PrivateFile.move(partial, over: databaseFile)
            return report
        } catch {
            try? Files.removeDatabase(partial)
            throw error
        }
    }

    /// An empty file is nobody's database: what a full disk or a slip of the hand left there.
    private static func expectFree(_ databaseFile: String) throws {
        guard !PrivateFile.holdsSomething(databaseFile), !PrivateFile.exists(databaseFile + "-wal")
        else {
            let end = databaseFile.lastIndex(of: "/") ?? databaseFile.endIndex
            throw BackupError.folderInUse(path: String(databaseFile[..<end]))
        }
    }

    private static func copy(
        _ manifest: BackupManifest, from backup: String, to partial: String
    ) throws {
        let name = manifest.isCompressed ? BackupFile.compressed : BackupFile.database
        let source = backup + "/" + name
        guard PrivateFile.exists(source) else {
            throw BackupError.databaseMissing(path: source)
        }
        // Made first, so that it is never readable by others; expanding keeps the file.
        try Files.makePrivate(partial)
        // What is not compressed passes through as it is.
        try GzipFile.expand(source, to: partial)
        guard try Files.digest(of: partial) == manifest.sha256 else {
            throw BackupError.digestDiffers(path: source)
        }
    }

    private func prove(
        _ path: String, _ manifest: BackupManifest, at instant: String
    ) throws -> Report {
        let db = try Connection(path: path, .readWrite)
        let problems = try db.integrityProblems() + db.foreignKeyProblems()
        guard problems.isEmpty else { throw BackupError.copyDamaged(problems: problems) }
        let status = try migrator.status(of: db)
        let stored = try db.firstRow(VaultSQL.kept) { $0.blob(0) } ?? []
        try vault.check(against: stored)
        try vault.checkSlots(of: plan.tables, in: db)
        try Self.compare(try Backup.contents(of: db), manifest.contents)
        if let fault = try ChainCheck(vault: vault).run(db).faults.first {
            throw HousekeepingError.chainBroken(fault.description)
        }
        let erasure = Erasure(tables: plan.tables, vault: vault)
        try erasure.finish(in: db)
        let erased = try erasure.replay(in: db, at: instant)
        // A backup of an older house has no proofs yet.
        let proofFaults =
            try db.columnNames(of: "ledger_entry").contains("proof")
            ? try ProofCheck(vault: vault).run(db).faults : []
        let left = try db.integrityProblems()
        guard left.isEmpty else { throw BackupError.copyDamaged(problems: left) }
        try db.becomeSingleFile()
        return Report(
            rowCount: manifest.counts.values.reduce(0, +), madeAt: manifest.madeAt,
            erasedCount: erased, proofFaults: proofFaults, chainLength: manifest.chainLength,
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
        throw BackupError.contentsDiffer(what: what)
    }
}
