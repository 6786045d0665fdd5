package import Domain
internal import Foundation

/// A backup as it lies in its folder: when it was made, and whether it has been restored for a trial.
package struct KnownBackup: Sendable {
    package let name: String
    package let madeAt: Instant
    package let byteCount: Int
    package let provenAt: Instant?

    /// The newest of a folder; nil where there is none.
    package static func newest(in destination: String) -> KnownBackup? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: destination)) ?? []
        let known = names.compactMap { name in
            instant(ofBackup: name).map { (name, $0) }
        }
        guard let (name, madeAt) = known.max(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else {
            return nil
        }
        let folder = destination + "/" + name
        let proof = FileManager.default.contents(atPath: folder + "/" + BackupFile.proof)
        return KnownBackup(
            name: name, madeAt: madeAt, byteCount: (try? Files.byteCount(of: folder)) ?? 0,
            provenAt: proof.flatMap {
                Instant(rfc3339: String(decoding: $0, as: UTF8.self).trimmed)
            })
    }

    /// Writes into a backup's folder that it was restored for a trial.
    package static func noteProof(in folder: String, at now: Instant) throws {
        try Files.makePrivate(
            folder + "/" + BackupFile.proof, Array("\(now.wholeSecond.rfc3339)\n".utf8))
    }

    /// The moment in a backup's name: `fjorten-20260302T090000Z-1f2e3d4c`.
    package static func instant(ofBackup name: String) -> Instant? {
        guard name.hasPrefix(BackupFile.namePrefix) else { return nil }
        let digits = Array(name.dropFirst(BackupFile.namePrefix.count).prefix(16))
        guard digits.count == 16 else { return nil }
        let day = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
        let time =
            "\(String(digits[9..<11])):\(String(digits[11..<13])):\(String(digits[13..<15]))"
        return Instant(rfc3339: "\(day)T\(time)Z")
    }
}
