internal import Domain
internal import HTTP
internal import Records
internal import Synchronization

/// The door behind "Se din aftale": counts wrong codes, remembers who came in with a right one and
/// what was typed by who did not. In memory only; a restart closes it.
final class CodeGuard: Sendable {
    static let cookieName = "__Host-aftale"
    static let minutesOpen = 15

    /// Five wrong codes from one household, then one in three minutes. A right one gives no turn back: who has a code of
    /// her own could otherwise guess on for ever.
    static let household = Pace(atOnce: 5, secondsForOne: 180)
    /// And all households together. Guessing 40 bits at this pace takes longer than a life.
    static let everybody = Pace(atOnce: 300, secondsForOne: 3)

    private enum Counter: Hashable {
        case household(NetworkPrefix)
        case everybody
    }

    private let turns = TurnTaking<Counter>()
    /// Who is inside, and who stands outside with what she typed: strangers who press the button on and on make room
    /// for each other, and never take the place of somebody with a code.
    private let inside = Visitors<CaseID>(countMax: 20_000, minutes: minutesOpen)
    private let outside = Visitors<(typed: String, fault: CodeFault)>(
        countMax: 5_000, minutes: minutesOpen)

    /// In how many seconds this household may try again, where it, or everybody, has guessed too much.
    func secondsToWait(from guest: ClientAddress, at now: Instant) -> Int? {
        turns.secondsLeft(paces(guest), at: now)
    }

    /// Counts a wrong code.
    func wrongCode(from guest: ClientAddress, at now: Instant) {
        _ = turns.secondsToWait(paces(guest), at: now)
    }

    private func paces(_ guest: ClientAddress) -> [(key: Counter, pace: Pace)] {
        guest.paces(Self.household).map { (key: .household($0.key), pace: $0.pace) }
            + [(key: .everybody, pace: Self.everybody)]
    }

    /// Lets somebody in for a quarter of an hour; the key is for her cookie.
    func beginSession(_ caseID: CaseID, at now: Instant) -> String {
        inside.remember(caseID, at: now)
    }

    /// Keeps what was typed, to give it back on the page that says what is wrong.
    func refuse(_ typed: String, _ fault: CodeFault, at now: Instant) -> String {
        outside.remember(
            (typed: String(typed.unicodeScalars.prefix(200)), fault: fault), at: now)
    }

    /// The case somebody inside may see.
    func caseID(_ key: String?, at now: Instant) -> CaseID? {
        inside.find(key, at: now)
    }

    /// What somebody outside typed, and what was wrong with it.
    func refusal(_ key: String?, at now: Instant) -> (typed: String, fault: CodeFault)? {
        outside.find(key, at: now)
    }

    /// She has left.
    func endSession(_ key: String?) {
        inside.forget(key)
        outside.forget(key)
    }
}

/// People at a door, each by the key in her cookie, for so many minutes. When there are too many, the first who came
/// makes room.
private final class Visitors<Who: Sendable>: Sendable {
    private struct State {
        var byKey: [String: (who: Who, since: Instant)] = [:]
        /// The keys in the order they came.
        var order: [String] = []
        var oldest = 0
    }

    private let state = Mutex(State())
    private let countMax: Int
    private let seconds: Int

    init(countMax: Int, minutes: Int) {
        self.countMax = countMax
        seconds = minutes * 60
    }

    func remember(_ who: Who, at now: Instant) -> String {
        let key = DraftKey.randomText()
        state.withLock { state in
            state.byKey[key] = (who, now)
            state.order.append(key)
            guard state.order.count - state.oldest > countMax else { return }
            state.byKey[state.order[state.oldest]] = nil
            state.oldest += 1
            if state.oldest > countMax {
                state.order.removeFirst(state.oldest)
                state.oldest = 0
            }
        }
        return key
    }

    func find(_ key: String?, at now: Instant) -> Who? {
        guard let key, let found = state.withLock({ $0.byKey[key] }),
            now.seconds - found.since.seconds < seconds
        else { return nil }
        return found.who
    }

    func forget(_ key: String?) {
        guard let key else { return }
        state.withLock { $0.byKey[key] = nil }
    }
}
