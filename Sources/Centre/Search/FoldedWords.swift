private import Foundation

/// A name in the form in which it is compared: small letters without accents, æ ø å in the two
/// letters they are also written with, so that Åse and Aase, Søren and Soeren are the same.
///
/// Letters are spelt out rather than drawn together: somebody who has typed `Micha` has begun
/// `Michael`, and who has typed `Jo` may be on her way to `Jørgen`.
struct FoldedWords: Hashable, Sendable {
    /// Each word's bytes; none is empty, and none holds a byte below a digit.
    let words: [[UInt8]]

    init(_ text: String) {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": word.append(UInt8(scalar.value))
            case "'", "’", "´", "`": continue
            case _ where scalar.properties.isAlphabetic:
                word += Self.spellings[scalar] ?? Self.withoutAccents(scalar)
            case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
            default:
                if !word.isEmpty { words.append(word) }
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        self.words = words
    }

    private static let spellings: [Unicode.Scalar: [UInt8]] = [
        "å": "aa", "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "œ": "oe", "ß": "ss", "þ": "th",
        "ð": "d", "đ": "d", "ł": "l", "ı": "i",
    ].mapValues { Array($0.utf8) }

    private static func withoutAccents(_ scalar: Unicode.Scalar) -> [UInt8] {
        let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
        let letters = parts.filter { $0.properties.canonicalCombiningClass == .notReordered }
        return Array(String(String.UnicodeScalarView(letters)).utf8)
    }
}
