private import Crypto
private import CryptoExtras
private import Foundation
private import Synchronization

/// A password as it is stored: scrypt with a salt of its own, as text in the PHC manner
/// (`$scrypt$ln=15,r=8,p=3$salt$hash`).
package struct PasswordHash: RawRepresentable, Hashable, Sendable {
    /// The text that is stored.
    package let rawValue: String

    /// A stored text.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// 2^15 rounds, as OWASP advises with r=8 and p=3.
    package static let logRounds = 15
    private static let blockSize = 8
    private static let parallelism = 3
    private static let byteCount = 32
    private static let saltByteCount = 16

    /// One at a time: each takes 32 MB and a third of a second, and a storm of log-ins must not
    /// take the machine.
    private static let turn = Mutex(())

    /// Hashes a new password. Slow by intent; only invented people in tests and demonstrations get
    /// fewer rounds, and their hash says so.
    package init(of password: String, logRounds: Int = PasswordHash.logRounds) {
        let salt = RandomID.bytes(Self.saltByteCount)
        let hash = Self.derive(
            password, salt: salt, logRounds: logRounds, blockSize: Self.blockSize,
            parallelism: Self.parallelism)
        rawValue =
            "$scrypt$ln=\(logRounds),r=\(Self.blockSize),p=\(Self.parallelism)"
            + "$\(Self.encode(salt))$\(Self.encode(hash ?? RandomID.bytes(Self.byteCount)))"
    }

    /// Whether this is the password. Slow by intent, and as slow for a text that is no hash, so
    /// that an unknown login cannot be told from a wrong password.
    package func matches(_ password: String) -> Bool {
        let parts = Parts(rawValue)
        let known = parts ?? Parts.none
        let hash = Self.derive(
            password, salt: known.salt, logRounds: known.logRounds, blockSize: known.blockSize,
            parallelism: known.parallelism)
        guard let hash, parts != nil else { return false }
        return ConstantTime.areEqual(hash, known.hash)
    }

    /// A hash that no password has, to spend the same time on a login that does not exist.
    package static let ofNobody = PasswordHash(rawValue: "")

    private struct Parts {
        let logRounds: Int
        let blockSize: Int
        let parallelism: Int
        let salt: [UInt8]
        let hash: [UInt8]

        static let none = Parts(
            logRounds: PasswordHash.logRounds, blockSize: PasswordHash.blockSize,
            parallelism: PasswordHash.parallelism,
            salt: [UInt8](repeating: 0, count: saltByteCount),
            hash: [UInt8](repeating: 0, count: byteCount))

        init(logRounds: Int, blockSize: Int, parallelism: Int, salt: [UInt8], hash: [UInt8]) {
            self.logRounds = logRounds
            self.blockSize = blockSize
            self.parallelism = parallelism
            self.salt = salt
            self.hash = hash
        }

        init?(_ text: String) {
            let fields = text.split(separator: "$", omittingEmptySubsequences: false)
            guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt" else { return nil }
            var costs: [Substring: Int] = [:]
            for cost in fields[2].split(separator: ",") {
                let pair = cost.split(separator: "=")
                guard pair.count == 2, let number = Int(pair[1]) else { return nil }
                costs[pair[0]] = number
            }
            guard let logRounds = costs["ln"], (10...18).contains(logRounds),
                let blockSize = costs["r"], (1...16).contains(blockSize),
                let parallelism = costs["p"], (1...8).contains(parallelism),
                let salt = PasswordHash.decode(fields[3]), salt.count >= 8,
                let hash = PasswordHash.decode(fields[4]), hash.count == byteCount
            else { return nil }
            self.init(
                logRounds: logRounds, blockSize: blockSize, parallelism: parallelism, salt: salt,
                hash: hash)
        }
    }

    private static func derive(
        _ password: String, salt: [UInt8], logRounds: Int, blockSize: Int, parallelism: Int
    ) -> [UInt8]? {
        turn.withLock { _ in
            let rounds = 1 << logRounds
            let key = try? KDF.Scrypt.deriveKey(
                from: Array(password.precomposedStringWithCanonicalMapping.utf8), salt: salt,
                outputByteCount: byteCount, rounds: rounds, blockSize: blockSize,
                parallelism: parallelism, maxMemory: 128 * blockSize * (rounds + parallelism + 2))
            return key?.withUnsafeBytes { Array($0) }
        }
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { [UInt8]($0) }
    }
}
