internal import HTTP
internal import Records

/// A browser in which somebody of the staff has logged in before: it says so itself, with a number we have signed.
///
/// Who knows no password can fill the brakes of ``LoginGuard`` from a few addresses and keep the whole centre out. A known
/// browser has a count of its own, so that strangers cannot use hers up; it opens nothing without the password.
struct KnownBrowser: Sendable {
    static let cookieName = "__Host-kendt"
    private static let daysMax = 180

    private let number: String
    private let vault: Vault

    /// One that was never here before.
    static func new(_ vault: Vault) -> KnownBrowser {
        KnownBrowser(number: RandomID.token(), vault: vault)
    }

    private init(number: String, vault: Vault) {
        self.number = number
        self.vault = vault
    }

    /// Reads a cookie; nil for one that we have not signed.
    init?(_ cookie: String?, _ vault: Vault) {
        guard let parts = cookie?.split(separator: "."), parts.count == 2,
            parts[0].utf8.count == 32
        else { return nil }
        self.init(number: String(parts[0]), vault: vault)
        guard ConstantTime.areEqual(String(parts[1]), signature) else { return nil }
    }

    /// What its tries are counted by.
    var key: String { number }

    /// The cookie that keeps it known for as long again.
    var cookie: Cookie {
        Cookie(
            Self.cookieName, "\(number).\(signature)", maxAgeSeconds: Self.daysMax * 86_400,
            sameSite: .strict)
    }

    private var signature: String {
        Hex.text(vault.lookup(number, purpose: "known browser"))
    }
}
