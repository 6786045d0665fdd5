import Testing

@testable import Domain

@Suite("Explain")
struct ExplainTests {
    private let day = CalendarDay(number: 20_228)

    private func faults(_ text: String) throws -> [String] {
        let standard = try #require(HistoryFiles.standards.values.first)
        do {
            _ = try Explain.verdict(ofHistory: Array(text.utf8), under: standard, on: day)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test("text that is not JSON is one fault of the whole text")
    func notJSON() throws {
        #expect(try faults("").first?.hasPrefix("$: ") == true)
        #expect(try faults("{\"format\":").count == 1)
        #expect(try faults("[]") == ["$: a history is an object, not a list"])
    }

    @Test("missing and unknown keys are named with their own paths, in the order of the file")
    func paths() throws {
        let text = #"""
            {"extra":1,"events":[{"on":"2025-05-12","type":"withdrawal","colour":"red"},
            {"on":"2023-02-29","type":"offer"}]}
            """#
        #expect(
            try faults(text) == [
                "format: missing key", "extra: unknown key", "events[0].colour: unknown key",
                "events[1].on: 2023-02-29 is not a date", "events[1].startsOn: missing key",
            ])
        #expect(try faults(#"{"format":"fjorten-case-history/1"}"#) == ["events: missing key"])
    }

    @Test("a text where no text belongs stands in quotes, so that the fault is no riddle")
    func quotedText() throws {
        let text = #"""
            {"format":"fjorten-case-history/1","events":[{"on":"2025-05-12","type":"service",
            "code":"individual-session","minutes":"60","attended":"true"}]}
            """#
        let lines = try faults(text)
        #expect(lines.contains(#"events[0].minutes: "60" is not a whole number from 0 to 1440"#))
        #expect(lines.contains(#"events[0].attended: "true" is not true or false"#))
    }

    @Test("a fault stays on its line and shows no person number")
    func quietFaults() throws {
        let text = #"""
            {"format":"fjorten-case-history/1","person":{"cpr":"3102999999","sex":"a\nb"},"events":[]}
            """#
        let lines = try faults(text)
        #expect(lines.count == 2)
        #expect(!lines.joined().contains("3102999999"))
        #expect(!lines.joined().contains("\n"))
    }

    @Test("a question after the day is a fault, on the day it is not")
    func questionAfterTheDay() throws {
        func text(_ on: String) -> String {
            #"{"format":"fjorten-case-history/1","events":[],"questions":[{"ask":"unit","on":""#
                + on + #""}]}"#
        }
        #expect(try faults(text(day.isoText)).isEmpty)
        let after = try faults(text(day.adding(days: 1).isoText))
        #expect(after.count == 1)
        #expect(after.first?.hasPrefix("questions[0].on: ") == true)
    }

    @Test(
        "the clock is the law's, whatever the standard promises; an earlier promise is a deadline",
        arguments: [(10, true), (14, false), (20, false)])
    func promise(days: Int, isPromised: Bool) throws {
        let bytes = try #require(ShippedStandards.file(id: ShippedStandards.defaultID))
        let file = try JSONReader.read(bytes).settingLeaf("guarantee.days", to: .integer(days))
        let standard = try QualityStandard(file)
        let history = CaseHistory(events: [
            Event(on: day, .enquiry(Enquiry(wish: .treatment, channel: .web)))
        ])
        let found = verdict(of: history, under: standard, on: day)
        #expect(found.guarantee.map(\.lastDay) == [day.adding(days: 14)])
        let promise = found.deadlines.filter { $0.kind == .guaranteePromise }
        #expect(promise.map(\.due) == (isPromised ? [day.adding(days: days)] : []))
        #expect(promise.allSatisfy { $0.binding == .standard && $0.state == .open })
        let quoted = found.guarantee.flatMap(\.because).contains { $0.source.contains("»") }
        #expect(quoted == (days > 14))
    }

    @Test("treatment is free by law, whatever the standard says", arguments: Payer.allCases)
    func treatmentIsFree(payer: Payer) throws {
        let bytes = try #require(ShippedStandards.file(id: ShippedStandards.defaultID))
        let file = try JSONReader.read(bytes)
            .settingLeaf("payment.treatment", to: .string(payer.rawValue))
        let question = Question(on: day, .payment(.treatment))
        let found = try verdict(
            of: CaseHistory(events: [], questions: [question]), under: QualityStandard(file),
            on: day)
        let answer = try #require(found.answers.first)
        #expect(answer.allowed)
        #expect(answer.value == Payer.centre.rawValue)
        #expect(!answer.because.contains { $0.text.contains("betaler selv") })
    }

    @Test("discharge reasons have the codes of the register, in the same order")
    func dischargeCodes() {
        #expect(
            DischargeReason.allCases.map(\.danishCode) == [
                "faerdig", "andet_tilbud", "hospital", "anden", "mod_raad", "udeblevet", "flyttet",
                "bortvist", "faengsel", "doed",
            ])
    }

    @Test("every word that can be asked is read, and every event type has its word")
    func words() {
        #expect(Ask.Kind.allCases.count == 14)
        #expect(Fact.Kind.allCases.count == 34)
        #expect(ServiceCode.allCases.count == 21)
    }
}
