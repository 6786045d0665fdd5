import Domain
import Testing

/// The fourteen places where law, published texts and arithmetic mislead, each held by a test.
@Suite struct TrapTests {
    private func verdict(
        _ id: String, on iso: String, person: String = #""born": "1980-05-01""#, _ events: [String],
        questions: [String] = []
    ) throws -> Verdict {
        let history = try #require(
            HistoryText.read(person: person, events, questions: questions))
        let standard = try #require(QualityStandard.shipped(id: id))
        let day = try #require(CalendarDay(isoText: iso))
        return Domain.verdict(of: history, under: standard, on: day)
    }

    private func sources(_ verdict: Verdict) -> String {
        JSONWriter.text(verdict.json)
    }

    @Test("T1: anonymity is cited as stk. 7, although the text still says stk. 5")
    func numbersMoved() throws {
        let anonymous = #""born": "1980-05-01", "anonymous": true"#
        let now = try verdict(
            "vordingborg-2024", on: "2024-11-01", person: anonymous, [],
            questions: [HistoryText.ask("anonymous-treatment", "2024-11-01")])
        #expect(sources(now).contains("Sundhedsloven § 141, stk. 7"))
        #expect(!sources(now).contains("Sundhedsloven § 141, stk. 5"))
        let then = try verdict(
            "vordingborg-2024", on: "2015-11-01", person: anonymous, [],
            questions: [HistoryText.ask("anonymous-treatment", "2015-11-01")])
        #expect(sources(then).contains("Sundhedsloven § 141, stk. 5"))
    }

    @Test("T2: no deadline or answer cites the repealed § 141 b, stk. 5")
    func noAppealClause() throws {
        let refused = HistoryText.decision(
            "2025-03-20", "day", #""outcome": "refused", "delivery": "digital-post""#)
        for id in ShippedStandards.ids {
            #expect(try !sources(verdict(id, on: "2025-04-01", [refused])).contains("141 b"))
        }
    }

    @Test("T3: the contract must be offered since 2017, was a choice before")
    func contractIsADuty() throws {
        let due = #", "dueOn": "2017-09-01""#
        let after = try verdict(
            "kl-2009", on: "2017-03-01", [HistoryText.event("2017-02-01", "pregnancy", due)])
        #expect(after.notices.map(\.code) == [.pregnancyOfferMissing])
        let before = try verdict(
            "kl-2009", on: "2016-03-01",
            [HistoryText.event("2016-02-01", "pregnancy", #", "dueOn": "2016-09-01""#)])
        #expect(before.notices.isEmpty)
    }

    @Test(
        "T4: integrated treatment is outside the duty from 2024-09-01, with the region's own clock")
    func integratedTreatment() throws {
        let outside = HistoryText.event(
            "2024-10-05", "outside-duty",
            #", "reason": "integrated-treatment", "regionReceivedOn": "2024-10-07""#)
        let now = try verdict(
            "lyngby-2024", on: "2024-10-10", [HistoryText.enquiry("2024-10-01"), outside])
        #expect(now.guarantee.map(\.status) == [.notCovered])
        #expect(VerdictLines.of(now).contains("deadline region-guarantee 2024-10-21 open"))
        let early = HistoryText.event(
            "2024-06-05", "outside-duty", #", "reason": "integrated-treatment""#)
        let then = try verdict(
            "lyngby-2024", on: "2024-06-10", [HistoryText.enquiry("2024-06-01"), early])
        #expect(then.guarantee.map(\.status) == [.running])
    }

    @Test("T4: what began before the rule ends what it ends on the rule's first day, and says so")
    func integratedTreatmentBefore() throws {
        let outside = HistoryText.event(
            "2024-08-20", "outside-duty", #", "reason": "integrated-treatment""#)
        let found = try verdict(
            "lyngby-2024", on: "2024-10-20", [outside, HistoryText.enquiry("2024-08-25")])
        #expect(found.guarantee.map(\.status) == [.notCovered])
        let said = found.deadlines.filter { $0.state == .cancelled }
            .flatMap(\.because).map(\.text).filter { $0.contains("bortfaldet") }
        #expect(!said.isEmpty)
        #expect(
            said.allSatisfy { $0.contains("fra den 1. september 2024 ikke er kommunens pligt") },
            "\(said)")
    }

    @Test(
        "T5: a concern for a child stands on Barnets lov from 2024, on Serviceloven before",
        arguments: [("2023-12-31", "Serviceloven § 153"), ("2024-01-01", "Barnets lov § 133")])
    func childrensLaw(iso: String, citation: String) throws {
        let concern = HistoryText.event(iso, "child-concern", #", "parentsInformed": true"#)
        let found = try verdict("vordingborg-2024", on: "2024-02-01", [concern])
        #expect(sources(found).contains(citation))
    }

    @Test("T6: a health complaint goes to the body of its day, not to the one in the old text")
    func bodiesMoved() throws {
        let complaint = HistoryText.event("2025-03-01", "complaint", #", "about": "health""#)
        for id in ShippedStandards.ids {
            let text = try sources(verdict(id, on: "2025-03-02", [complaint]))
            #expect(text.contains("Styrelsen for Patientklager"))
            #expect(!text.contains("Patientombuddet") && !text.contains("Patientklagenævn"))
        }
    }

    @Test("T7: § 141 of one law is not § 141 of the other")
    func sameNumber() throws {
        let day = try #require(CalendarDay(isoText: "2025-01-01"))
        #expect(Law.citation(.socialPlan, on: day) == "Serviceloven § 141")
        #expect(Law.citation(.guarantee, on: day) == "Sundhedsloven § 141, stk. 2")
        let lyngby = try #require(QualityStandard.shipped(id: "lyngby-2024"))
        #expect(lyngby.legalReferences.map(\.law) == ["sundhedsloven", "serviceloven"])
    }

    @Test("T8: Store Bededag is a working day from 2024 on")
    func prayerDay() throws {
        let in2023 = try #require(CalendarDay(isoText: "2023-05-05"))
        let in2024 = try #require(CalendarDay(isoText: "2024-04-26"))
        #expect(DanishHolidays.isHoliday(in2023))
        #expect(!DanishHolidays.isHoliday(in2024))
    }

    @Test("T9: a physician's entry is kept ten years, although the text says five")
    func retention() throws {
        let entry = HistoryText.event("2024-01-05", "entry", #", "by": "physician""#)
        let lines = VerdictLines.of(try verdict("lyngby-2024", on: "2025-01-01", [entry]))
        #expect(lines.contains("deadline retention:physician 2034-01-05 open"))
    }

    @Test("T10: 25 is in neither unit, and the check says so")
    func ageGap() throws {
        let standard = try #require(QualityStandard.shipped(id: "vordingborg-2024"))
        let day = try #require(CalendarDay(isoText: "2024-11-01"))
        #expect(
            standard.findings(on: day).filter { $0.kind == .ageGap }.map(\.message) == [
                "age 25 is in no unit"
            ])
    }

    @Test("T11: Glostrup's day 14 is the day before the law's last day")
    func dayNumbers() throws {
        let lines = VerdictLines.of(
            try verdict("glostrup", on: "2024-02-17", [HistoryText.enquiry("2024-02-16")]))
        #expect(lines.contains("deadline milestone:start 2024-02-29 open"))
        #expect(lines.contains("clock running 2024-03-01"))
    }

    @Test(
        "T12: over 18 is from the birthday itself",
        arguments: [("2025-04-30", false), ("2025-05-01", true)])
    func overEighteen(iso: String, isIn: Bool) throws {
        let found = try verdict(
            "naestved", on: "2025-06-01", person: #""born": "2007-05-01""#, [],
            questions: [HistoryText.ask("target-group", iso)])
        #expect(found.answers.map(\.allowed) == [isIn])
    }

    @Test("T13: a monthly talk in aftercare closes nothing and starts no new clock")
    func aftercare() throws {
        let found = try verdict(
            "lyngby-2024", on: "2024-06-20",
            [
                HistoryText.enquiry("2024-01-02"), HistoryText.service("2024-01-08"),
                HistoryText.event("2024-04-10", "plan-agreed"), HistoryText.service("2024-04-10"),
                HistoryText.service("2024-05-10"), HistoryText.service("2024-06-10"),
            ])
        #expect(found.guarantee.map(\.status) == [.met])
        #expect(VerdictLines.of(found).contains("deadline plan-review 2024-07-10 open"))
        #expect(found.intensity.last?.intensity == .adHoc)
    }

    @Test("T14: antabus twice and a talk is day treatment by one count and not by the other")
    func antabusWeek() throws {
        let week = [
            HistoryText.service("2024-02-05", "antabus", minutes: 10),
            HistoryText.service("2024-02-07"),
            HistoryText.service("2024-02-08", "antabus", minutes: 10),
        ]
        let byCount = try verdict("vordingborg-2024", on: "2024-02-12", week)
        let byHours = try verdict("naestved", on: "2024-02-12", week)
        #expect(VerdictLines.of(byCount).contains("intensity 2024-W06 day"))
        #expect(VerdictLines.of(byHours).contains("intensity 2024-W06 outpatient-day"))
        #expect(byHours.intensity.allSatisfy { !$0.because.isEmpty })
    }
}
