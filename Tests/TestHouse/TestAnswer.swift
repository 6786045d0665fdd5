/// What came back for a request.
struct TestAnswer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String? { self["Location"] }

    /// The page's own heading in the browser's history.
    var title: String { text.firstMatch(of: #/<title>(.*?)</title>/#).map { String($0.1) } ?? "" }

    subscript(name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        let rest = text[start.upperBound...]
        return rest.firstIndex(of: "\"").map { TestForm.unescaped(rest[..<$0]) }
    }

    /// The text of the element with this id, without its tags.
    func words(of id: String) -> String? {
        guard let place = text.firstRange(of: "id=\"\(id)\"") else { return nil }
        let rest = text[place.upperBound...]
        let before = text[..<place.lowerBound]
        guard let open = rest.firstIndex(of: ">"), let start = before.lastIndex(of: "<") else {
            return nil
        }
        let tag = before[before.index(after: start)...].prefix { $0.isLetter || $0.isNumber }
        let inner = rest[rest.index(after: open)...]
        guard let close = inner.firstRange(of: "</\(tag)>") else { return nil }
        return Self.plain(inner[..<close.lowerBound])
    }

    /// What must be mended, as the page's summary tells it: the field, and the words, in its order.
    var problems: [String] {
        guard let start = text.firstRange(of: "id=\"fejl\""),
            let end = text[start.upperBound...].firstRange(of: "</ul>")
        else { return [] }
        return text[start.upperBound..<end.lowerBound]
            .matches(of: #/<a href="#([^"]*)">(.*?)</a>/#)
            .map { "\($0.1): \(TestForm.unescaped($0.2))" }
    }

    /// The lines of the lists in a division with this id, without their tags, the first of each list after its heading;
    /// what is struck through stands in brackets.
    func lines(of id: String) -> [String] {
        guard let start = text.firstRange(of: "id=\"\(id)\">"),
            let end = text[start.upperBound...].firstRange(of: "</div>")
        else { return [] }
        return text[start.upperBound..<end.lowerBound].split(separator: "</li>").compactMap {
            let line = Self.plain($0)
            return line.isEmpty ? nil : line
        }
    }

    /// The rows of a table's body, top to bottom, without their tags.
    func rows(of table: String) -> [String] {
        guard let start = text.firstRange(of: "<table class=\"cards\" id=\"\(table)\""),
            let body = text[start.upperBound...].firstRange(of: "<tbody"),
            let end = text[body.upperBound...].firstRange(of: "</tbody>")
        else { return [] }
        return text[body.upperBound..<end.lowerBound].split(separator: "</tr>").compactMap {
            let row = Self.plain($0.drop { $0 != "<" })
            return row.isEmpty ? nil : row
        }
    }

    private static func plain(_ markup: Substring) -> String {
        let words = markup.replacing(#/<s>/#, with: "<s>[").replacing(#/</s>/#, with: "]")
            .replacing(/<[^>]*>/, with: " ")
        return TestForm.unescaped(
            words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// The form with this id, or that is sent to this address.
    func form(_ name: String) -> TestForm? {
        for match in text.matches(of: #/(?s)<form ([^>]*)>(.*?)</form>/#)
        where match.1.contains("id=\"\(name)\"") || match.1.contains("action=\"\(name)\"") {
            return TestForm(attributes: match.1, content: match.2)
        }
        return nil
    }
}

/// A form as it stands in a page: what a browser would send, were its button pressed at once.
struct TestForm: Sendable {
    let action: String
    private(set) var fields: [(String, String)] = []

    init(attributes: Substring, content: Substring) {
        action = Self.attribute("action", of: attributes) ?? ""
        let control = #/(?s)<(input|textarea|select) ([^>]*)>(?:(.*?)</(?:textarea|select)>)?/#
        var rest = content
        while let match = rest.firstMatch(of: control) {
            let isInput = match.1 == "input"
            rest = isInput ? rest[match.2.endIndex...] : rest[match.0.endIndex...]
            guard let name = Self.attribute("name", of: match.2) else { continue }
            let inner = match.3 ?? ""
            switch match.1 {
            case "textarea":
                fields.append((name, Self.unescaped(inner.drop { $0 == "\n" })))
            case "select": fields.append((name, Self.chosen(inner)))
            default: takeInput(name, match.2)
            }
        }
    }

    private mutating func takeInput(_ name: String, _ attributes: Substring) {
        let type = Self.attribute("type", of: attributes)
        let isTicked = attributes.contains(/\bchecked\b/)
        if ["radio", "checkbox"].contains(type), !isTicked { return }
        fields.append((name, Self.attribute("value", of: attributes) ?? ""))
    }

    /// The fields with others typed instead; one that was not there yet (a box not ticked) comes in.
    func filled(_ typed: [String: String]) -> [(String, String)] {
        fields.filter { typed[$0.0] == nil } + typed.map { ($0.key, $0.value) }
    }

    /// What stands in a field; nil where a browser would send nothing.
    subscript(name: String) -> String? { fields.first { $0.0 == name }?.1 }

    private static func chosen(_ options: Substring) -> String {
        let all = options.matches(of: /<option([^>]*)>/).map(\.1)
        let one = all.first { $0.contains(/\bselected\b/) } ?? all.first ?? ""
        return attribute("value", of: one) ?? ""
    }

    private static func attribute(_ name: String, of tag: Substring) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"") ?? leading(name, tag) else {
            return nil
        }
        let rest = tag[start.upperBound...]
        return rest.firstIndex(of: "\"").map { unescaped(rest[..<$0]) }
    }

    private static func leading(_ name: String, _ tag: Substring) -> Range<Substring.Index>? {
        tag.hasPrefix("\(name)=\"") ? tag.firstRange(of: "\(name)=\"") : nil
    }

    static func unescaped(_ text: some StringProtocol) -> String {
        String(text).replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }
}
