internal import Domain
internal import Records
internal import Synchronization

/// The door behind "Se din aftale": counts wrong codes, remembers who came in with a right one and
/// what was typed by who did not. In memory only; a restart closes it.
final class CodeGuard: Sendable {
    static let cookieName = "__Host-aftale"
    static let minutesOpen = 15

    /// Five wrong codes from one source, then a pause. A right one does not wipe the slate: who has
    /// a code of her own could otherwise guess on for ever.
    private let triesPerSource = Throttle(failuresMax: 5, pauseMinutes: 15)
    /// And a brake on all sources together. Guessing 40 bits at this pace takes longer than a life.
    private let triesInAll = Throttle(failuresMax: 300, pauseMinutes: 15)
    /// Who stands at the door, by the key in her cookie.
    private enum Visitor {
        case inside(CaseID)
        case outside(typed: String, CodeFault)
    }

    private let visitors = Mutex<[String: (visitor: Visitor, since: Instant)]>([:])
    private static let visitorsMax = 20_000

    /// Whether this source, or everybody, has guessed too much.
    func isClosed(to source: String, at now: Instant) -> Bool {
        triesPerSource.isClosed(source, at: now) || triesInAll.isClosed("all", at: now)
    }

    /// Counts a wrong code.
    func wrongCode(from source: String, at now: Instant) {
        triesPerSource.failed(source, at: now)
        triesInAll.failed("all", at: now)
    }

    /// Lets somebody in for a quarter of an hour; the key is for her cookie.
    func beginSession(_ caseID: CaseID, at now: Instant) -> String {
        remember(.inside(caseID), at: now)
    }

    /// Keeps what was typed, to give it back on the page that says what is wrong.
    func refuse(_ typed: String, _ fault: CodeFault, at now: Instant) -> String {
        remember(.outside(typed: String(typed.unicodeScalars.prefix(200)), fault), at: now)
    }

    /// The case somebody inside may see.
    func caseID(_ key: String?, at now: Instant) -> CaseID? {
        guard case .inside(let caseID) = visitor(key, at: now) else { return nil }
        return caseID
    }

    /// What somebody outside typed, and what was wrong with it.
    func refusal(_ key: String?, at now: Instant) -> (typed: String, fault: CodeFault)? {
        guard case .outside(let typed, let fault) = visitor(key, at: now) else { return nil }
        return (typed, fault)
    }

    /// She has left.
    func endSession(_ key: String?) {
        guard let key else { return }
        visitors.withLock { $0[key] = nil }
    }

    private func remember(_ visitor: Visitor, at now: Instant) -> String {
        let key = DraftKey.randomText()
        visitors.withLock { visitors in
            if visitors.count >= Self.visitorsMax / 2 {
                visitors = visitors.filter { Self.isOpen($0.value.since, at: now) }
            }
            if visitors.count >= Self.visitorsMax { visitors = [:] }
            visitors[key] = (visitor, now)
        }
        return key
    }

    private func visitor(_ key: String?, at now: Instant) -> Visitor? {
        guard let key, let entry = visitors.withLock({ $0[key] }),
            Self.isOpen(entry.since, at: now)
        else { return nil }
        return entry.visitor
    }

    private static func isOpen(_ since: Instant, at now: Instant) -> Bool {
        now.seconds - since.seconds < minutesOpen * 60
    }
}
