internal import Crypto
internal import Domain
internal import Foundation
package import SQLite

/// Makes copies of the database while it is served, each checked before it counts.
///
/// A copy never holds a key: the case keys are backed up on their own, newest copy only, so that
/// erasing a case closes it in every older copy too.
package enum Backup {
    /// What was made.
    package struct Report: Sendable {
        /// The backup's folder.
        package let folder: String
        /// Rows of all tables together.
        package let rowCount: Int
        /// Bytes on disk.
        package let byteCount: Int
        /// The older ones that were removed, by name.
        package let removed: [String]
    }

    /// Copies the database into a new folder of its own inside `destination`.
    ///
    /// The copy is of one moment, is checked, gets its manifest, and only then its name.
    ///
    /// - Parameters:
    ///   - instant: the moment for its name and manifest, in UTC.
    ///   - keep: how many backups stay in `destination`, this one included; nil for all.
    package static func make(
        of databaseFile: String, in destination: String, at instant: String,
        compressed: Bool = false, keep: Int? = nil
    ) throws -> Report {
        try Files.makeFolder(destination)
        let lock = try FolderLock(path: destination + "/.lock")
        defer { withExtendedLifetime(lock) {} }
        let partial = destination + "/" + BackupFile.partialPrefix + "backup"
        try? FileManager.default.removeItem(atPath: partial)
        try Files.makeFolder(partial)
        do {
            let manifest = try fill(
                partial, from: databaseFile, at: instant, compressed: compressed)
            let stamp = instant.filter { $0.isASCII && ($0.isNumber || $0 == "T" || $0 == "Z") }
            let link = manifest.chainHead.isEmpty ? "00000000" : manifest.chainHead.prefix(8)
            let name = "\(BackupFile.namePrefix)\(stamp)-\(link)"
            let folder = destination + "/" + name
            guard !PrivateFile.exists(folder) else {
                throw BackupError.exists(path: folder)
            }
            try Files.move(partial, to: folder)
            let removed = try keep.map { try prune(destination, keep: $0, besides: name) } ?? []
            return Report(
                folder: folder, rowCount: manifest.counts.values.reduce(0, +),
                byteCount: try Files.byteCount(of: folder), removed: removed)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    /// What a database holds: compared with the manifest at restore.
    package static func contents(of db: borrowing Connection) throws -> BackupContents {
        let schema = try db.firstRow(BackupSQL.schema) { (number: $0.int(0), digest: $0.text(1)) }
        let head = try db.firstRow(BackupSQL.chainHead) { (seq: $0.int(0), chain: $0.blob(1)) }
        return BackupContents(
            schemaNumber: schema?.number ?? 0, schemaDigest: schema?.digest ?? "",
            chainLength: head?.seq ?? 0, chainHead: Hex.text(head?.chain ?? []),
            counts: try db.rowCounts())
    }

    private static func fill(
        _ folder: String, from databaseFile: String, at instant: String, compressed: Bool
    ) throws -> BackupManifest {
        let path = folder + "/" + BackupFile.database
        do {
            let source = try Connection(path: databaseFile, .readOnly)
            try source.backUp(to: path)
        }
        let contents: BackupContents
        do {
            let copy = try Connection(path: path, .readWrite)
            try copy.becomeSingleFile()
            let problems = try copy.integrityProblems() + copy.foreignKeyProblems()
            guard problems.isEmpty else { throw BackupError.copyDamaged(problems: problems) }
            contents = try Self.contents(of: copy)
        }
        try Files.sync(path)
        let byteCount = try Files.byteCount(of: path)
        guard let sha256 = try Files.digest(of: path) else {
            throw BackupError.databaseMissing(path: path)
        }
        if compressed {
            let packed = folder + "/" + BackupFile.compressed
            try Files.makePrivate(packed)
            try GzipFile.compress(path, to: packed)
            try Files.sync(packed)
            try FileManager.default.removeItem(atPath: path)
        }
        let manifest = BackupManifest(
            madeAt: instant, sha256: sha256, byteCount: byteCount, isCompressed: compressed,
            contents: contents)
        let manifestPath = folder + "/" + BackupFile.manifest
        try Files.makePrivate(manifestPath, [UInt8](manifest.json))
        return manifest
    }

    /// Removes the oldest of those that this program made, and never the one that was just made, whatever the clock
    /// says. What only looks like one, or holds somebody's own files, is left alone.
    ///
    /// - Returns: their names.
    private static func prune(
        _ destination: String, keep: Int, besides new: String
    ) throws -> [String] {
        let ours = try FileManager.default.contentsOfDirectory(atPath: destination).compactMap {
            name in
            name == new || !isOurs(destination + "/" + name)
                ? nil : KnownBackup.instant(ofBackup: name).map { (name: name, madeAt: $0) }
        }.sorted { ($0.madeAt, $0.name) < ($1.madeAt, $1.name) }
        let old = ours.dropLast(max(1, keep) - 1).map(\.name)
        for name in old {
            try FileManager.default.removeItem(atPath: destination + "/" + name)
        }
        return old
    }

    /// A folder, no link, with the manifest of its name's moment and nothing beside what a backup has.
    private static func isOurs(_ folder: String) -> Bool {
        let name = folder.split(separator: "/").last.map(String.init) ?? ""
        guard let madeAt = KnownBackup.instant(ofBackup: name),
            let kind = try? FileManager.default.attributesOfItem(atPath: folder)[.type]
                as? FileAttributeType, kind == .typeDirectory,
            let manifest = try? BackupManifest(folder: folder),
            Instant(rfc3339: manifest.madeAt)?.seconds == madeAt.seconds,
            let held = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return false }
        return Set(held).isSubset(of: BackupFile.all)
    }
}
