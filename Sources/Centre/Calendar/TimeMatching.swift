internal import Domain

/// Who can be met in time: those who wait are matched with the free times, each with one that lies on or before her last
/// day and is with somebody who may take her. As many as possible get one; the earliest last day comes first.
///
/// Kuhn's augmenting paths, with the free times of a colleague and a day as one bucket. Taken in the order of the last
/// days the result is the largest there is, and among the largest the one that leaves the latest last days unmet.
struct TimeMatching: Sendable {
    /// Somebody who waits.
    struct Waiting: Hashable, Sendable {
        var lastDay: CalendarDay
        /// The columns of the free times that she may have; nil for all.
        var columns: Set<Int>?

        func mayHave(_ bucket: Bucket) -> Bool {
            bucket.day <= lastDay && (columns?.contains(bucket.column) ?? true)
        }
    }

    /// Free times of one column (a colleague) on one day.
    struct Bucket: Hashable, Sendable {
        var day: CalendarDay
        var column: Int
        var count: Int
    }

    /// One time more that would save somebody, and whom.
    struct Saving: Hashable, Sendable {
        /// The latest day on which it still saves her.
        let day: CalendarDay
        let column: Int
        /// Her place among those who wait.
        let saved: Int
    }

    let waiting: [Waiting]
    private(set) var buckets: [Bucket]
    /// Who has a time of a bucket.
    private var holders: [[Int]]
    /// Those who get none, the earliest last day first.
    private(set) var unmet: [Int] = []

    init(_ waiting: [Waiting], _ buckets: [Bucket]) {
        self.waiting = waiting
        // The latest times first: the early ones are left for those who need them, and paths stay short.
        self.buckets = buckets.sorted { ($0.day, $0.column) > ($1.day, $1.column) }
        holders = Array(repeating: [], count: buckets.count)
        for one in order {
            var seen = Array(repeating: false, count: buckets.count)
            if !place(one, &seen) { unmet.append(one) }
        }
    }

    private var order: [Int] {
        waiting.indices.sorted { (waiting[$0].lastDay, $0) < (waiting[$1].lastDay, $1) }
    }

    /// Finds her a time, moving others to other times of theirs where that makes room.
    private mutating func place(_ one: Int, _ seen: inout [Bool]) -> Bool {
        for place in buckets.indices where !seen[place] && waiting[one].mayHave(buckets[place]) {
            seen[place] = true
            if holders[place].count < buckets[place].count {
                holders[place].append(one)
                return true
            }
            for (index, other) in holders[place].enumerated() where self.place(other, &seen) {
                holders[place][index] = one
                return true
            }
        }
        return false
    }

    /// The one time that would save most: whoever has the earliest last day of those who get none, as late as it can be.
    ///
    /// - Parameters:
    ///   - columns: in whose calendar it may be found.
    ///   - first: the first day on which one can still be found.
    func saving(in columns: [Int], from first: CalendarDay) -> Saving? {
        guard let latest = waiting.map(\.lastDay).max() else { return nil }
        for one in unmet {
            var day = latest
            while day >= first {
                for column in columns {
                    var more = TimeMatching(
                        waiting: waiting, buckets: buckets, holders: holders)
                    more.add(Bucket(day: day, column: column, count: 1))
                    var seen = Array(repeating: false, count: more.buckets.count)
                    if more.place(one, &seen) {
                        return Saving(day: day, column: column, saved: one)
                    }
                }
                day = day.adding(days: -1)
            }
        }
        return nil
    }

    private init(waiting: [Waiting], buckets: [Bucket], holders: [[Int]]) {
        self.waiting = waiting
        self.buckets = buckets
        self.holders = holders
    }

    private mutating func add(_ bucket: Bucket) {
        buckets.append(bucket)
        holders.append([])
    }
}
