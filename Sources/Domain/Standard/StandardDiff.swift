/// One place in which two standards differ.
public struct StandardDifference: Hashable, Sendable {
    /// Where: `plan.reviewMaxMonths`, `units[Ungeindsatsen]`.
    public let path: String
    /// The value of the first; `nil` where it is silent.
    public let first: JSONValue?
    /// The value of the second; `nil` where it is silent.
    public let second: JSONValue?

    /// A difference at a path.
    public init(path: String, first: JSONValue?, second: JSONValue?) {
        self.path = path
        self.first = first
        self.second = second
    }
}

extension QualityStandard {
    /// Every value in which two standards differ, in the order of the schema. Words, places and
    /// marks are not compared: two municipalities may say the same in different words.
    public static func differences(
        between first: QualityStandard, and second: QualityStandard
    ) -> [StandardDifference] {
        let left = first.valuesByName
        let right = second.valuesByName
        let order =
            left.map(\.name)
            + right.map(\.name).filter { name in
                !left.contains { $0.name == name }
            }
        let leftValues = Dictionary(left, uniquingKeysWith: { first, _ in first })
        let rightValues = Dictionary(right, uniquingKeysWith: { first, _ in first })
        return order.enumerated()
            .sorted { (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset) }
            .map(\.element)
            .filter { leftValues[$0] != rightValues[$0] }
            .map { .init(path: $0, first: leftValues[$0], second: rightValues[$0]) }
    }

    /// The set values by path; elements of lists by what identifies them, so that a new element
    /// in the middle does not make all that follow it differ.
    private var valuesByName: [(name: String, value: JSONValue)] {
        entries.filter { $0.value != .null }.map { ($0.name, $0.value) }
    }

    private static let ranks = Dictionary(
        uniqueKeysWithValues: StandardSchema.keys.enumerated().map { ($0.element.path, $0.offset) })

    private static func rank(_ name: String) -> Int {
        ranks[name] ?? StandardSchema.keys.count
    }
}

extension StandardEntry {
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
