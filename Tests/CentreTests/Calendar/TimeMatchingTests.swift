import Domain
import Testing

@testable import Centre

@Suite("Who can be met in time")
struct TimeMatchingTests {
    private let start = CalendarDay(number: 20_766)

    private func waiting(_ days: Int, _ columns: Set<Int>? = nil) -> TimeMatching.Waiting {
        .init(lastDay: start.adding(days: days), columns: columns)
    }

    private func free(_ days: Int, _ column: Int = 0, _ count: Int = 1) -> TimeMatching.Bucket {
        .init(day: start.adding(days: days), column: column, count: count)
    }

    @Test("the earliest last day gets the time, and the other is told")
    func earliest() {
        let matching = TimeMatching([waiting(9), waiting(2)], [free(1)])
        #expect(matching.unmet == [0])
        let saving = matching.saving(in: [0], from: start)
        #expect(saving?.day == start.adding(days: 9) && saving?.saved == 0)
    }

    @Test("who has a choice makes room for who has none")
    func room() {
        let matching = TimeMatching([waiting(3), waiting(3, [0])], [free(1, 0), free(3, 1)])
        #expect(matching.unmet.isEmpty)
        #expect(matching.saving(in: [0, 1], from: start) == nil)
    }

    @Test("a time that another makes room for may lie later than her own last day")
    func chain() {
        // The time on day 1 is the only one; one more on day 8 moves the one who can wait, and saves the other.
        let matching = TimeMatching([waiting(8), waiting(8, [0])], [free(1, 0)])
        #expect(matching.unmet == [1])
        let saving = matching.saving(in: [1], from: start)
        #expect(saving == .init(day: start.adding(days: 8), column: 1, saved: 1))
    }

    /// How many can get a time at the most, tried in every way there is.
    private func most(
        _ waiting: ArraySlice<TimeMatching.Waiting>, _ times: [TimeMatching.Bucket]
    ) -> Int {
        guard let one = waiting.first else { return 0 }
        var best = most(waiting.dropFirst(), times)
        for (place, time) in times.enumerated() where one.mayHave(time) {
            var rest = times
            rest.remove(at: place)
            best = max(best, 1 + most(waiting.dropFirst(), rest))
        }
        return best
    }

    @Test("as many as possible: ten thousand small centres against every way there is")
    func bruteForce() {
        var random = DemoRandom(seed: 5)
        for _ in 0..<10_000 {
            let cases = (0..<random.number(0...5)).map { _ in
                waiting(
                    random.number(0...4),
                    random.chance(50) ? nil : Set((0..<3).filter { _ in random.chance(50) }))
            }
            let buckets = Set(
                (0..<random.number(0...4)).map { _ in
                    free(random.number(0...4), random.number(0...2))
                }
            )
            .map { free(start.days(until: $0.day), $0.column, random.number(1...2)) }
            let times = buckets.flatMap { bucket in
                Array(
                    repeating: free(start.days(until: bucket.day), bucket.column),
                    count: bucket.count)
            }
            let matching = TimeMatching(cases, buckets)
            let met = most(cases[...], times)
            #expect(cases.count - matching.unmet.count == met)
            // Nobody who waits for an earlier day could have had a time without one more being left out.
            let saving = matching.saving(in: [0, 1, 2], from: start)
            if let saving {
                let more =
                    times + [
                        .init(day: saving.day, column: saving.column, count: 1)
                    ]
                #expect(most(cases[...], more) == met + 1)
            } else if let unmet = matching.unmet.first {
                // Only somebody whom nobody may take, or whose last day is gone, is beyond saving.
                #expect(
                    matching.unmet.allSatisfy { cases[$0].columns?.isEmpty == true }, "\(unmet)")
            }
        }
    }
}
