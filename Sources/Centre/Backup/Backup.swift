internal import Crypto
internal import Foundation
internal import HTTP
internal import SQLite

/// Makes copies of the database while it is served, each checked before it counts.
///
/// A copy never holds a key: the case keys are backed up on their own, newest copy only, so that
/// erasing a case closes it in every older copy too.
public enum Backup {
    /// What was made.
    public struct Report: Sendable {
        /// The backup's folder.
        public let folder: String
        /// Rows of all tables together.
        public let rowCount: Int
        /// Bytes on disk.
        public let byteCount: Int
        /// How many older ones were removed.
        public let removedCount: Int
    }

    /// Copies the database into a new folder of its own inside `destination`.
    ///
    /// The copy is of one moment, is checked, gets its manifest, and only then its name.
    ///
    /// - Parameters:
    ///   - instant: the moment for its name and manifest, in UTC.
    ///   - keep: how many backups stay in `destination`, this one included; nil for all.
    public static func make(
        of databaseFile: String, in destination: String, at instant: String,
        compressed: Bool = false, keep: Int? = nil
    ) throws -> Report {
        try makeFolder(destination)
        let lock = try FolderLock(path: destination + "/.lock")
        defer { withExtendedLifetime(lock) {} }
        let partial = destination + "/" + BackupFile.partialPrefix + "backup"
        try? FileManager.default.removeItem(atPath: partial)
        try makeFolder(partial)
        do {
            let manifest = try fill(
                partial, from: databaseFile, at: instant, compressed: compressed)
            let stamp = instant.filter { $0.isASCII && ($0.isNumber || $0 == "T" || $0 == "Z") }
            let link = manifest.chainHead.isEmpty ? "00000000" : manifest.chainHead.prefix(8)
            let name = "\(BackupFile.namePrefix)\(stamp)-\(link)"
            let folder = destination + "/" + name
            guard !PrivateFile.exists(folder) else {
                throw BackupFailure.exists(path: folder)
            }
            try move(partial, to: folder)
            let removed = try keep.map { try prune(destination, keep: $0) } ?? 0
            return Report(
                folder: folder, rowCount: manifest.counts.values.reduce(0, +),
                byteCount: try size(folder), removedCount: removed)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    /// What a database holds: compared with the manifest at restore.
    static func contents(of db: borrowing Connection) throws -> BackupContents {
        let schema = try db.firstRow(BackupSQL.schema) { (number: $0.int(0), digest: $0.text(1)) }
        let head = try db.firstRow(BackupSQL.chainHead) { (seq: $0.int(0), chain: $0.blob(1)) }
        return BackupContents(
            schemaNumber: schema?.number ?? 0, schemaDigest: schema?.digest ?? "",
            chainLength: head?.seq ?? 0, chainHead: hex(head?.chain ?? []),
            counts: try db.rowCounts())
    }

    /// SHA-256 of a file of any size.
    static func digest(ofFile path: String) throws -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw BackupFailure.databaseMissing(path: path)
        }
        defer { try? file.close() }
        var digest = SHA256()
        while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
            digest.update(data: chunk)
        }
        return hex(Array(digest.finalize()))
    }

    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    /// A new file that its owner alone may read, on disk with what is in it.
    static func makePrivate(_ path: String, _ bytes: [UInt8] = []) throws {
        do throws(PrivateFile.Trouble) {
            let file = try PrivateFile(path, .new)
            try file.write(bytes, at: 0)
            try file.sync()
        } catch {
            throw BackupFailure.storage(path: path, errno: error.number)
        }
    }

    static func sync(_ path: String) throws {
        do throws(PrivateFile.Trouble) {
            try PrivateFile(path, .read).sync()
        } catch {
            throw BackupFailure.storage(path: path, errno: error.number)
        }
    }

    static func move(_ path: String, to other: String) throws {
        do throws(PrivateFile.Trouble) {
            try PrivateFile.syncFolder(of: path + "/.")
            try PrivateFile.move(path, over: other)
        } catch {
            throw BackupFailure.storage(path: other, errno: error.number)
        }
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
            guard problems.isEmpty else { throw BackupFailure.copyDamaged(problems: problems) }
            contents = try Self.contents(of: copy)
        }
        try sync(path)
        let byteCount = try size(path)
        let sha256 = try digest(ofFile: path)
        if compressed {
            let packed = folder + "/" + BackupFile.compressed
            try makePrivate(packed)
            try GzipFile.compress(path, to: packed)
            try sync(packed)
            try FileManager.default.removeItem(atPath: path)
        }
        let manifest = BackupManifest(
            madeAt: instant, sha256: sha256, byteCount: byteCount, isCompressed: compressed,
            contents: contents)
        let manifestPath = folder + "/" + BackupFile.manifest
        try makePrivate(manifestPath, [UInt8](manifest.json))
        return manifest
    }

    /// Removes the oldest. Their names sort by time.
    private static func prune(_ destination: String, keep: Int) throws -> Int {
        let names = try FileManager.default.contentsOfDirectory(atPath: destination)
            .filter { $0.hasPrefix(BackupFile.namePrefix) }.sorted()
        let old = names.dropLast(max(1, keep))
        for name in old {
            try FileManager.default.removeItem(atPath: destination + "/" + name)
        }
        return old.count
    }

    /// The bytes of a file, or of everything in a folder.
    static func size(_ path: String) throws -> Int {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return 0 }
        if isFolder.boolValue {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .reduce(0) { try $0 + size(path + "/" + $1) }
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? NSNumber)?.intValue ?? 0
    }
}
