import Domain
import Testing

/// A history in a file, with the part of the verdict that it must give.
///
/// The keys named must match; lists of `guarantee` and `answers` in order and whole, `deadlines`,
/// `intensity` and `notices` each matched by some entry. `sourceContains`, `textContains` and
/// `sourceLacks` look into `because` without regard to case. `absentDeadlines` and
/// `absentNotices` name beginnings that no entry may have; a deadline that is cancelled is not
/// waited for, and may stand.
struct Expectation: Sendable, CustomTestStringConvertible {
    let file: String
    let name: String
    let standard: String
    let on: CalendarDay
    let history: JSONValue
    let expect: JSONObject

    var testDescription: String { "\(file): \(name)" }

    init?(file: String, _ value: JSONValue) {
        guard let object = value.object, let name = object["name"]?.string,
            let standard = object["standard"]?.string,
            let on = object["on"]?.string.flatMap({ CalendarDay(isoText: $0) }),
            let history = object["history"], let expect = object["expect"]?.object
        else { return nil }
        self.file = file
        self.name = name
        self.standard = standard
        self.on = on
        self.history = history
        self.expect = expect
    }

    /// What does not match, a line each.
    func mismatches(under standard: QualityStandard) -> [String] {
        let verdict: JSONObject
        do {
            let bytes = try Explain.verdict(
                ofHistory: JSONWriter.write(history), under: standard, on: on)
            verdict = try JSONReader.read(bytes).object ?? JSONObject()
        } catch let faults as HistoryFaults {
            return mismatches(inFaults: faults.description)
        } catch {
            return ["\(error)"]
        }
        guard expect["expectExit"] == nil else { return ["a fault was expected"] }
        return expect.members.flatMap { member in
            mismatches(verdict, key: member.key, expected: member.value.array ?? [])
        }
    }

    private func mismatches(inFaults text: String) -> [String] {
        guard expect["expectExit"]?.wholeNumber == 65 else { return ["unexpected faults: \(text)"] }
        return (expect["expectStderrContains"]?.array ?? []).compactMap(\.string)
            .filter { !text.contains($0) }.map { "the faults lack \($0): \(text)" }
    }

    private func mismatches(
        _ verdict: JSONObject, key: String, expected: [JSONValue]
    ) -> [String] {
        switch key {
        case "absentDeadlines":
            return absent(verdict["deadlines"], "what", expected)
        case "absentNotices":
            return absent(verdict["notices"], "code", expected)
        case "guarantee", "answers":
            let actual = verdict[key]?.array ?? []
            guard actual.count == expected.count else {
                return ["\(key): \(expected.count) expected, got \(actual.count): \(texts(actual))"]
            }
            return zip(expected, actual).filter { !Self.matches($0, $1) }
                .map { "\(key): expected \(JSONWriter.text($0)), got \(JSONWriter.text($1))" }
        default:
            let actual = verdict[key]?.array ?? []
            if expected.isEmpty && !actual.isEmpty {
                return ["\(key): not empty: \(texts(actual))"]
            }
            return expected.filter { one in !actual.contains { Self.matches(one, $0) } }
                .map { "\(key): no entry matches \(JSONWriter.text($0)) in \(texts(actual))" }
        }
    }

    private func texts(_ values: [JSONValue]) -> String {
        values.map { JSONWriter.text($0) }.joined(separator: "\n  ")
    }

    private func absent(
        _ actual: JSONValue?, _ key: String, _ beginnings: [JSONValue]
    ) -> [String] {
        let names = (actual?.array ?? []).compactMap(\.object)
            .filter { $0["state"] != "cancelled" }.compactMap { $0[key]?.string }
        return beginnings.compactMap(\.string).flatMap { beginning in
            names.filter { $0.hasPrefix(beginning) }.map { "\($0) should be absent" }
        }
    }

    static func matches(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
        guard let expected = expected.object, let actual = actual.object else { return false }
        let because = (actual["because"]?.array ?? []).compactMap(\.object)
        func all(_ key: String) -> String {
            because.compactMap { $0[key]?.string }.joined(separator: "\n").lowercased()
        }
        // A because is never empty, and never without a source.
        guard !because.isEmpty,
            because.allSatisfy({ $0["source"]?.string?.isEmpty == false })
        else { return false }
        return expected.members.allSatisfy { member in
            let words = (member.value.array ?? [member.value])
                .compactMap { $0.string?.lowercased() }
            switch member.key {
            case "sourceContains": return words.allSatisfy { all("source").contains($0) }
            case "sourceLacks": return words.allSatisfy { !all("source").contains($0) }
            case "textContains": return words.allSatisfy { all("text").contains($0) }
            case "whatPrefix":
                return words.allSatisfy { actual["what"]?.string?.hasPrefix($0) == true }
            case "lacks": return words.allSatisfy { actual[$0] == nil }
            default: return actual[member.key] == member.value
            }
        }
    }
}
