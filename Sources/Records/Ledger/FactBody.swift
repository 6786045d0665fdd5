package import Domain

/// What is personal of a fact, before it is sealed and after it is opened. Each kind of fact that has any declares a type
/// for it: words, a person, a plan with its goals.
package protocol FactBody: Hashable, Sendable {
    /// - Throws: ``StoredValueError`` for what no program of ours has sealed.
    init(_ json: JSONObject) throws(StoredValueError)

    /// As it is sealed. One without members is no body.
    var json: JSONObject { get }
}

/// What was said or written, in somebody's own words.
package struct Words: FactBody {
    package var text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(_ json: JSONObject) {
        text = json["text"]?.string ?? ""
    }

    package var json: JSONObject {
        var json = JSONObject()
        if !text.isEmpty { json.append("text", .string(text)) }
        return json
    }
}

/// The sealed part of an entry, opened: what its fact declares, and why it was written where it corrects another.
package struct OpenedBody: Hashable, Sendable {
    private let json: JSONObject
    private static let whyKey = "why"

    package init(json: JSONObject = JSONObject()) {
        self.json = json
    }

    /// - Throws: ``StoredValueError`` for bytes that are no body.
    package init(bytes: [UInt8]) throws(StoredValueError) {
        guard let json = try? JSONReader.read(bytes).object else {
            throw StoredValueError(expected: "a sealed body")
        }
        self.json = json
    }

    package init(_ body: (any FactBody)?, why: String?) {
        var json = body?.json ?? JSONObject()
        if let why, !why.isEmpty { json.append(Self.whyKey, .string(why)) }
        self.json = json
    }

    /// The body as the fact declares it.
    package func read<Body: FactBody>(_ type: Body.Type) throws(StoredValueError) -> Body {
        try Body(json)
    }

    /// The words of it, where it has any.
    package var text: String? {
        json["text"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Why it takes another's place, or takes it away.
    package var why: String? { json[Self.whyKey]?.string }

    package var isEmpty: Bool { json.members.isEmpty }

    /// Everything it says, by its keys: for the citizen herself, who may read all of it.
    package var everything: [(key: String, text: String)] { Self.words(of: json) }

    private static func words(of json: JSONObject) -> [(key: String, text: String)] {
        json.members.flatMap { member -> [(key: String, text: String)] in
            switch member.value {
            case .string(let text): [(member.key, text)]
            case .integer(let number): [(member.key, String(number))]
            case .decimal(let number): [(member.key, String(number))]
            case .bool(let isSo): [(member.key, isSo ? "ja" : "nej")]
            case .array(let values):
                [(member.key, values.compactMap(\.string).joined(separator: "\n"))]
                    + values.compactMap(\.object).flatMap { words(of: $0) }
            case .object(let inner): words(of: inner)
            case .null: []
            }
        }
    }

    package var bytes: [UInt8] { JSONWriter.write(.object(json)) }
}
