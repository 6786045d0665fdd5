import HTML
import Testing

@Suite("What is put into a page stays in its place")
struct EscapingTests {
    @Test(
        "the five characters that mean something are written as entities",
        arguments: [
            ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
            ("<script>alert(\"1\")</script>", "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"),
            ("&amp;", "&amp;amp;"), ("æøå 🍺", "æøå 🍺"), ("", ""),
        ])
    func escapes(text: String, expected: String) {
        let page: HTML = "<p>\(text)</p>"
        #expect(page.text == "<p>\(expected)</p>")
    }

    @Test("a combining mark does not carry a quotation mark through")
    func combiningMark() {
        let attack = "\"\u{301} onfocus=alert(1) x=\"\u{20DD}"
        let page: HTML = "<input value=\"\(attack)\">"
        #expect(page.text.utf8.count { $0 == UInt8(ascii: "\"") } == 2)
        let tag = "<\u{338}script>\u{338}"
        let text: HTML = "<p>\(tag)</p>"
        #expect(text.text.utf8.count { $0 == UInt8(ascii: "<") } == 2)
    }

    @Test("a control character becomes the replacement character, a line break stays")
    func controlCharacters() {
        let page = HTML(escaping: "a\u{0}b\u{1B}c\td\r\ne")
        #expect(page.text == "a\u{FFFD}b\u{FFFD}c\td\r\ne")
    }

    @Test("markup inside markup is not escaped again")
    func nesting() {
        let rows = ["a", "<b>"].map { "<li>\($0)</li>" as HTML }
        let absent: HTML? = nil
        let list: HTML = "<ul>\(rows)\(absent)\(rows[0])</ul>"
        #expect(list.text == "<ul><li>a</li><li>&lt;b&gt;</li><li>a</li></ul>")
        #expect(rows.joined(by: ", ").text == "<li>a</li>, <li>&lt;b&gt;</li>")
    }

    @Test("a literal in the source is markup wherever it stands", arguments: ["<Bo>", nil])
    func literalsInside(name: String?) {
        let page: HTML = "\(name == nil ? "" : "<b>Ny</b>")\(name.map { "<i>\($0)</i>" })"
        #expect(page.text == (name == nil ? "" : "<b>Ny</b><i>&lt;Bo&gt;</i>"))
        let either: HTML = "<p>\(name == nil ? "ingen" : name ?? "")</p>"
        #expect(either.text == (name == nil ? "<p>ingen</p>" : "<p>&lt;Bo&gt;</p>"))
    }

    @Test("a value straight after an equals sign brings its own quotation marks")
    func alwaysQuoted() {
        let attack = "a onfocus=alert(1)"
        let page: HTML = "<input value=\(attack) tabindex=\(3)>"
        #expect(page.text == "<input value=\"a onfocus=alert(1)\" tabindex=\"3\">")
    }

    @Test(
        "where an address belongs, only a local one is written",
        arguments: [
            ("/sager/2026-0407", "/sager/2026-0407"), ("#telefon", "#telefon"),
            ("tel:12345678", "tel:12345678"), ("javascript:alert(1)", "#"),
            ("https://example.com", "#"), ("//example.com", "#"), ("/\\example.com", "#"),
            ("/\t/example.com", "#"), (" javascript:alert(1)", "#"), ("", "#"),
        ])
    func onlyLocalAddresses(text: String, expected: String) {
        for page: HTML in [
            "<a href=\"\(text)\">", "<img src=\"\(text)\">", "<form action=\"\(text)\">",
            "<a href=\(text)>",
        ] {
            #expect(
                page.text.split(separator: "\"", omittingEmptySubsequences: false)[1] == expected)
        }
    }

    @Test("no text whatever leaves its place, between tags, in an attribute or in a text area")
    func property() {
        var random = SmallRandom(seed: 14)
        for _ in 0..<3_000 {
            let text = random.text()
            let page: HTML = """
                <p>\(text)</p><input value="\(text)"><a href="\(text)">x</a>\(
                    textArea("besked", label: "\(text)", value: text))
                """
            // The same page around harmless text has just as many of each meaningful byte.
            let word = "x"
            let plain: HTML = """
                <p>\(word)</p><input value="\(word)"><a href="\(word)">x</a>\(
                    textArea("besked", label: "\(word)", value: word))
                """
            for mark in "<>\"'".utf8 {
                #expect(
                    page.bytes.count { $0 == mark } == plain.bytes.count { $0 == mark },
                    "\(Array(text.unicodeScalars).map(\.value))")
            }
            #expect(unescaped(page.between("<p>", "</p>")) == text.replacingControls)
        }
    }
}

/// A small generator of unkind texts, the same every run.
private struct SmallRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    mutating func text() -> String {
        let unkind = Array("<>&\"'=/\\`;#x \n\t".unicodeScalars)
        let marks: [Unicode.Scalar] = ["\u{301}", "\u{338}", "\u{20DD}", "\u{200D}", "\u{FE0F}"]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<next(below: 12) {
            switch next(below: 4) {
            case 0: scalars.append(unkind[next(below: unkind.count)])
            case 1: scalars.append(marks[next(below: marks.count)])
            case 2: scalars.append(Unicode.Scalar(UInt8(next(below: 256))))
            default: scalars.append(Unicode.Scalar(UInt32(next(below: 0x1_0FFF))) ?? "ø")
            }
        }
        return String(scalars)
    }
}

extension HTML {
    fileprivate func between(_ start: String, _ end: String) -> [UInt8] {
        guard let from = bytes.firstPlace(of: start), let to = bytes.firstPlace(of: end) else {
            return []
        }
        return Array(bytes[(from + start.utf8.count)..<to])
    }
}

extension [UInt8] {
    fileprivate func firstPlace(of text: String) -> Int? {
        indices.first { self[$0...].starts(with: text.utf8) }
    }
}

private func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    let entities = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    var plain: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
        if let entity = entities.first(where: { rest.starts(with: $0.0.utf8) }) {
            plain += Array(entity.1.utf8)
            rest = rest.dropFirst(entity.0.utf8.count)
        } else {
            plain.append(byte)
            rest = rest.dropFirst()
        }
    }
    return plain
}

extension String {
    fileprivate var replacingControls: [UInt8] {
        unicodeScalars.flatMap { scalar -> [UInt8] in
            let isKept =
                scalar.value >= 32 && scalar.value != 127
                || "\t\n\r".utf8.contains(UInt8(truncatingIfNeeded: scalar.value))
                    && scalar.value < 32
            return Array(String(isKept ? scalar : "\u{FFFD}").utf8)
        }
    }
}
