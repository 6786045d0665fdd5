/// The words of a page's main part or of a letter, sentence by sentence.
struct ReadText {
    let sentences: [[String]]

    var words: [String] { sentences.flatMap(\.self) }

    /// Words per sentence, and the share of words over six letters.
    var lix: Double {
        let words = self.words
        guard !words.isEmpty else { return 0 }
        let long = words.count { $0.count > 6 }
        return Double(words.count) / Double(sentences.count)
            + 100 * Double(long) / Double(words.count)
    }

    init(markup: String) {
        let main =
            markup.split(separator: "<main").last?.split(separator: "</main>").first.map(
                String.init) ?? markup
        // A heading, a label, a cell or a line ends as a full stop ends a sentence.
        let ends = ["p", "li", "h1", "h2", "dt", "dd", "label", "legend", "button", "strong"]
        let marked = ends.reduce(main.replacing("<br>", with: ". ")) { text, tag in
            text.replacing("</\(tag)>", with: ". ")
        }
        let text = marked.replacing(#/<[^>]*>/#, with: "")
        self.init(text: text)
    }

    /// Of a letter: each of its lines ends as a sentence does.
    init(lines: [String]) {
        self.init(text: lines.joined(separator: ". "))
    }

    private init(text: String) {
        // 8.30, 10. november and "kl." end no sentence.
        sentences = text.replacing(#/(\d)\.(?=\d| [a-zæøå])/#, with: { "\($0.1)" }).replacing(
            "kl.", with: "kl"
        ).replacing("stk.", with: "stk")
            .split(whereSeparator: { ".?!:".contains($0) })
            .map { sentence in
                sentence.lowercased()
                    .split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" })
                    .map(String.init)
            }
            .filter { !$0.isEmpty }
    }
}
