internal import Domain
internal import Foundation

/// A backup as it lies in its folder: when it was made, and whether it has been restored for a trial.
struct KnownBackup: Sendable {
    let name: String
    let madeAt: Instant
    let byteCount: Int
    let provenAt: Instant?

    /// The newest of a folder; nil where there is none.
    static func newest(in destination: String) -> KnownBackup? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: destination)) ?? []
        let known = names.compactMap { name in
            BackupKeeper.instant(ofBackup: name).map { (name, $0) }
        }
        guard let (name, madeAt) = known.max(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else {
            return nil
        }
        let folder = destination + "/" + name
        let proof = FileManager.default.contents(atPath: folder + "/" + BackupFile.proof)
        return KnownBackup(
            name: name, madeAt: madeAt, byteCount: (try? Backup.size(folder)) ?? 0,
            provenAt: proof.flatMap {
                Instant(rfc3339: String(decoding: $0, as: UTF8.self).trimmed)
            })
    }

    /// Writes into a backup's folder that it was restored for a trial.
    static func noteProof(in folder: String, at now: Instant) throws {
        try Backup.makePrivate(
            folder + "/" + BackupFile.proof, Array("\(now.wholeSecond.rfc3339)\n".utf8))
    }
}
