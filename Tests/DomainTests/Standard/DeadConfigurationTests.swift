import Testing

@testable import Domain

/// A value that can be changed without changing any verdict is a promise nobody keeps. Every value
/// of every standard that is not marked as quoted-only must be read by some rule.
@Suite struct DeadConfigurationTests {
    /// The shipped standards, and one in which everything is set that can be.
    private static let files: [JSONValue] =
        ShippedStandards.ids.compactMap { id in
            ShippedStandards.file(id: id).flatMap { try? JSONReader.read($0) }
        } + [everything].compactMap(\.self)

    private static let everything: JSONValue? = {
        let file = ShippedStandards.file(id: "vordingborg-2024")
        guard let file, var json = try? JSONReader.read(file) else { return nil }
        let more: [(String, JSONValue)] = [
            ("target.minAge", 15), ("target.maxAge", 67), ("guarantee.days", 10),
            ("intake.interviewTargetDays", 7), ("freeChoice.relatives", true),
            ("anonymity.treatmentMinAge", 17), ("anonymity.maxTalksUnder18", 2),
            ("freeChoice.day.allowed", true), ("freeChoice.day.conditions", ["agreement"]),
            ("freeChoice.day.unapproved", "self-pay"), ("plan.closeReviewDays", 30),
            ("course.evaluationDays", 84), ("discharge.returnWindowMonths", 12),
            ("grants.statusMonths", 3), ("grants.renewalDays", 14),
            ("grants.providerMidway", ["day"]), ("retention.socialYears", 5),
            ("complaint.closedDays", ["constitution-day", "christmas-eve"]),
            ("records.closedDays", ["new-years-eve"]), ("medicine.nadaNeedsEnrolment", true),
        ]
        for (path, value) in more { json = json.settingLeaf(path, to: value) }
        return json.changing(["milestones"]) { _ in
            [["id": "first", "day": 3, "metBy": "start", "quote": "ord", "place": "sted"]]
        }
    }()

    /// One changed file, and what was changed.
    private struct Change {
        let name: String
        let json: JSONValue
    }

    @Test("the histories are there, and every shipped standard is a valid one")
    func setUp() {
        #expect(RichHistories.all.count > 50)
        #expect(Self.files.count == ShippedStandards.ids.count + 1)
    }

    @Test("changing any value that a rule reads changes some verdict", arguments: files.indices)
    func noDeadConfiguration(index: Int) throws {
        let file = Self.files[index]
        let original = try QualityStandard(file)
        let verdicts = Self.verdicts(under: original)
        let changes = Self.changes(of: file)
        #expect(changes.count > 20)
        for change in changes {
            // Some changes make the file invalid, and then it is refused: that is not dead either.
            guard let changed = try? QualityStandard(change.json) else { continue }
            let isRead = zip(RichHistories.all, verdicts).contains { one, verdicts in
                zip(one.days, verdicts).contains { day, verdict in
                    Domain.verdict(of: one.history, under: changed, on: day) != verdict
                }
            }
            #expect(isRead, "\(original.id): \(change.name) is read by no rule")
        }
    }

    @Test("what is marked as quoted-only changes no verdict", arguments: files.indices)
    func quotedOnly(index: Int) throws {
        let file = Self.files[index]
        let original = try QualityStandard(file)
        var changedFile = file
        for key in StandardSchema.keys where key.isQuotedOnly {
            guard let entry = original.entries.first(where: { $0.path == key.path }),
                let other = key.form.alternatives(to: entry.value).first
            else { continue }
            changedFile = changedFile.settingLeaf(key.path, to: other)
        }
        let changed = try QualityStandard(changedFile)
        let verdicts = Self.verdicts(under: original)
        for (one, expected) in zip(RichHistories.all, verdicts) {
            for (day, verdict) in zip(one.days, expected) {
                #expect(Domain.verdict(of: one.history, under: changed, on: day) == verdict)
            }
        }
    }

    private static func verdicts(under standard: QualityStandard) -> [[Verdict]] {
        RichHistories.all.map { one in
            one.days.map { Domain.verdict(of: one.history, under: standard, on: $0) }
        }
    }

    private static func changes(of file: JSONValue) -> [Change] {
        guard let standard = try? QualityStandard(file) else { return [] }
        let leaves = standard.entries.flatMap { entry -> [Change] in
            guard let key = StandardSchema.key(at: entry.path), !key.isQuotedOnly,
                entry.value != .null
            else { return [] }
            return key.form.alternatives(to: entry.value).map { other in
                Change(
                    name: "\(entry.path) = \(JSONWriter.text(other))",
                    json: file.changing(
                        entry.path.split(separator: ".").map(String.init)[...]
                    ) { $0?.changing(["value"]) { _ in other } })
            }
        }
        return leaves + elementChanges(of: file)
    }

    private static func elementChanges(of file: JSONValue) -> [Change] {
        StandardSchema.lists.filter { !$0.isQuotedOnly }.flatMap { list -> [Change] in
            let elements = file.object?[list.name]?.array ?? []
            let forms = list.required.merging(list.optional) { required, _ in required }
            return elements.enumerated().flatMap { index, element in
                (element.object?.members ?? []).flatMap { member -> [Change] in
                    guard let form = forms[member.key] else { return [] }
                    var others = form.alternatives(to: member.value)
                    if form == .text { others = ["andet"] }
                    if form == .texts {
                        others = (member.value.array ?? []).map { site in
                            .array((member.value.array ?? []).filter { $0 != site })
                        }
                    }
                    return others.map { other in
                        Change(
                            name:
                                "\(list.name)[\(index)].\(member.key) = \(JSONWriter.text(other))",
                            json: file.settingElement(list.name, index, member.key, to: other))
                    }
                }
            }
        }
    }
}
