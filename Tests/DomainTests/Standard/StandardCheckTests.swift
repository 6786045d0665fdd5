import Domain
import Testing

/// What `check` finds in the shipped standards, each found by a person in the text first.
@Suite struct StandardCheckTests {
    private func findings(_ id: String, on iso: String = "2025-05-01") throws -> [String] {
        let standard = try #require(QualityStandard.shipped(id: id))
        let day = try #require(CalendarDay(isoText: iso))
        return standard.findings(on: day).map(\.description)
    }

    @Test(
        "the gaps, the old law and the narrow promises of the published texts",
        arguments: [
            ("vordingborg-2024", "standard.units: age 25 is in no unit (age-gap)"),
            (
                "vordingborg-2024",
                "standard.legalReferences[2]: on 2024-10-01 anonymity stands in "
                    + "Sundhedsloven § 141, stk. 7, not Sundhedsloven § 141, stk. 5 (law)"
            ),
            (
                "vordingborg-2024",
                "standard.legalReferences[4]: Sundhedsloven § 141 b, stk. 5 on no-appeal "
                    + "was not in force on 2024-10-01 (law)"
            ),
            (
                "vordingborg-2024",
                "standard.legalReferences[6]: on 2024-10-01 child-notification stands in "
                    + "Barnets lov § 133, not Serviceloven § 153 (law)"
            ),
            (
                "vordingborg-2024",
                "standard.complaint.healthTo: Patientombuddet is gone, "
                    + "now Styrelsen for Patientklager (body)"
            ),
            (
                "halsnaes-2023",
                "standard.guarantee.scope: covers own-outpatient only, "
                    + "the law all alcohol treatment; Sundhedsloven § 141, stk. 2 (below-law)"
            ),
            (
                "lyngby-2024",
                "standard.target.residency: takes residents, the law anyone wherever they live; "
                    + "Sundhedsloven § 141, stk. 8 (below-law)"
            ),
            (
                "lyngby-2024",
                "standard.retention.socialYears: keeps records 5 years; physicians' entries are "
                    + "kept 10 all the same; Autorisationsloven § 25 (below-law)"
            ),
            (
                "naestved",
                "standard.complaint.healthTo: Sundhedsvæsenets Patientklagenævn is gone, "
                    + "now Styrelsen for Patientklager (body)"
            ),
            (
                "glostrup",
                "standard.complaint.external: Det Sociale Nævn is gone, now Ankestyrelsen (body)"
            ),
        ])
    func finds(id: String, line: String) throws {
        #expect(try findings(id).contains(line))
    }

    @Test("the words of the time were right in their time")
    func bodiesInTheirTime() throws {
        #expect(try !findings("naestved", on: "2010-06-01").contains { $0.contains("(body)") })
        #expect(
            try findings("vordingborg-2024", on: "2014-06-01").allSatisfy { !$0.contains("(body)") }
        )
    }

    @Test("validity is judged on the day")
    func validity() throws {
        #expect(
            try findings("lyngby-2024", on: "2025-12-31").allSatisfy { !$0.contains("(validity)") })
        #expect(
            try findings("lyngby-2024", on: "2026-01-01").contains(
                "standard.adoption.validTo: has not held since 2025-12-31 (validity)"))
        #expect(
            try findings("vordingborg-2024", on: "2025-10-02").contains(
                "standard.adoption.revisionMonths: was due for revision on 2025-10-01 (validity)"))
    }

    @Test("a standard differs from itself in nothing, and from a copy in what was changed")
    func differences() throws {
        let lyngby = try #require(QualityStandard.shipped(id: "lyngby-2024"))
        #expect(QualityStandard.differences(between: lyngby, and: lyngby).isEmpty)
        let file = try #require(ShippedStandards.file(id: "lyngby-2024"))
        let text = String(decoding: file, as: UTF8.self)
            .replacing("\"id\": \"lyngby-2024\"", with: "\"id\": \"our-own\"")
            .replacing("{ \"value\": 3, \"quote\": \"som", with: "{ \"value\": 4, \"quote\": \"som")
        let copy = try QualityStandard(json: Array(text.utf8))
        #expect(copy.id == "our-own")
        let differences = QualityStandard.differences(between: lyngby, and: copy)
        #expect(differences == [.init(path: "plan.reviewMaxMonths", first: 3, second: 4)])
    }

    @Test("two municipalities differ where a reader of both sees it")
    func municipalitiesDiffer() throws {
        let vordingborg = try #require(QualityStandard.shipped(id: "vordingborg-2024"))
        let lyngby = try #require(QualityStandard.shipped(id: "lyngby-2024"))
        let paths = QualityStandard.differences(between: vordingborg, and: lyngby).map(\.path)
        for path in [
            "plan.reviewMaxMonths", "discharge.triggerReasons", "discharge.returnWindowMonths",
            "payment.antabus", "complaint.decisionWeeks", "course.intensityRules",
            "units[Ungeindsatsen]",
        ] {
            #expect(paths.contains(path))
        }
        #expect(!paths.contains("guarantee.days") && !paths.contains("discharge.followUpMonths"))
    }
}
