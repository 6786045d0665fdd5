internal import Domain
internal import HTTP
internal import Synchronization

/// How often something may be done: some times in a row, and then once in so many seconds.
struct Pace: Hashable, Sendable {
    /// How often in a row.
    let atOnce: Int
    /// When the next turn has come, once those are used.
    let secondsForOne: Int

    /// For several households together.
    func times(_ factor: Int) -> Pace {
        Pace(atOnce: atOnce * factor, secondsForOne: max(1, secondsForOne / factor))
    }
}

/// Lets everybody have her turn: who has used hers waits until the next has come, whoever she is and whether she was right.
///
/// A household is an IPv4 address or the /64 of an IPv6 address; the /56 and the /48 around it have a pace of their own,
/// since one customer may hold all of it. In memory only, and never more than ``keysMax`` of them.
final class TurnTaking<Key: Hashable & Sendable>: Sendable {
    /// What is left of a pace. Filled again as time goes.
    private struct Turns {
        var left: Double
        var at: Instant
    }

    private struct State {
        var turns: [Key: Turns] = [:]
        /// The keys in the order they came: the oldest makes room.
        var order: [Key] = []
        var oldest = 0
    }

    private let state = Mutex(State())
    /// One key is forgotten for another above so many. Whoever is forgotten has all her turns again.
    private let keysMax: Int

    init(keysMax: Int = 20_000) { self.keysMax = keysMax }

    /// Takes one turn of every key, or none.
    ///
    /// - Returns: nil where each had one left, else in how many seconds all have.
    func secondsToWait(_ paces: [(key: Key, pace: Pace)], at now: Instant) -> Int? {
        state.withLock { state in
            if let seconds = Self.wait(paces, in: state, at: now) { return seconds }
            for (key, pace) in paces {
                let left = Self.left(state.turns[key], pace, at: now)
                if state.turns[key] == nil { remember(key, &state) }
                state.turns[key] = Turns(left: left - 1, at: now)
            }
            return nil
        }
    }

    /// In how many seconds all keys have a turn; nil where they have one now. Takes none.
    func secondsLeft(_ paces: [(key: Key, pace: Pace)], at now: Instant) -> Int? {
        state.withLock { Self.wait(paces, in: $0, at: now) }
    }

    /// Gives one turn back: what was counted was not what is counted.
    func giveBack(_ paces: [(key: Key, pace: Pace)], at now: Instant) {
        state.withLock { state in
            for (key, pace) in paces where state.turns[key] != nil {
                let left = Self.left(state.turns[key], pace, at: now)
                state.turns[key] = Turns(left: min(Double(pace.atOnce), left + 1), at: now)
            }
        }
    }

    private static func wait(
        _ paces: [(key: Key, pace: Pace)], in state: State, at now: Instant
    ) -> Int? {
        let waits = paces.compactMap { key, pace -> Int? in
            let left = left(state.turns[key], pace, at: now)
            return left < 1
                ? max(
                    1, Int(((1 - left) * Double(pace.secondsForOne) - roundingError).rounded(.up)))
                : nil
        }
        return waits.max()
    }

    private static var roundingError: Double { 0.001 }

    private static func left(_ turns: Turns?, _ pace: Pace, at now: Instant) -> Double {
        guard let turns else { return Double(pace.atOnce) }
        // Also when the clock is put back: nobody waits for days.
        let seconds = abs(turns.at.age(at: now))
        return min(Double(pace.atOnce), turns.left + Double(seconds) / Double(pace.secondsForOne))
    }

    private func remember(_ key: Key, _ state: inout State) {
        state.order.append(key)
        if state.turns.count >= keysMax {
            state.turns[state.order[state.oldest]] = nil
            state.oldest += 1
        }
        guard state.oldest > keysMax else { return }
        state.order.removeFirst(state.oldest)
        state.oldest = 0
    }
}

extension ClientAddress {
    /// The household's pace, and more for the blocks around it: a customer may hold a /56 or a /48.
    func paces(_ household: Pace) -> [(key: NetworkPrefix, pace: Pace)] {
        zip(networkPrefixes, [1, 2, 4]).map { (key: $0, pace: household.times($1)) }
    }
}
