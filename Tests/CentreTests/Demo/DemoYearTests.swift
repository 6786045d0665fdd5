import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

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

    @Test("ends for each story as its name says, by the rules themselves")
    func namedAfterTheVerdict() throws {
        let year = try #require(Self.year)
        let standard = try #require(QualityStandard.shipped(id: "lyngby-2024"))
        for story in year.stories {
            let events = try story.acts.compactMap { try $0.event() }
                .filter { $0.on <= year.lastDay }
            let clocks = guaranteeClocks(
                of: CaseHistory(events: events), under: standard, on: year.lastDay)
            let expected = story.outcome == .advice ? nil : story.outcome.rawValue
            #expect(clocks.first?.status.rawValue == expected, "\(story)")
        }
    }
}

extension DemoAct {
    /// The act as a fact of the case history; nil for what the house keeps for itself.
    fileprivate func event() throws -> Event? {
        guard let words else { return nil }
        return try Event(json: JSONReader.read("{\"on\":\"\(at.day.isoText)\",\(words)}"))
    }

    private var words: String? {
        switch kind {
        case .enquiry(let asked):
            """
            "type":"enquiry","wish":"\(asked.wish.rawValue)","by":"\(asked.isRelative ? "relative" : "self")",\
            "channel":"\(asked.isOnWeb ? "web" : "phone")"
            """
        case .taken, .closed, .own: nil
        case .offer(let startsOn): #""type":"offer","startsOn":"\#(startsOn.isoText)""#
        case .declined: #""type":"offer-declined","reason":"own-choice","written":true"#
        case .noShow: #""type":"no-show""#
        case .withdrawn: #""type":"withdrawal""#
        case .outsideDuty: #""type":"outside-duty","reason":"admitted""#
        case .informationTalk: #""type":"service","service":"information-talk","minutes":30"#
        case .assessment: #""type":"service","service":"assessment","minutes":60"#
        case .session(let minutes):
            #""type":"service","service":"individual-session","minutes":\#(minutes)"#
        case .missedSession:
            #""type":"service","service":"individual-session","attended":false"#
        case .discharged(let reason): #""type":"discharge","reason":"\#(reason.rawValue)""#
        }
    }
}
