internal import Synchronization

/// One loop's counters: written by its thread alone, read by any.
final class LoopMetrics: Sendable {
    /// 1xx, 2xx … 5xx.
    private let statuses: [Counter] = (0..<5).map { _ in Counter() }
    private let buckets: [Counter] = (0...ServerMetrics.bucketMicroseconds.count).map { _ in
        Counter()
    }
    private let microseconds = Counter()

    final class Counter: Sendable {
        private let value = Atomic<UInt64>(0)

        func add(_ amount: UInt64) { value.add(amount, ordering: .relaxed) }
        var now: UInt64 { value.load(ordering: .relaxed) }
    }

    func count(_ status: Status, _ took: UInt64) {
        statuses[min(max(status.code / 100, 1), 5) - 1].add(1)
        var bucket = 0
        for limit in ServerMetrics.bucketMicroseconds where took > limit { bucket += 1 }
        buckets[bucket].add(1)
        microseconds.add(took)
    }

    var statusCounts: [UInt64] { statuses.map(\.now) }
    var bucketCounts: [UInt64] { buckets.map(\.now) }
    var total: UInt64 { microseconds.now }
}

/// What a server has counted since its start.
package struct ServerMetrics: Sendable {
    /// The upper bounds of the latency buckets; the last bucket has none.
    package static let bucketMicroseconds: [UInt64] = [
        500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
        2_500_000, 10_000_000,
    ]
    /// Requests answered, by the first digit of the status: 1xx at 0, 5xx at 4.
    package let responsesByClass: [UInt64]
    /// Requests answered, by how long the answer took: one more than the bounds.
    package let bucketCounts: [UInt64]
    /// The time all answers took together.
    package let totalMicroseconds: UInt64
    /// Connections open now.
    package let connectionCount: Int

    init(_ loops: [LoopMetrics], connectionCount: Int) {
        responsesByClass = Self.sum(loops.map(\.statusCounts), 5)
        bucketCounts = Self.sum(loops.map(\.bucketCounts), Self.bucketMicroseconds.count + 1)
        totalMicroseconds = loops.reduce(0) { $0 + $1.total }
        self.connectionCount = connectionCount
    }

    /// Requests answered in all.
    package var requestCount: UInt64 { responsesByClass.reduce(0, +) }

    private static func sum(_ rows: [[UInt64]], _ width: Int) -> [UInt64] {
        rows.reduce(into: [UInt64](repeating: 0, count: width)) { total, row in
            for index in total.indices { total[index] += row[index] }
        }
    }
}
