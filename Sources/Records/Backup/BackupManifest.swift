internal import Foundation

/// What a backup says of itself, in `manifest.json` beside its database.
package struct BackupManifest: Codable, Equatable, Sendable {
    package static let currentFormat = "fjorten-backup/1"

    package var format = Self.currentFormat
    /// When it was made: instant, UTC.
    package let madeAt: String
    /// Of the database's bytes before compression.
    package let sha256: String
    package let byteCount: Int
    package let isCompressed: Bool
    /// The newest migration it has had.
    package let schemaNumber: Int
    package let schemaDigest: String
    /// The audit chain's last link: proves later that no older row was changed, nor a last one cut.
    package let chainLength: Int
    package let chainHead: String
    /// Rows of each table.
    package let counts: [String: Int]

    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self) + Data("\n".utf8)
        }
    }

    package init(
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
    package init(folder: String) throws(BackupError) {
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

    package var contents: BackupContents {
        BackupContents(
            schemaNumber: schemaNumber, schemaDigest: schemaDigest, chainLength: chainLength,
            chainHead: chainHead, counts: counts)
    }
}

/// What a database holds, as far as a backup can be checked by it.
package struct BackupContents: Equatable, Sendable {
    package let schemaNumber: Int
    package let schemaDigest: String
    package let chainLength: Int
    package let chainHead: String
    package let counts: [String: Int]
}

/// The files of a backup's folder.
package enum BackupFile {
    package static let manifest = "manifest.json"
    package static let database = "fjorten.sqlite"
    package static let compressed = "fjorten.sqlite.gz"
    /// Says when the backup was restored for a trial.
    package static let proof = "restored"
    /// All that a backup's folder ever holds.
    package static let all: Set<String> = [manifest, database, compressed, proof]
    package static let namePrefix = "fjorten-"
    package static let partialPrefix = ".partial-"
}
