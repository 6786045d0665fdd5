internal import Crypto
internal import Foundation
package import SQLite

/// The migrations this program knows, in order, each with the digest of its file: what has landed is never changed.
package enum KnownMigrations {
    package static let digests: [(name: String, digest: String)] = [
        (
            "0001-the-house.sql",
            "806469d585b55a4f6ee35ee68311593f605cbe21b0e835d309c069ba1a28fb3b"
        ),
        (
            "0002-data-dictionary.sql",
            "5991c577dd59fb5d6660c7b9376e427111e1ba1bf4d8597341735ca0055f7763"
        ),
        (
            "0003-forgetting.sql",
            "dbb4db9884982a41a268d321628c08b38facb1808ad58760b60b94bebcb81a61"
        ),
        (
            "0004-lookup-keys.sql",
            "11d62bdf9f5e2df5276d91a59f2a4d0ba06cb643a8904535c04cb130db180bc2"
        ),
        (
            "0005-access-review.sql",
            "38d34d385f1dcb5793451ca70ea8e7ffc25272fb07d1b75288e9f727203bf90f"
        ),
        (
            "0006-row-proofs.sql",
            "b6b12c0ed5b37be2b5bb7e2091a629537673215a556f540b09f2498dc6abbd54"
        ),
        (
            "0007-instruments.sql",
            "02bf895d9dfa855efc9e53eb11183e17b058113e01e2e983f60c61fa8411edc0"
        ),
        (
            "0008-advice.sql",
            "36333087691a3754b41ca2f4bf52c4b69dac723d6df7bd0df39f479adc648006"
        ),
        (
            "0009-centre-facts.sql",
            "98ed837f3baa13025e00717d53a5eaf80d3a4913720bb58146c66caf73b8f296"
        ),
        (
            "0010-calendar.sql",
            "1447f4a2fa6500dd12378cd85f3c0e494671ec0cc5190cf0fa98fe5065a5a523"
        ),
    ]

    /// Reads the files of `Migrations/`.
    ///
    /// - Throws: ``OpeningError/noMigrations(folder:)`` where one is missing, ``MigrationError/fileChanged(number:name:)`` where
    ///   one is not as it landed.
    package static func migrator(folder: String) throws -> Migrator {
        var migrations: [Migration] = []
        for (index, known) in digests.enumerated() {
            guard let file = FileManager.default.contents(atPath: "\(folder)/\(known.name)") else {
                throw OpeningError.noMigrations(folder: folder)
            }
            guard Hex.text(SHA256.hash(data: file)) == known.digest else {
                throw MigrationError.fileChanged(number: index + 1, name: known.name)
            }
            migrations.append(
                Migration(
                    number: index + 1, name: known.name,
                    sql: String(decoding: file, as: UTF8.self), digest: known.digest))
        }
        return Migrator(migrations: migrations)
    }
}
