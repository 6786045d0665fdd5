/// One place in which two standards differ.
package struct StandardDifference: Hashable, Sendable {
    /// Where: `plan.reviewMaxMonths`, `units[Ungeindsatsen]`; for the words of a value, its path and
    /// `.quote`.
    package let path: String
    /// What the first says; `nil` where it is silent.
    package let first: JSONValue?
    /// What the second says; `nil` where it is silent.
    package let second: JSONValue?

    /// A difference at a path.
    package init(path: String, first: JSONValue?, second: JSONValue?) {
        self.path = path
        self.first = first
        self.second = second
    }
}

extension QualityStandard {
    /// Every value in which two standards differ, and every quote, in the order of the schema.
    /// Places, marks and notes are not compared.
    package static func differences(
        between first: QualityStandard, and second: QualityStandard
    ) -> [StandardDifference] {
        let left = first.entriesByName
        let right = second.entriesByName
        let names = first.entries.map(\.name) + second.entries.map(\.name)
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }.enumerated()
            .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .flatMap { differences($0.element, left[$0.element], right[$0.element]) }
    }

    private static func differences(
        _ name: String, _ first: StandardEntry?, _ second: StandardEntry?
    ) -> [StandardDifference] {
        [
            StandardDifference(path: name, first: first?.content, second: second?.content),
            StandardDifference(
                path: "\(name).quote", first: first?.quote, second: second?.quote),
        ].filter { $0.first != $0.second }
    }

    /// The entries by path; elements of lists by what identifies them, so that a new element
    /// in the middle does not make all that follow it differ.
    private var entriesByName: [String: StandardEntry] {
        Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static let ranks = Dictionary(
        uniqueKeysWithValues: StandardSchema.keys.enumerated().map { ($0.element.path, $0.offset) })

    private static func rank(_ name: String) -> Int {
        ranks[name] ?? StandardSchema.keys.count
    }
}

extension StandardEntry {
    /// The value, where the standard is not silent.
    fileprivate var content: JSONValue? { value == .null ? nil : value }
    /// Its words, where it has any.
    fileprivate var quote: JSONValue? { saying.quote.map { .string($0) } }

    /// The path, for an element of a list with its own name in place of its index.
    fileprivate var name: String {
        guard let bracket = path.firstIndex(of: "["), let element = value.object else {
            return path
        }
        let identity = ["id", "number", "name", "what", "requirement"].lazy
            .compactMap { element[$0] }.first
        let words =
            switch identity {
            case .string(let text): text
            case .integer(let number): String(number)
            default:
                ["law", "paragraph", "subsection", "subject"].compactMap { key in
                    element[key].map { $0.string ?? JSONWriter.text($0) }
                }.joined(separator: " ")
            }
        return "\(path[..<bracket])[\(words)]"
    }
}
