import Testing

@testable import HTML

@Suite("Two texts compared: what went and what came, and nothing lost")
struct ComparisonTests {
    private func shown(_ old: String, _ new: String) -> String {
        WordDiff(from: old, to: new).runs.map { run in
            switch run.kind {
            case .kept: run.text
            case .removed: "[-\(run.text)-]"
            case .added: "[+\(run.text)+]"
            }
        }.joined()
    }

    @Test(
        "words that changed are marked, the rest is kept",
        arguments: [
            ("en to tre", "en to tre", "en to tre"), ("en to", "en tre", "en [-to-][+tre+]"),
            ("", "ny", "[+ny+]"), ("væk", "", "[-væk-]"), ("", "", ""),
            ("hver uge.", "hver anden uge.", "hver [+anden +]uge."),
            ("alkohol i dag", "alkohol, i dag", "alkohol[+,+] i dag"),
            ("a b c", "x y z", "[-a b c-][+x y z+]"),
        ])
    func marks(old: String, new: String, expected: String) {
        #expect(shown(old, new) == expected)
    }

    @Test("both texts can be read back whole, whatever they are")
    func nothingLost() {
        var random = Lottery(seed: 14)
        for _ in 0..<400 {
            let (old, new) = (random.text(), random.text())
            let runs = WordDiff(from: old, to: new).runs
            let before = runs.filter { $0.kind != .added }.flatMap { Array($0.text.utf8) }
            let after = runs.filter { $0.kind != .removed }.flatMap { Array($0.text.utf8) }
            #expect(before == Array(old.utf8), "\(old) → \(new)")
            #expect(after == Array(new.utf8), "\(old) → \(new)")
        }
    }

    @Test("a text too long for word by word is compared line by line, and else as a whole")
    func longTexts() {
        let old = (0..<300).map { "linje nummer \($0)" }.joined(separator: "\n")
        let new = old.replacing("nummer", with: "nr.").replacing("nr. 7\n", with: "nummer 7\n")
        let lines = WordDiff(from: old, to: new).runs
        #expect(lines.contains { $0.kind == .kept && $0.text == "linje nummer 7\n" })
        let one = String(repeating: "a b ", count: 2_000)
        let other = String(repeating: "c d ", count: 2_000)
        #expect(WordDiff(from: one, to: other).runs.map(\.kind) == [.removed, .added])
    }

    @Test("a mark that hides in a word makes no word of its own, and costs no more")
    func combiningMarks() {
        let hostile = "a" + String(repeating: "\u{301}", count: 20_000)
        #expect(shown(hostile, hostile + " b").hasSuffix("[+ b+]"))
    }

    @Test("who hears the page is told where a change begins and ends; the words stay text")
    func markup() {
        let text = comparedText(from: "en <b>", to: "to <b>").text
        #expect(text.contains("<del><span class=\"visually-hidden\">slettet: </span>en<span"))
        #expect(text.contains("<ins><span class=\"visually-hidden\">tilføjet: </span>to<span"))
        #expect(text.contains("&lt;b&gt;"))
    }

    @Test("each side has its own words only, and the same text says so")
    func sides() {
        let text = comparison(Version("Før", "en to"), Version("Efter", "en tre"), id: "f").text
        #expect(
            text.contains("aria-labelledby=\"f-foer\"")
                && text.contains("aria-labelledby=\"f-efter\""))
        #expect(text.matches(of: /<del>/).count == 1 && text.matches(of: /<ins>/).count == 1)
        #expect(comparison(Version("A", "x"), Version("B", "x"), id: "f").text.contains("er ens"))
        #expect(
            comparison(Version("A", ""), Version("B", "x"), id: "f").text.contains(">Tom</span>"))
    }
}

/// The same texts every run.
private struct Lottery {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    mutating func text() -> String {
        let words = ["en", "to", " ", " ", "\n", ",", ".", "æ", "e\u{301}", "\u{301}", "🍺", "uge"]
        return (0..<next(below: 30)).map { _ in words[next(below: words.count)] }.joined()
    }
}
