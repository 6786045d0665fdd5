/// Four words a citizen takes home (kvitteringskode): 40 bits, kept by us only as a keyed digest.
struct ReceiptCode: Hashable, Sendable {
    static let wordCount = 4

    let words: [String]

    /// A new code, from the system's own source of randomness.
    static func random() -> ReceiptCode {
        var source = SystemRandomNumberGenerator()
        return ReceiptCode(
            words: (0..<wordCount).compactMap { _ in CodeWords.given.randomElement(using: &source) }
        )
    }

    /// What the digest is made of: always the same for the same code.
    var canonicalText: String { words.joined(separator: " ") }

    private init(words: [String]) {
        self.words = words
    }

    /// Reads what was typed: upper case or lower, with spaces, hyphens or neither, and with one
    /// wrong, missing or extra letter where only one code can have been meant.
    init?(typed: String) {
        let parts = Self.wordsTyped(typed)
        guard parts.joined().utf8.count <= Self.lettersMax else { return nil }
        let asWritten = parts.count == Self.wordCount ? Self.corrected(parts) : []
        let codes = asWritten.isEmpty ? Self.divided(Array(parts.joined().utf8)) : asWritten
        guard let only = codes.first, codes.count == 1 else { return nil }
        words = only
    }

    private static let lettersMax = 40

    /// Whether three words were typed where four are wanted: one is missing, not wrong.
    static func lacksAWord(_ typed: String) -> Bool {
        let words = wordsTyped(typed)
        return words.count == wordCount - 1 && words.allSatisfy(CodeWords.places.contains)
    }

    private static func wordsTyped(_ text: String) -> [String] {
        text.prefix(200).lowercased().split { !$0.isLetter }.map(String.init)
    }

    /// The codes that these four words can be, with at most one letter wrong in one word.
    private static func corrected(_ parts: [String]) -> Set<[String]> {
        let wrong = parts.indices.filter { !CodeWords.places.contains(parts[$0]) }
        guard let place = wrong.first else { return [parts] }
        guard wrong.count == 1 else { return [] }
        return Set(
            CodeWords.near(parts[place]).map { word in
                var words = parts
                words[place] = word
                return words
            })
    }

    /// The codes that a run of letters can be: first as it stands, then with one letter wrong.
    private static func divided(_ letters: [UInt8]) -> Set<[String]> {
        let exact = divided(letters[...], wordsLeft: wordCount, errorsLeft: 0)
        return exact.isEmpty
            ? divided(letters[...], wordsLeft: wordCount, errorsLeft: 1) : exact
    }

    private static func divided(
        _ letters: ArraySlice<UInt8>, wordsLeft: Int, errorsLeft: Int
    ) -> Set<[String]> {
        guard wordsLeft > 0 else { return letters.isEmpty ? [[]] : [] }
        var codes: Set<[String]> = []
        let longest = min(letters.count, CodeWords.lengthMax + errorsLeft)
        guard longest >= CodeWords.lengthMin - errorsLeft else { return [] }
        for length in (CodeWords.lengthMin - errorsLeft)...longest {
            let chunk = String(decoding: letters.prefix(length), as: UTF8.self)
            let isWord = CodeWords.places.contains(chunk)
            let words = isWord ? [chunk] : errorsLeft > 0 ? CodeWords.near(chunk) : []
            guard !words.isEmpty else { continue }
            let rest = divided(
                letters.dropFirst(length), wordsLeft: wordsLeft - 1,
                errorsLeft: isWord ? errorsLeft : errorsLeft - 1)
            for word in words { codes.formUnion(rest.map { [word] + $0 }) }
        }
        return codes
    }
}

extension CodeWords {
    /// For asking whether a word is one of them.
    static let places = Set(all)

    private static let letters = all.map { Array($0.utf8) }

    static let lengthMin = all.map(\.utf8.count).min() ?? 0
    static let lengthMax = all.map(\.utf8.count).max() ?? 0

    /// The words that differ from this one by one letter: changed, missing or too many.
    static func near(_ word: String) -> [String] {
        let wanted = Array(word.utf8)
        return letters.indices.filter { isOneLetterApart(letters[$0], wanted) }.map { all[$0] }
    }

    static func isOneLetterApart(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        guard long.count - short.count <= 1 else { return false }
        let same = zip(short, long).prefix { $0 == $1 }.count
        guard same < long.count else { return false }
        let rest = short.count == long.count ? short.dropFirst(same + 1) : short.dropFirst(same)
        return rest.elementsEqual(long.dropFirst(same + 1))
    }
}
