import Testing

@testable import Domain

/// A standard that comes in is valid, or every fault of it is named by its path.
@Suite struct StandardLoaderTests {
    private static let lyngby: JSONValue =
        ShippedStandards.file(id: "lyngby-2024").flatMap { try? JSONReader.read($0) } ?? .null

    private static let silent: JSONValue = [
        "format": "fjorten-standard/1", "id": "tavs", "name": "Tavs",
    ]

    private func faults(_ json: JSONValue) -> [String] {
        do throws(StandardFaults) {
            _ = try QualityStandard(json)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    /// A path of keys, what to put there (`nil` takes it away), and the fault it must give.
    private static let table: [(path: [String], value: JSONValue?, fault: String)] = [
        (["format"], nil, "standard.format: missing key"),
        (
            ["format"], "fjorten-standard/2",
            "standard.format: \"fjorten-standard/1\" was expected"
        ),
        (["id"], nil, "standard.id: missing key"),
        (["id"], 4, "standard.id: a number, a string was expected"),
        (
            ["id"], "Vores Egen",
            "standard.id: small letters, digits and hyphens were expected"
        ),
        (["name"], "", "standard.name: empty"),
        (["version"], 0, "standard.version: a whole number from 1 was expected"),
        (["version"], "2", "standard.version: a whole number from 1 was expected"),
        (["municipality"], "37", "standard.municipality: no municipality has this code"),
        (["municipality"], "0411", "standard.municipality: no municipality has this code"),
        (["colour"], 1, "standard.colour: unknown key"),
        (["plan"], 3, "standard.plan: a number, an object was expected"),
        (["plan", "colour"], 1, "standard.plan.colour: unknown key"),
        (
            ["plan", "reviewMaxMonths"], 3,
            "standard.plan.reviewMaxMonths: a number, an object with value, quote and mark "
                + "was expected"
        ),
        (
            ["plan", "reviewMaxMonths", "colour"], 1,
            "standard.plan.reviewMaxMonths.colour: unknown key"
        ),
        (
            ["plan", "reviewMaxMonths", "value"], nil,
            "standard.plan.reviewMaxMonths.value: missing key"
        ),
        (
            ["plan", "reviewMaxMonths", "value"], .null,
            "standard.plan.reviewMaxMonths.value: a whole number 1–120 was expected"
        ),
        (
            ["plan", "reviewMaxMonths", "value"], 0,
            "standard.plan.reviewMaxMonths.value: a whole number 1–120 was expected"
        ),
        (
            ["plan", "reviewMaxMonths", "value"], .decimal(2.5),
            "standard.plan.reviewMaxMonths.value: a whole number 1–120 was expected"
        ),
        (
            ["plan", "reviewMaxMonths", "quote"], nil,
            "standard.plan.reviewMaxMonths.quote: a value without a quote"
        ),
        (["plan", "reviewMaxMonths", "quote"], "", "standard.plan.reviewMaxMonths.quote: empty"),
        (
            ["plan", "reviewMaxMonths", "quote"], " \n",
            "standard.plan.reviewMaxMonths.quote: empty"
        ),
        (
            ["plan", "reviewMaxMonths", "mark"], "sure",
            "standard.plan.reviewMaxMonths.mark: unknown word; one of: explicit, implied, "
                + "missing, stale"
        ),
        (
            ["plan", "reviewMaxMonths", "mark"], "missing",
            "standard.plan.reviewMaxMonths.value: a missing value has no value"
        ),
        (
            ["target", "residency", "value"], "yes",
            "standard.target.residency.value: a string, true or false was expected"
        ),
        (
            ["adoption", "validTo", "value"], "2025-02-29",
            "standard.adoption.validTo.value: 2025-02-29 is not a date"
        ),
        (
            ["adoption", "validTo", "value"], "2023-12-31",
            "standard.adoption.validTo: lies before adoption.validFrom"
        ),
        (
            ["discharge", "triggerReasons", "value"], ["bored"],
            "standard.discharge.triggerReasons.value: unknown word \"bored\"; one of: "
                + DischargeReason.allCases.map(\.rawValue).joined(separator: ", ")
        ),
        (
            ["discharge", "triggerReasons", "value"], ["completed", "completed"],
            "standard.discharge.triggerReasons.value: an element stands twice"
        ),
        (
            ["discharge", "triggerReasons", "value"], ["completed", "deceased"],
            "standard.discharge.triggerReasons.value: the deceased are never followed up"
        ),
        (
            ["discharge", "triggerReasons"], nil,
            "standard.discharge.followUpMonths: needs discharge.triggerReasons"
        ),
        (
            ["payment", "transport"], ["value": "state", "quote": "ord"],
            "standard.payment.transport.value: unknown word \"state\"; one of: centre, citizen, "
                + "individual-assessment"
        ),
        (
            ["payment", "cravingCentreMonths"], ["value": 1, "quote": "ord"],
            "standard.payment.cravingCentreMonths: needs payment.craving"
        ),
        (
            ["intake", "interviewMaxDays"], ["value": 10, "quote": "ord"],
            "standard.intake.interviewMaxDays: stands beside intake.interviewTargetDays"
        ),
        (
            ["freeChoice", "day", "allowed"], nil,
            "standard.freeChoice.day.conditions: needs freeChoice.day.allowed"
        ),
        (["units"], "none", "standard.units: a string, a list was expected"),
        (["units"], [7], "standard.units[0]: a number, an object was expected"),
        (["units"], [["name": "A"]], "standard.units[0].quote: a value without a quote"),
        (["units"], [["quote": "ord"]], "standard.units[0].name: missing key"),
        (
            ["units"], [["name": "A", "quote": "ord", "age": 3]],
            "standard.units[0].age: unknown key"
        ),
        (
            ["units"], [["name": "A", "quote": "ord", "ageBelow": 18, "ageAbove": 17]],
            "standard.units[0]: takes nobody"
        ),
        (
            ["units"], [["name": "A", "quote": "ord"], ["name": "A", "quote": "ord"]],
            "standard.units[1].name: stands twice"
        ),
        (
            ["units"], [["name": "A", "mark": "missing"]],
            "standard.units[0].mark: an element cannot be missing"
        ),
        (
            ["milestones"], [["id": "a", "day": 2, "metBy": "luck", "quote": "ord"]],
            "standard.milestones[0].metBy: unknown word \"luck\"; one of: enrolment, "
                + "application, decision, start"
        ),
    ]

    @Test("each fault is named by its path, and nothing else is", arguments: table.indices)
    func fault(row: Int) {
        let row = Self.table[row]
        var json = Self.lyngby.changing(row.path[...]) { _ in row.value }
        if row.path == ["freeChoice", "day", "allowed"] {
            json = json.settingLeaf("freeChoice.day.conditions", to: ["approved"])
        }
        #expect(faults(json) == [row.fault])
    }

    @Test("all faults are named at once, in the order of the file")
    func allAtOnce() {
        let json: JSONValue = [
            "format": "fjorten-standard/1", "id": "a", "name": "A",
            "plan": ["reviewMaxMonths": ["value": 0], "x": 1], "y": 2,
        ]
        #expect(
            faults(json) == [
                "standard.plan.reviewMaxMonths.value: a whole number 1–120 was expected",
                "standard.plan.reviewMaxMonths.quote: a value without a quote",
                "standard.plan.x: unknown key", "standard.y: unknown key",
            ])
    }

    @Test("text that is not JSON, and JSON that is no object", arguments: ["", "{", "[]", "7"])
    func notAnObject(text: String) {
        #expect(throws: StandardFaults.self) { try QualityStandard(json: Array(text.utf8)) }
        do throws(StandardFaults) {
            _ = try QualityStandard(json: Array(text.utf8))
        } catch {
            #expect(error.faults.count == 1)
            #expect(error.faults[0].path == "standard.$")
        }
    }

    @Test("the smallest standard says nothing, and that is valid")
    func silent() throws {
        let standard = try QualityStandard(json: JSONWriter.write(Self.silent))
        #expect(standard.entries.isEmpty)
        #expect(standard.plan.reviewMaxMonths.value == nil)
        #expect(standard.plan.reviewMaxMonths.source == "tavs: ikke fastsat")
        #expect(standard.payment[.transport].value == nil)
        #expect(standard.freeChoice[.day].allowed.value == nil)
        #expect(standard.version == 1)
    }

    @Test("every value without its quote is a fault, unless it is implied or missing")
    func everyQuoteCounts() throws {
        for id in ShippedStandards.ids {
            let file = try JSONReader.read(#require(ShippedStandards.file(id: id)))
            let standard = try QualityStandard(file)
            for entry in standard.entries where StandardSchema.key(at: entry.path) != nil {
                let path = entry.path.split(separator: ".").map(String.init) + ["quote"]
                let bare = file.changing(path[...]) { _ in nil }
                let needsQuote = entry.saying.mark == .explicit || entry.saying.mark == .stale
                #expect(
                    faults(bare)
                        == (needsQuote
                            ? ["standard.\(entry.path).quote: a value without a quote"] : []))
            }
        }
    }

    @Test("whatever a byte of a file is turned into, it loads or its faults are named")
    func anyByte() throws {
        let file = try #require(ShippedStandards.file(id: "glostrup"))
        var state: UInt64 = 14
        for _ in 0..<300 {
            var bytes = file
            for _ in 0..<3 {
                // A fixed sequence, so that a failure can be seen again.
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let index = Int(state >> 33) % bytes.count
                bytes[index] = UInt8(truncatingIfNeeded: state >> 24)
            }
            do throws(StandardFaults) {
                _ = try QualityStandard(json: bytes)
            } catch {
                #expect(!error.faults.isEmpty)
                #expect(error.faults.allSatisfy { $0.path.hasPrefix("standard.") })
            }
        }
    }

    @Test("whatever kind of value stands anywhere, it loads or its faults are named")
    func anyKind() throws {
        let strange: [JSONValue] = [
            .null, true, -1, .decimal(0.5), "", "x", [], [[]], [:], ["a": 1],
        ]
        for key in StandardSchema.keys {
            for value in strange {
                let whole = Self.silent.changing(
                    key.path.split(separator: ".").map(String.init)[...]
                ) { _ in value }
                let inner = Self.silent.settingLeaf(key.path, to: value)
                for json in [whole, inner] {
                    for fault in faults(json) {
                        #expect(fault.hasPrefix("standard."))
                    }
                }
            }
        }
    }
}
