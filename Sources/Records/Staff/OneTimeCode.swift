internal import Crypto
package import Domain
internal import Foundation

/// Codes of six digits that an app makes anew every thirty seconds (TOTP).
///
/// - Standard: RFC 6238 with the defaults that every app has: SHA-1, six digits, thirty seconds.
package enum OneTimeCode {
    static let purpose: StaticString = "second factor"
    static let recoveryCount = 8
    private static let stepSeconds = 30
    /// A clock may be a step before or behind ours.
    private static let stepsOff = 1

    /// Her second factor. Where its secret does not open (another house's key sealed it), no code fits.
    package struct Factor: Sendable {
        let secret: Secret?

        /// The step whose code this is, if it is one of now and later than the one that was used last.
        package func matchingStep(of code: String, at now: Instant, after last: Int) -> Int? {
            let digits = code.utf8.filter { $0 != UInt8(ascii: " ") }
            guard let secret, digits.count == 6 else { return nil }
            let present = now.seconds / OneTimeCode.stepSeconds
            return (present - OneTimeCode.stepsOff...present + OneTimeCode.stepsOff).first { step in
                step > last
                    && ConstantTime.areEqual(Array(secret.code(ofStep: step).utf8), Array(digits))
            }
        }
    }

    /// What she and the house both know: 160 random bits.
    package struct Secret: Sendable {
        private let bytes: [UInt8]

        /// A new one.
        package static func random() -> Secret { Secret(bytes: RandomID.bytes(20)) }

        init(bytes: [UInt8]) { self.bytes = bytes }

        /// The secret of somebody as it is sealed: with her id, so that nobody else's fits.
        package init?(sealedForm: [UInt8], of staff: StaffID) {
            guard sealedForm.count == 28,
                Array(sealedForm.prefix(8)) == staff.rawValue.bigEndianBytes
            else { return nil }
            bytes = Array(sealedForm.dropFirst(8))
        }

        package func sealedForm(for staff: StaffID) -> [UInt8] {
            staff.rawValue.bigEndianBytes + bytes
        }

        /// The code of a step of thirty seconds since 1970 (RFC 4226 §5.3).
        package func code(ofStep step: Int) -> String {
            let digest = Array(
                HMAC<Insecure.SHA1>.authenticationCode(
                    for: Data(Int64(step).bigEndianBytes), using: SymmetricKey(data: bytes)))
            let offset = Int(digest[19] & 0xF)
            let number = digest[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
            let digits = String(number % 1_000_000)
            return String(repeating: "0", count: 6 - digits.count) + digits
        }

        /// The code of now.
        package func code(at now: Instant) -> String {
            code(ofStep: now.seconds / OneTimeCode.stepSeconds)
        }

        /// As an app takes it by hand (RFC 4648 §6): groups of four.
        package var inGroups: String {
            let letters = Array(base32)
            return stride(from: 0, to: letters.count, by: 4).map {
                String(letters[$0..<min($0 + 4, letters.count)])
            }.joined(separator: " ")
        }

        /// What the QR code says.
        package func address(of login: String) -> String {
            // A long login leaves no room for the issuer, which stands in the label as well.
            "otpauth://totp/Fjorten:\(login)?secret=\(base32)"
                + (login.utf8.count <= 28 ? "&issuer=Fjorten" : "")
        }

        private var base32: String {
            let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
            var (text, buffer, bits) = ("", 0, 0)
            for byte in bytes {
                buffer = buffer << 8 | Int(byte)
                bits += 8
                while bits >= 5 {
                    text.append(alphabet[buffer >> (bits - 5) & 31])
                    bits -= 5
                }
                buffer &= (1 << bits) - 1
            }
            return text
        }
    }
}
