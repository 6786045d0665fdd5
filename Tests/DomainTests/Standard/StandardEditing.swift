@testable import Domain

/// Changes to a standard's file, as a centre would make them in an editor.
extension JSONValue {
    /// The same file with the value at a path of keys (`plan.reviewMaxMonths`) replaced; `nil`
    /// takes the whole leaf away.
    func settingLeaf(_ path: String, to value: JSONValue?) -> JSONValue {
        changing(path.split(separator: ".").map(String.init)[...]) { leaf in
            value.map { value in
                let words = leaf?.object?["quote"] ?? "ord"
                return ["value": value, "quote": words, "place": "sted", "mark": "explicit"]
            }
        }
    }

    /// The same file with a member of a list's element replaced; `nil` takes it away.
    func settingElement(
        _ list: String, _ index: Int, _ key: String, to value: JSONValue?
    ) -> JSONValue {
        changing([list]) { elements in
            var elements = elements?.array ?? []
            elements[index] = elements[index].changing([key]) { _ in value }
            return .array(elements)
        }
    }

    func changing(
        _ path: ArraySlice<String>, _ change: (JSONValue?) -> JSONValue?
    ) -> JSONValue {
        guard let key = path.first else { return change(self) ?? .null }
        var members = object?.members ?? []
        let index = members.firstIndex { $0.key == key }
        let old = index.map { members[$0].value }
        let new =
            path.count == 1
            ? change(old) : (old ?? .object(JSONObject())).changing(path.dropFirst(), change)
        switch (index, new) {
        case (let index?, let new?): members[index] = .init(key, new)
        case (let index?, nil): members.remove(at: index)
        case (nil, let new?): members.append(.init(key, new))
        case (nil, nil): break
        }
        return .object(JSONObject(members))
    }
}

extension StandardSchema.Form {
    /// Other values of this form that a centre could write instead.
    func alternatives(to value: JSONValue) -> [JSONValue] {
        switch self {
        case .flag: [.bool(value != true)]
        case .number(let range):
            [-1, 1].compactMap { step in
                value.wholeNumber.map { $0 + step }.flatMap {
                    range.contains($0) ? .integer($0) : nil
                }
            }
        case .numbers:
            [.array(Array((value.array ?? []).dropLast())), .array((value.array ?? []) + [9])]
        case .word(let words): words.map { .string($0) }.filter { $0 != value }
        case .words(let words): Self.alternatives(words.map { .string($0) }, value.array ?? [])
        case .day, .text, .texts: []
        }
    }

    /// Each word taken away, and each one added.
    private static func alternatives(_ known: [JSONValue], _ value: [JSONValue]) -> [JSONValue] {
        value.map { word in .array(value.filter { $0 != word }) }
            + known.filter { !value.contains($0) }.map { .array(value + [$0]) }
    }
}
