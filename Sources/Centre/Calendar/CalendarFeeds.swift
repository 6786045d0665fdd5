internal import Crypto
internal import Domain
internal import Foundation
internal import Records
internal import SQLite

/// A colleague's own calendar behind a secret address, for her telephone (abonnement). Only a digest of the secret is kept;
/// a new address ends the old, and closing it ends all.
struct CalendarFeeds: Sendable {
    let audit: AuditLog

    /// How far back and ahead it tells.
    static let daysBack = 14
    static let daysAhead = 90

    /// Makes an address, which is shown once.
    ///
    /// - Returns: the secret in it.
    func renew(
        for staff: StaffID, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws -> String {
        let secret = RandomID.token()
        try db.run(
            CalendarSQL.keepFeed,
            [.integer(staff.rawValue), .blob(Self.digest(secret)), .text(now.rfc3339)])
        try audit.record(.feedChanged, by: actor, about: staff, at: now, in: db)
        return secret
    }

    /// Nobody reads it any more.
    func close(
        for staff: StaffID, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        try db.run(CalendarSQL.closeFeed, [.integer(staff.rawValue)])
        try audit.record(.feedChanged, by: actor, about: staff, at: now, in: db)
    }

    /// When her address was made; nil where she has none.
    func madeAt(of staff: StaffID, in db: borrowing Connection) throws -> Instant? {
        try db.firstRow(CalendarSQL.feedOf, [.integer(staff.rawValue)]) {
            try Instant(stored: $0.text(0))
        }
    }

    /// Whose calendar an address opens; nil for one that is unknown or closed, and for who works here no more.
    func staff(behind secret: String, in db: borrowing Connection) throws -> StaffID? {
        guard secret.utf8.count == Self.secretLength else { return nil }
        return try db.firstRow(CalendarSQL.feedBehind, [.blob(Self.digest(secret))]) {
            StaffID($0.integer(0))
        }
    }

    private static let secretLength = 32

    /// 128 random bits want no slow digest.
    private static func digest(_ secret: String) -> [UInt8] {
        Array(SHA256.hash(data: Data("calendar feed \(secret)".utf8)))
    }
}
