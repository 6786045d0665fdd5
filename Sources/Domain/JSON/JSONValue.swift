/// A JSON text as a value: what was written, in the order it was written.
///
/// Why not Foundation's: it drops the order of keys, keeps the last of two equal keys without a
/// word, and cannot say where in the text a fault stands. Histories and standards are written by
/// people; each of those would be a silent wrong answer.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case decimal(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// What kind of value this is, as a fault line names it.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .integer, .decimal: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// The members, when this is an object.
    package var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// The elements, when this is a list.
    package var array: [JSONValue]? {
        if case .array(let array) = self { array } else { nil }
    }

    /// The text, when this is a string.
    package var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    /// The whole number, when this is one; `60.0` is whole, `60.5` is not.
    package var wholeNumber: Int? {
        switch self {
        case .integer(let number): number
        case .decimal(let number): Self.whole(number)
        default: nil
        }
    }

    /// Written out, because `Int(exactly:)` needs the C mathematics library and nothing else here does.
    static func whole(_ number: Double) -> Int? {
        guard number.magnitude < 9_007_199_254_740_992 else { return nil }
        let integer = Int(number)
        return Double(integer) == number ? integer : nil
    }

    /// The number, whole or not.
    package var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number
        default: nil
        }
    }

    /// The truth value, when this is one.
    package var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }
}

/// The members of a JSON object, in their order, each key once.
package struct JSONObject: Hashable, Sendable {
    /// One key and its value.
    package struct Member: Hashable, Sendable {
        /// The key as written, escapes resolved.
        package let key: String
        /// What stands under it.
        package let value: JSONValue

        /// A key and its value.
        package init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// All members, in order.
    package private(set) var members: [Member]

    /// An object of these members; the caller vouches that no key stands twice.
    package init(_ members: [Member] = []) {
        self.members = members
    }

    /// The value under a key; keys are compared byte by byte.
    package subscript(key: String) -> JSONValue? {
        members.first { $0.key.hasSameBytes(as: key) }?.value
    }

    /// The place of a key among the members.
    func index(of key: String) -> Int? {
        members.firstIndex { $0.key.hasSameBytes(as: key) }
    }

    /// Adds a member at the end; a value that is `nil` is left out.
    package mutating func append(_ key: String, _ value: JSONValue?) {
        guard let value else { return }
        if members.isEmpty { members.reserveCapacity(8) }
        members.append(Member(key, value))
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A JSON string.
    package init(stringLiteral value: String) { self = .string(value) }
    /// A whole JSON number.
    package init(integerLiteral value: Int) { self = .integer(value) }
    /// A JSON truth value.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A JSON list.
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// A JSON object, in the order written.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member($0.0, $0.1) }))
    }
}

extension String {
    /// Whether two texts are the same bytes. `==` also says so of different ones that Unicode
    /// counts as equal, and is slow on hostile text.
    func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}
