import Testing

@testable import Domain

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
            .replacing("Alle borgere fra 15 år", with: "Alle fra 15 år")
        let copy = try QualityStandard(json: Array(text.utf8))
        #expect(copy.id == "our-own")
        let differences = QualityStandard.differences(between: lyngby, and: copy)
        #expect(
            differences == [
                .init(
                    path: "target.minAge.quote", first: "Alle borgere fra 15 år",
                    second: "Alle fra 15 år"),
                .init(path: "plan.reviewMaxMonths", first: 3, second: 4),
            ])
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
        // The same promise in other words.
        #expect(paths.contains("guarantee.days.quote"))
    }

    // MARK: Changed copies

    private func findings(
        of id: String = "lyngby-2024", changed: (JSONValue) -> JSONValue
    ) throws -> [String] {
        let file = try JSONReader.read(#require(ShippedStandards.file(id: id)))
        let day = try #require(CalendarDay(isoText: "2025-05-01"))
        return try QualityStandard(changed(file)).findings(on: day).map(\.description)
    }

    private static func unit(_ name: String, _ members: (String, JSONValue)...) -> JSONValue {
        .object(
            JSONObject(
                [.init("name", .string(name)), .init("quote", "ord"), .init("place", "sted")]
                    + members.map { .init($0.0, $0.1) }))
    }

    @Test("two units for one age at one place overlap, at different places they do not")
    func overlap() throws {
        func units(_ sites: JSONValue) -> (JSONValue) -> JSONValue {
            {
                $0.changing(["units"]) { _ in
                    [
                        Self.unit("Unge", ("ageBelow", 25), ("sites", ["By"])),
                        Self.unit("Voksne", ("ageFrom", 23), ("sites", sites)),
                    ]
                }
            }
        }
        let line = "standard.units[1]: ages 23–24 are in both Unge and Voksne (age-overlap)"
        #expect(try findings(changed: units(["By", "Land"])).contains(line))
        #expect(try findings(changed: units([])).contains(line))
        #expect(try !findings(changed: units(["Land"])).contains { $0.contains("age-overlap") })
    }

    @Test("what a file leaves out is named, and how it is read instead")
    func incomplete() throws {
        let found = try findings { file in
            file.changing(["version"]) { _ in nil }.changing(["plan"]) { _ in nil }
                .changing(["freeChoice", "day"]) { _ in nil }.changing(["units"]) { _ in nil }
                .changing(["target", "minAge", "mark"]) { _ in nil }
        }.filter { $0.hasSuffix("(incomplete)") }
        #expect(
            found == [
                "standard.version: missing; it is read as 1 (incomplete)",
                "standard.target.minAge: a value without its mark; it is read as explicit (incomplete)",
                "standard.freeChoice.day: the section is missing; each of its values is read as silent "
                    + "(incomplete)",
                "standard.plan: the section is missing; each of its values is read as silent "
                    + "(incomplete)",
                "standard.units: the list is missing; it is read as empty (incomplete)",
            ])
    }

    @Test("an empty section is named, and a value that a rule asks for and nobody wrote")
    func partlyIncomplete() throws {
        let found = try findings { file in
            file.changing(["plan"]) { _ in [:] }
                .changing(["freeChoice"]) { _ in ["outpatient": [:]] }
                .changing(["guarantee", "days"]) { _ in nil }
        }.filter { $0.hasSuffix("(incomplete)") }
        let silent = "each of its values is read as silent (incomplete)"
        #expect(
            found == [
                "standard.freeChoice.outpatient: the section is empty; \(silent)",
                "standard.freeChoice.day: the section is missing; \(silent)",
                "standard.freeChoice.residential: the section is missing; \(silent)",
                "standard.plan: the section is empty; \(silent)",
                "standard.guarantee.days: left out; it is read as silent (incomplete)",
                "standard.freeChoice.relatives: left out; it is read as silent (incomplete)",
            ])
    }

    @Test("a list is not longer than anybody would write it")
    func longList() throws {
        func findings(_ count: Int) throws -> [String] {
            let units = (1...count).map { Self.unit("U\($0)", ("ageFrom", 0)) }
            return try self.findings { $0.changing(["units"]) { _ in .array(units) } }
        }
        #expect(throws: StandardFaults.self) { try findings(201) }
        #expect(try findings(200).count { $0.hasSuffix("(age-overlap)") } == 200 * 199 / 2)
    }

    @Test("an element of a list without its mark is named too")
    func incompleteElement() throws {
        let found = try findings(of: "vordingborg-2024") {
            $0.settingElement("units", 1, "mark", to: nil)
        }
        #expect(
            found.contains(
                "standard.units[1]: a value without its mark; it is read as explicit (incomplete)"))
    }

    @Test("no shipped standard leaves anything out", arguments: ShippedStandards.ids)
    func complete(id: String) throws {
        #expect(try !findings(id).contains { $0.hasSuffix("(incomplete)") })
    }

    @Test("units without a gap and an overlap are in order; a closed gap is no finding")
    func inOrder() throws {
        let mended = try findings(of: "vordingborg-2024") {
            $0.settingElement("units", 1, "ageAbove", to: 24)
        }
        #expect(!mended.contains { $0.contains("(age-") })
    }

    @Test("ages outside the target group are no gap")
    func gapWithinTheTargetGroup() throws {
        let found = try findings {
            $0.changing(["units"]) { _ in [Self.unit("Alle", ("ageFrom", 15))] }
        }
        #expect(!found.contains { $0.contains("(age-gap)") })
        let from18 = try findings {
            $0.changing(["units"]) { _ in [Self.unit("Alle", ("ageFrom", 18))] }
        }
        #expect(from18.contains("standard.units: ages 15–17 are in no unit (age-gap)"))
    }

    @Test(
        "a promise below the law is named, one above it is not",
        arguments: [
            ("guarantee.days", 15, true), ("guarantee.days", 14, false),
            ("guarantee.days", 7, false), ("payment.treatment", "citizen", true),
            ("anonymity.treatment", false, true), ("anonymity.treatmentMinAge", 15, false),
            ("freeChoice.outpatient.allowed", false, true), ("target.minAge", 0, false),
            ("guarantee.stopEvent", "offered", true), ("target.motivation", true, true),
            ("retention.socialYears", 10, false),
        ] as [(String, JSONValue, Bool)])
    func belowLaw(path: String, value: JSONValue, isBelow: Bool) throws {
        let found = try findings { $0.settingLeaf(path, to: value) }
        #expect(
            found.contains { $0.hasPrefix("standard.\(path): ") && $0.contains("(below-law)") }
                == isBelow)
    }

    @Test("a law and a subject nobody knows are named, and so is a paragraph not known here")
    func unknownLaw() throws {
        func references(_ element: JSONValue) -> (JSONValue) -> JSONValue {
            { $0.changing(["legalReferences"]) { _ in [element] } }
        }
        let law = try findings(
            changed: references(["law": "færdselsloven", "paragraph": "53", "quote": "ord"]))
        #expect(law.contains { $0.hasPrefix("standard.legalReferences[0]: unknown law") })
        let subject = try findings(
            changed: references([
                "law": "sundhedsloven", "paragraph": "141", "subject": "luck", "quote": "ord",
            ]))
        #expect(subject.contains { $0.hasPrefix("standard.legalReferences[0]: unknown subject") })
        let paragraph = try findings(
            changed: references(["law": "sundhedsloven", "paragraph": "999", "quote": "ord"]))
        #expect(
            paragraph.contains(
                "standard.legalReferences[0]: Sundhedsloven § 999 is not among the provisions "
                    + "known here (law)"))
        #expect(
            paragraph.contains("standard.legalReferences[0]: a quote without its place (place)"))
    }
}
