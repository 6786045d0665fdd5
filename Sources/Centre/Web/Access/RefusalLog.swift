internal import Domain
internal import Records
internal import SQLite
internal import Synchronization

/// What was refused leaves a trace in the audit log: who tried, if she is logged in, and what kind of thing; no address, no
/// word that was typed.
///
/// The log cannot shrink, so nobody may swell it: of one kind by one member of staff, and of one kind by all strangers
/// together, there is a line in ten minutes at the most. How often it was is told to the log stream.
final class RefusalLog: Sendable {
    /// What was refused.
    enum Kind: String, CaseIterable, Sendable {
        /// A page that her role does not open.
        case page
        /// A form with a wrong token, or from another site.
        case form
        /// She, or others where she is, had used their turns.
        case turn
        /// A code that opens no case.
        case code

        var action: AuditAction {
            switch self {
            case .page: .pageRefused
            case .form: .formRefused
            case .turn: .turnRefused
            case .code: .codeRefused
            }
        }
    }

    static let windowSeconds = 600

    private struct Key: Hashable {
        let kind: Kind
        let staff: StaffID?
    }

    private struct Window {
        let since: Int
        var count: Int
    }

    private let house: House
    private let windows = Mutex<[Key: Window]>([:])
    private let failures = TurnTaking<StaffID?>()

    init(_ house: House) { self.house = house }

    /// Notes a refusal. Nobody waits for the line.
    func note(_ kind: Kind, by session: Session?, at now: Instant) {
        let key = Key(kind: kind, staff: session?.member.id)
        let isFirst = windows.withLock { windows in
            if let window = windows[key],
                (0..<Self.windowSeconds).contains(now.seconds - window.since)
            {
                windows[key]?.count += 1
                return false
            }
            windows[key] = Window(since: now.seconds, count: 1)
            return true
        }
        guard isFirst else { return }
        write(kind.action, by: session?.actor ?? .stranger, at: now)
    }

    /// Notes a try with a wrong password at somebody's login, or at one that nobody has: a few lines for each, then one
    /// now and then.
    func noteWrongPassword(of member: StaffMember?, at now: Instant) {
        let pace = member == nil ? Self.strangersPace : Self.membersPace
        guard failures.secondsToWait([(member?.id, pace)], at: now) == nil else { return }
        write(
            .loginFailed, by: Actor(staff: member?.id, role: "guest", session: "-"), at: now)
    }

    private static let membersPace = Pace(atOnce: 5, secondsForOne: 120)
    private static let strangersPace = Pace(atOnce: 5, secondsForOne: 600)

    private func write(_ action: AuditAction, by actor: Actor, at now: Instant) {
        let audit = house.audit
        house.writer.submit({ db in
            _ = try audit.record(action, by: actor, at: now, in: db)
        }) { _ in }
    }

    /// How often each kind was refused in the windows that are over; told once.
    func takeCounts(at now: Instant) -> [Kind: Int] {
        windows.withLock { windows in
            var counts: [Kind: Int] = [:]
            for (key, window) in windows where now.seconds - window.since >= Self.windowSeconds {
                counts[key.kind, default: 0] += window.count
                windows[key] = nil
            }
            return counts
        }
    }
}

extension Actor {
    /// Somebody who is not logged in.
    fileprivate static let stranger = Actor(staff: nil, role: "guest", session: "-")
}

extension AuditAction {
    static let loginFailed = AuditAction("login-failed", "forkert login")
    static let pageRefused = AuditAction("page-refused", "fik ikke lov at se en side")
    static let formRefused = AuditAction("form-refused", "fik en formular afvist")
    static let turnRefused = AuditAction("turn-refused", "måtte vente, før der kunne prøves igen")
    static let codeRefused = AuditAction("code-refused", "skrev en kode, som ingen sag har")
}
