/// What a writer has done since its start, and what waits for it.
package struct WriterFigures: Sendable, Hashable {
    /// The upper bounds of ``commitCounts`` in microseconds; the last bucket has none.
    package static let bucketMicroseconds: [UInt64] = [
        100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000,
    ]
    /// How many jobs wait right now.
    package internal(set) var waitingCount = 0
    /// Commits, by how long the disk took: one more than the bounds.
    package private(set) var commitCounts = [UInt64](
        repeating: 0, count: Self.bucketMicroseconds.count + 1)
    /// The time all commits took together.
    package private(set) var totalMicroseconds: UInt64 = 0

    /// Commits in all.
    package var commitCount: UInt64 { commitCounts.reduce(0, +) }

    /// What kept changes from the disk, and when it did so last.
    package struct Trouble: Sendable, Hashable {
        /// SQLite's extended code.
        package let code: Int32
        /// By the clock that nobody sets.
        package let at: ContinuousClock.Instant
    }

    /// Nil once something was written again.
    package private(set) var trouble: Trouble?

    mutating func failed(_ error: any Error) {
        guard let error = error as? SQLiteError, error.isStorageTrouble else { return }
        trouble = Trouble(code: error.code, at: .now)
    }

    mutating func wrote() { trouble = nil }

    mutating func committed(in duration: Duration) {
        let took = UInt64(max(0, duration / .microseconds(1)))
        let bucket = Self.bucketMicroseconds.firstIndex { took <= $0 }
        commitCounts[bucket ?? Self.bucketMicroseconds.count] += 1
        totalMicroseconds += took
    }
}
