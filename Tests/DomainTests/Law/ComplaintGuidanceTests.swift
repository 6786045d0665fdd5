import Domain
import Testing

/// The guidance of a letter and the deadline of the case are one rule.
@Suite("How a citizen complains of a decision")
struct ComplaintGuidanceTests {
    private func day(_ iso: String) throws -> CalendarDay {
        try #require(CalendarDay(isoText: iso))
    }

    @Test(
        "the last day in the letter is the case's own, for every standard, way and day of two years",
        arguments: ShippedStandards.ids)
    func sameAsVerdict(id: String) throws {
        let standard = try #require(QualityStandard.shipped(id: id))
        let first = try day("2025-01-01")
        for delivery in Delivery.allCases {
            for offset in stride(from: 0, to: 730, by: 1) {
                let on = first.adding(days: offset)
                let decision = Decision(
                    modality: .residential, outcome: .refused, delivery: delivery)
                let guidance = complaintGuidance(on: decision, dated: on, under: standard)
                let verdict = verdict(
                    of: CaseHistory(events: [Event(on: on, .decision(decision))]),
                    under: standard, on: on)
                let due = verdict.deadlines.first { $0.kind == .complaintDecision }?.due
                #expect(guidance.lastDay == due, "\(id) \(delivery) \(on)")
            }
        }
    }

    @Test(
        "a letter has come after six working days, Easter and Christmas counted out; post and hand the same day",
        arguments: [
            ("2025-03-20", Delivery.digitalPost, "2025-03-20", "2025-04-22"),
            ("2025-03-20", .inPerson, "2025-03-20", "2025-04-22"),
            ("2025-03-20", .letter, "2025-03-28", "2025-04-25"),
            ("2025-04-14", .letter, "2025-04-25", "2025-05-23"),
            ("2025-12-19", .letter, "2026-01-05", "2026-02-02"),
            ("2026-05-12", .letter, "2026-05-21", "2026-06-18"),
        ])
    func arrival(letter: String, delivery: Delivery, received: String, lastDay: String) throws {
        let standard = try #require(QualityStandard.shipped(id: "vordingborg-2024"))
        let decision = Decision(modality: .day, outcome: .refused, delivery: delivery)
        let guidance = complaintGuidance(on: decision, dated: try day(letter), under: standard)
        #expect(guidance.receivedOn == (try day(received)))
        #expect(guidance.lastDay == (try day(lastDay)))
        #expect(guidance.because.allSatisfy { !$0.text.isEmpty && !$0.source.isEmpty })
    }

    @Test("health treatment is complained of to the body of the day")
    func healthBody() throws {
        let standard = try #require(QualityStandard.shipped(id: "naestved"))
        let decision = Decision(modality: .day, outcome: .refused, delivery: .letter)
        for (iso, name) in [
            ("2010-06-01", "Sundhedsvæsenets Patientklagenævn"), ("2012-06-01", "Patientombuddet"),
            ("2026-06-01", "Styrelsen for Patientklager"),
        ] {
            let guidance = complaintGuidance(on: decision, dated: try day(iso), under: standard)
            #expect(guidance.healthBody?.name == name)
        }
    }

    @Test("each standard's body decides, the young before others, and nobody where none is named")
    func bodies() throws {
        let lyngby = try #require(QualityStandard.shipped(id: "lyngby-2024"))
        #expect(lyngby.decidingBody(for: .outpatient, isYoung: true)?.id == "youth-meeting")
        #expect(lyngby.decidingBody(for: .outpatient, isYoung: true)?.hasAdviser == true)
        #expect(lyngby.decidingBody(for: .outpatient, isYoung: false)?.id == "visitation-meeting")
        #expect(lyngby.decidingBody(for: .residential, isYoung: true)?.id == "joint-committee")
        let halsnaes = try #require(QualityStandard.shipped(id: "halsnaes-2023"))
        #expect(halsnaes.decidingBody(for: .outpatient, isYoung: false) == nil)
        #expect(
            halsnaes.decidingBody(for: .day, isYoung: false)?.name
                == "Handicap- og Voksenafdelingen")
    }

    @Test("outdated words are found whatever their blanks and letters, and only outside their time")
    func outdated() throws {
        let today = try day("2026-11-12")
        func found(_ text: String, _ on: CalendarDay) -> [String] {
            OutdatedReference.found(in: text, on: on).map(\.words)
        }
        #expect(found("Klag til PATIENTOMBUDDET.", today) == ["Patientombuddet"])
        #expect(found("se §  141\na i loven", today) == ["§ 141 a"])
        #expect(found("§ 141 at § 141, stk. 1", today).isEmpty)
        #expect(found("§ 141 b, stk. 5", today) == ["§ 141 b, stk. 5"])
        #expect(found("Klag til Patientombuddet", try day("2012-01-01")).isEmpty)
        #expect(found("servicelovens § 153", try day("2023-12-31")).isEmpty)
        #expect(found("servicelovens § 153", today) == ["Servicelovens § 153"])
    }
}
