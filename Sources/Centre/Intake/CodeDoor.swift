internal import Domain
internal import Synchronization

/// The door behind "Se din aftale": counts wrong codes, and remembers who came in with a right one.
/// In memory only; a restart closes it.
final class CodeDoor: Sendable {
    static let cookieName = "__Host-aftale"
    static let minutesOpen = 15

    /// Five wrong codes from one source, then a pause. A right one does not wipe the slate: who has
    /// a code of her own could otherwise guess on for ever.
    private let triesPerSource = Throttle(failuresMax: 5, pauseMinutes: 15)
    /// And a brake on all sources together. Guessing 40 bits at this pace takes longer than a life.
    private let triesInAll = Throttle(failuresMax: 300, pauseMinutes: 15)
    private let inside = Mutex<[String: (caseID: CaseID, since: Instant)]>([:])

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
    func letIn(_ caseID: CaseID, at now: Instant) -> String {
        let key = DraftKey.randomText()
        inside.withLock { inside in
            inside = inside.filter { Self.isOpen($0.value.since, at: now) }
            inside[key] = (caseID, now)
        }
        return key
    }

    /// The case somebody inside may see.
    func caseID(_ key: String?, at now: Instant) -> CaseID? {
        guard let key else { return nil }
        return inside.withLock { inside in
            guard let entry = inside[key], Self.isOpen(entry.since, at: now) else { return nil }
            return entry.caseID
        }
    }

    /// She has left.
    func letOut(_ key: String?) {
        guard let key else { return }
        inside.withLock { $0[key] = nil }
    }

    private static func isOpen(_ since: Instant, at now: Instant) -> Bool {
        now.seconds - since.seconds < minutesOpen * 60
    }
}
