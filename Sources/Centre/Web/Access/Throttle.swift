internal import Domain
internal import Synchronization

/// Slows down whoever guesses: a few wrong answers per name and per source, then a pause. In memory only.
final class Throttle: Sendable {
    private let failuresMax: Int
    private let pauseSeconds: Int
    private let failures = Mutex<[String: [Instant]]>([:])

    init(failuresMax: Int, pauseMinutes: Int) {
        self.failuresMax = failuresMax
        self.pauseSeconds = pauseMinutes * 60
    }

    /// Whether this name or source has used up its tries.
    func isClosed(_ key: String, at now: Instant) -> Bool {
        failures.withLock { all in
            recent(all[key] ?? [], at: now).count >= failuresMax
        }
    }

    /// Counts a wrong answer.
    func failed(_ key: String, at now: Instant) {
        failures.withLock { all in
            if all.count > 10_000 {
                all = all.filter { !recent($0.value, at: now).isEmpty }
            }
            all[key] = recent(all[key] ?? [], at: now) + [now]
        }
    }

    /// What was counted last was no failure after all.
    func takeBack(_ key: String) {
        failures.withLock { all in
            guard var counted = all[key], !counted.isEmpty else { return }
            counted.removeLast()
            all[key] = counted.isEmpty ? nil : counted
        }
    }

    /// A right answer wipes the slate.
    func succeeded(_ key: String) {
        failures.withLock { $0[key] = nil }
    }

    private func recent(_ instants: [Instant], at now: Instant) -> [Instant] {
        // What lies as far ahead was counted before the clock was put back: a pause never lasts for days.
        instants.filter { abs($0.age(at: now)) < pauseSeconds }
    }
}
