internal import Domain
internal import HTTP
internal import Records

/// A browser in which a member of staff has logged in before: it says so itself, with a mark that we have made.
///
/// Who knows no password can use up the turns of ``LoginGuard`` and keep everybody waiting. A known browser has turns of its
/// own, for her own login, so that strangers cannot use them up; it opens nothing without the password. It is known for
/// ninety days, and for as long as she has the same password and may come in.
struct KnownBrowser: Sendable {
    static let cookieName = "__Host-kendt"
    static let daysMax = 90

    /// What its tries are counted by.
    let key: String
    private let text: String

    /// One in which she has logged in now.
    static func new(
        _ member: StaffMember, passwordHash: String, on day: CalendarDay, _ vault: Vault
    ) -> KnownBrowser {
        KnownBrowser(number: RandomID.token(), member, passwordHash, day, vault)
    }

    private init(
        number: String, _ member: StaffMember, _ passwordHash: String, _ day: CalendarDay,
        _ vault: Vault
    ) {
        key = number
        let said = "\(number).\(day.isoText)"
        // Bound to her and to her password: another password makes another mark.
        let mark = vault.lookup(
            "\(said).\(member.id.rawValue).\(passwordHash)", purpose: "known browser")
        text = "\(said).\(Hex.text(mark))"
    }

    /// Reads a cookie; nil for one that was not made for her, with the password she has, in the last ninety days.
    init?(
        _ cookie: String?, of known: (member: StaffMember, passwordHash: String)?,
        on today: CalendarDay, _ vault: Vault
    ) {
        guard let cookie, let known, !known.member.isDisabled else { return nil }
        let parts = cookie.split(separator: ".").map(String.init)
        guard parts.count == 3, parts[0].utf8.count == 32, let day = CalendarDay(isoText: parts[1]),
            (0...Self.daysMax).contains(day.days(until: today))
        else { return nil }
        self.init(number: parts[0], known.member, known.passwordHash, day, vault)
        guard ConstantTime.areEqual(cookie, text) else { return nil }
    }

    /// The cookie that keeps it known.
    var cookie: Cookie {
        Cookie(
            Self.cookieName, text, maxAgeSeconds: Self.daysMax * 86_400, sameSite: .strict)
    }
}
