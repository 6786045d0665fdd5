/// The password that somebody else was told: it opens the door once, and then she chooses her own.
package enum FirstPassword {
    private static let mark = "first:"
    private static let usedMark = "used:"

    /// Letters and digits that nobody mixes up when they are read aloud.
    private static let signs = Array("abcdefghjkmnpqrstuvwxyz23456789")

    /// A new one, of 59 bits: `k7mp-3vqx-9tdw`.
    package static func random() -> String {
        var source = SystemRandomNumberGenerator()
        return (0..<3).map { _ in
            String((0..<4).map { _ in signs[Int.random(in: signs.indices, using: &source)] })
        }.joined(separator: "-")
    }

    /// As it is stored: its hash, marked. Slow on purpose.
    package static func stored(_ password: String) -> String {
        mark + PasswordHash(of: password).rawValue
    }

    /// What is stored when it has opened the door: nothing opens it any more, until she has chosen her own.
    package static func used() -> String { usedMark + RandomID.token() }

    /// The hash in what is stored, whether it is of a first password or of her own.
    package static func hash(in stored: String) -> PasswordHash {
        PasswordHash(
            rawValue: stored.hasPrefix(mark) ? String(stored.dropFirst(mark.count)) : stored)
    }

    /// Whether what is stored is a first password that nobody has used yet.
    package static func isUnused(_ stored: String) -> Bool { stored.hasPrefix(mark) }

    /// Whether she has come in by a first password and has none of her own yet.
    package static func isUsed(_ stored: String) -> Bool { stored.hasPrefix(usedMark) }
}
