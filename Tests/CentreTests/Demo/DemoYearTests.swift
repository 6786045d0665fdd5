import Domain
import Testing

@testable import Centre

@Suite("The invented year")
struct DemoYearTests {
    static let lastDay = CalendarDay(isoText: "2026-11-12")
    static let year = lastDay.map { DemoYear(seed: 14, lastDay: $0) }

    @Test("is the same for the same seed, and another for another")
    func deterministic() throws {
        let day = try #require(Self.lastDay)
        #expect(DemoYear(seed: 14, lastDay: day).stories == Self.year?.stories)
        #expect(DemoYear(seed: 15, lastDay: day).stories != Self.year?.stories)
    }

    @Test("tells of every outcome the guarantee knows", arguments: DemoStory.Outcome.allCases)
    func outcomes(outcome: DemoStory.Outcome) throws {
        let year = try #require(Self.year)
        #expect(year.stories.contains { $0.outcome == outcome })
    }

    @Test("has nobody in it who could be alive")
    func nobodyAlive() throws {
        let year = try #require(Self.year)
        #expect(Set(year.stories.map(\.person.cpr)).count == year.stories.count)
        for person in year.stories.map(\.person) {
            let number = try #require(CPRNumber(person.cpr), "\(person.cpr)")
            #expect((1858...1899).contains(number.born.year))
            #expect(person.phone.hasPrefix("12") && person.phone.count == 8)
        }
    }

    @Test("is lived in the order it happened, and not beyond its end")
    func order() throws {
        let year = try #require(Self.year)
        let end = Instant(day: year.lastDay, hour: 12, minute: 0)
        let acts = year.acts(before: end)
        #expect(acts.map(\.act.at) == acts.map(\.act.at).sorted())
        #expect(acts.allSatisfy { $0.act.at < end })
        #expect(acts.count > 1_000)
    }
}
