internal import Foundation

/// What a backup says of itself, in `manifest.json` beside its database.
struct BackupManifest: Codable, Equatable, Sendable {
    static let currentFormat = "fjorten-backup/1"

    var format = Self.currentFormat
    /// When it was made: instant, UTC.
    let madeAt: String
    /// Of the database's bytes before compression.
    let sha256: String
    let byteCount: Int
    let isCompressed: Bool
    /// The newest migration it has had.
    let schemaNumber: Int
    let schemaDigest: String
    /// The audit chain's last link: proves later that no older row was changed, nor a last one cut.
    let chainLength: Int
    let chainHead: String
    /// Rows of each table.
    let counts: [String: Int]

    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self) + Data("\n".utf8)
        }
    }

    init(
        madeAt: String, sha256: String, byteCount: Int, isCompressed: Bool, contents: BackupContents
    ) {
        self.madeAt = madeAt
        self.sha256 = sha256
        self.byteCount = byteCount
        self.isCompressed = isCompressed
        schemaNumber = contents.schemaNumber
        schemaDigest = contents.schemaDigest
        chainLength = contents.chainLength
        chainHead = contents.chainHead
        counts = contents.counts
    }

    /// Reads the manifest of a backup's folder.
    init(folder: String) throws(BackupFailure) {
        let path = folder + "/" + BackupFile.manifest
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .noManifest(path: path)
        }
        do {
            self = try JSONDecoder().decode(BackupManifest.self, from: data)
        } catch {
            throw .manifestMalformed(path: path)
        }
        guard format == Self.currentFormat else { throw .manifestMalformed(path: path) }
    }

    var contents: BackupContents {
        BackupContents(
            schemaNumber: schemaNumber, schemaDigest: schemaDigest, chainLength: chainLength,
            chainHead: chainHead, counts: counts)
    }
}

/// What a database holds, as far as a backup can be checked by it.
struct BackupContents: Equatable, Sendable {
    let schemaNumber: Int
    let schemaDigest: String
    let chainLength: Int
    let chainHead: String
    let counts: [String: Int]
}

/// The files of a backup's folder.
enum BackupFile {
    static let manifest = "manifest.json"
    static let database = "fjorten.sqlite"
    static let compressed = "fjorten.sqlite.gz"
    /// Says when the backup was restored for a trial.
    static let proof = "restored"
    static let namePrefix = "fjorten-"
    static let partialPrefix = ".partial-"
}

/// Why a backup is not made, or not restored. Nothing half done stays behind.
public enum BackupFailure: Error, Sendable, Hashable {
    /// The copy is not sound; the problems are SQLite's own words about pages and indexes.
    case copyDamaged(problems: [String])
    /// There is no manifest, so this is not a backup.
    case noManifest(path: String)
    /// The manifest is not one this program knows.
    case manifestMalformed(path: String)
    /// The database of the backup is missing.
    case databaseMissing(path: String)
    /// The database is not the one the manifest speaks of.
    case digestDiffers(path: String)
    /// The database does not hold what the manifest says.
    case contentsDiffer(what: String)
    /// There is a centre in that folder already; nothing ever overwrites one.
    case folderInUse(path: String)
    /// What was to be made is there already.
    case exists(path: String)
    /// The disk or its permissions stood in the way.
    case storage(path: String, errno: Int32)
    /// SQLite said no.
    case database(String)
}

extension BackupFailure: CustomStringConvertible {
    /// One sentence for whoever typed the command.
    public var description: String {
        switch self {
        case .copyDamaged(let problems):
            "The copy is damaged (\(problems.first ?? "")); check the database with: fjorten verify"
        case .noManifest(let path): "There is no backup here: \(path) is missing."
        case .manifestMalformed(let path):
            "\(path) is not the manifest of a backup this program knows."
        case .databaseMissing(let path): "The backup's database \(path) is missing."
        case .digestDiffers(let path):
            "\(path) is not the file its manifest speaks of; nothing was restored."
        case .contentsDiffer(let what):
            "The backup does not hold what its manifest says (\(what)); nothing was restored."
        case .folderInUse(let path):
            "There is a centre in \(path) already; give a new or empty folder."
        case .exists(let path): "\(path) is there already; give a name that is not."
        case .storage(let path, let number):
            "\(path) could not be read or written: \(String(cString: strerror(number)))."
        case .database(let words): words
        }
    }
}
