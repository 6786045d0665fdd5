import Domain
import Foundation
import Testing

/// What must hold of every history, whatever it says: checked on all the histories of this folder.
@Suite("Rules")
struct RulePropertyTests {
    static let histories = (HistoryFiles.examples + HistoryFiles.own).compactMap { one in
        try? (one, CaseHistory(json: one.history))
    }

    private func text(_ verdict: Verdict) -> String { JSONWriter.text(verdict.json) }

    @Test("removing a fact that a because names changes the verdict")
    func removingAFact() throws {
        for (file, history) in Self.histories {
            let standard = try #require(HistoryFiles.standards[file.standard])
            let before = verdict(of: history, under: standard, on: file.on)
            let named =
                before.guarantee.flatMap(\.because) + before.deadlines.flatMap(\.because)
                + before.intensity.flatMap(\.because) + before.notices.flatMap(\.because)
                + before.answers.flatMap(\.because)
            for index in Set(named.flatMap(\.facts)) {
                var without = history
                without.events.remove(at: index)
                let after = verdict(of: without, under: standard, on: file.on)
                let isSame = text(before) == text(after)
                #expect(!isSame, "\(file.testDescription): events[\(index)]")
            }
        }
    }

    @Test("a later event that has nothing to do with them changes no clock")
    func unrelatedLaterEvent() throws {
        for (file, history) in Self.histories {
            let standard = try #require(HistoryFiles.standards[file.standard])
            let before = guaranteeClocks(of: history, under: standard, on: file.on)
            for fact in [
                Fact.recordsRequest, .entry(by: .nurse), .informed(about: .driving), .planReviewed,
                .enrolment(unit: nil), .complaint(Complaint(about: .service)),
            ] {
                var with = history
                with.events.insert(Event(on: file.on, fact), at: 0)
                let after = guaranteeClocks(of: with, under: standard, on: file.on)
                #expect(before.map(\.json) == after.map(\.json), "\(file.testDescription)")
            }
        }
    }

    @Test("the order of events on different days is irrelevant")
    func order() throws {
        var random = SystemRandomNumberGenerator()
        for (file, history) in Self.histories where history.events.count > 1 {
            let standard = try #require(HistoryFiles.standards[file.standard])
            let before = text(verdict(of: history, under: standard, on: file.on))
            for _ in 0..<3 {
                var shuffled = history
                let days = Dictionary(grouping: history.events, by: \.on)
                shuffled.events = days.keys.shuffled(using: &random).flatMap { days[$0] ?? [] }
                let isSame = text(verdict(of: shuffled, under: standard, on: file.on)) == before
                #expect(isSame, "\(file.testDescription)")
            }
        }
    }

    @Test("day-counted deadlines move with their facts", arguments: [1, 7, 59, 366])
    func shift(days: Int) throws {
        // No month, no holiday and no rule that enters into force stands between these.
        let history = try CaseHistory(
            json: Array(
                #"""
                {"format":"fjorten-case-history/1","events":[
                {"on":"2025-01-06","type":"enquiry","wish":"treatment","channel":"web"},
                {"on":"2025-01-07","type":"offer","startsOn":"2025-01-15"},
                {"on":"2025-01-15","type":"no-show"},
                {"on":"2025-01-22","type":"service","service":"individual-session","minutes":60},
                {"on":"2025-01-23","type":"outside-duty","reason":"admitted"}]}
                """#.utf8))
        var moved = history
        moved.events = history.events.map { event in
            if case .offer(let offer) = event.fact {
                let startsOn = offer.startsOn.adding(days: days)
                return Event(on: event.on.adding(days: days), .offer(Offer(startsOn: startsOn)))
            }
            return Event(on: event.on.adding(days: days), event.fact)
        }
        let counted = ["intake-interview", "visitation", "course-evaluation", "milestone"]
        for standard in QualityStandard.shipped {
            for day in 0..<100 {
                let on = CalendarDay(number: 20_094 + day)
                let first = verdict(of: history, under: standard, on: on)
                let second = verdict(of: moved, under: standard, on: on.adding(days: days))
                #expect(first.guarantee.map(\.status) == second.guarantee.map(\.status))
                #expect(
                    first.guarantee.map { $0.lastDay.adding(days: days) }
                        == second.guarantee.map(\.lastDay))
                let isCounted = { (deadline: Deadline) in
                    counted.contains { deadline.kind.word.hasPrefix($0) }
                }
                #expect(
                    first.deadlines.filter(isCounted).map { $0.due?.adding(days: days) }
                        == second.deadlines.filter(isCounted).map(\.due))
                #expect(
                    first.deadlines.filter(isCounted).map(\.state)
                        == second.deadlines.filter(isCounted).map(\.state))
            }
        }
    }

    @Test("a renamed copy of a standard gives the same verdicts")
    func renamed() throws {
        for (file, history) in Self.histories {
            let standard = try #require(HistoryFiles.standards[file.standard])
            let bytes = try #require(ShippedStandards.file(id: file.standard))
            let renamedText = String(decoding: bytes, as: UTF8.self)
                .replacingOccurrences(
                    of: "\"id\": \"\(file.standard)\"", with: "\"id\": \"our-own\"")
            let copy = try QualityStandard(json: Array(renamedText.utf8))
            #expect(copy.id == "our-own")
            let expected = text(verdict(of: history, under: standard, on: file.on))
                .replacingOccurrences(of: file.standard, with: "our-own")
            let isSame = text(verdict(of: history, under: copy, on: file.on)) == expected
            #expect(isSame, "\(file.testDescription)")
        }
    }

    @Test("what is written is read back the same")
    func roundTrip() throws {
        for (file, history) in Self.histories {
            let again = try CaseHistory(json: history.json)
            #expect(again == history, "\(file.testDescription)")
            for event in history.events {
                #expect(try Event(json: event.json) == event)
            }
        }
    }

    @Test("every because can be read aloud: a Danish sentence with a source")
    func sentences() throws {
        for (file, history) in Self.histories {
            let standard = try #require(HistoryFiles.standards[file.standard])
            let all = verdict(of: history, under: standard, on: file.on)
            let because =
                [
                    all.guarantee.map(\.because), all.deadlines.map(\.because),
                    all.intensity.map(\.because), all.answers.map(\.because),
                    all.notices.map(\.because),
                ].flatMap { $0 }
            #expect(because.allSatisfy { !$0.isEmpty }, "\(file.testDescription)")
            for reason in because.flatMap({ $0 }) {
                let isSentence =
                    reason.text.first?.isUppercase == true && reason.text.last == "."
                    && !reason.text.contains("  ") && !reason.text.contains("..")
                #expect(isSentence, "\(reason.text)")
                #expect(!reason.source.isEmpty)
            }
        }
    }

    @Test("ten thousand events, many clocks and questions, without growing as their square")
    func size() throws {
        let standard = try #require(QualityStandard.shipped.first)
        func seconds(_ count: Int) throws -> Double {
            let day = CalendarDay(number: 10_000)
            let events = (0..<count).map { number in
                let facts: [Fact] = [
                    .enquiry(Enquiry(wish: .treatment, channel: .web)), .recordsRequest,
                    .service(Service(.individualSession, minutes: 60)), .planAgreed,
                    .discharge(.completed), .complaint(Complaint(about: .health)),
                ]
                return Event(on: day.adding(days: number), facts[number % facts.count])
            }
            let history = CaseHistory(events: events)
            let clock = ContinuousClock()
            let time = clock.measure {
                _ = verdict(of: history, under: standard, on: day.adding(days: count))
            }
            return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
        }
        _ = try seconds(500)
        let (small, large) = (try seconds(1000), try seconds(8000))
        // Eight times the events: well below sixty-four times the time, on a busy machine too.
        #expect(large < 40 * max(small, 0.005))
    }
}
