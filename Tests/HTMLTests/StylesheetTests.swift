import Foundation
import HTML
import Testing

@Suite("The stylesheet names its colours once and holds nothing that nobody uses")
struct StylesheetTests {
    @Test("a colour is written where it is named, on paper and in the mark, and nowhere else")
    func colours() throws {
        for rule in try Stylesheet().rules {
            let isMark = rule.selector.hasSuffix(".sender::before")
            for (name, value) in rule.declarations where !name.hasPrefix("--") && !isMark {
                let others = value.replacing(/#000|#333|#0002/, with: "")
                #expect(!others.contains(/#[0-9a-f]{3}/), "\(rule.selector) { \(name): \(value) }")
            }
        }
    }

    @Test("a name that is used is a name that is given")
    func tokens() throws {
        let text = try Stylesheet().text
        let given = Set(text.matches(of: /(--[a-z0-9-]+):/).map { String($0.1) })
        for match in text.matches(of: /var\((--[a-z0-9-]+)/) {
            #expect(given.contains(String(match.1)), "\(match.1)")
        }
    }

    @Test("every class in it is written by some page")
    func used() throws {
        let sources = try Self.words(of: "Sources", ending: ".swift")
        // `line-1` is written as a word and a number.
        let unused = try Stylesheet().classes.filter { name in
            !sources.contains(name) && !sources.contains(name.replacing(/[0-9]+$/, with: ""))
        }
        #expect(unused.sorted() == [])
    }

    @Test("every class of the building blocks has a rule")
    func covered() throws {
        let known = try Stylesheet().classes
        // What only names a place for those who read the source.
        let unstyled: Set<String> = [
            "ahead", "block", "clear", "comparison", "contact", "cpr", "gap", "over", "story",
            "time", "title", "turn",
        ]
        let used = buildingBlocks().text.matches(of: /class="([^"]*)"/)
            .flatMap { $0.1.split(separator: " ").map(String.init) }
        #expect(Set(used).subtracting(known).subtracting(unstyled).sorted() == [])
    }

    /// Everything that looks like a word in the files of a folder.
    private static func words(of folder: String, ending: String) throws -> Set<String> {
        let start = Stylesheet.root.appending(path: folder)
        let files = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
        var words: Set<String> = []
        for case let file as URL in files ?? .init() where file.path.hasSuffix(ending) {
            let bytes = try Data(contentsOf: file)
            let parts = bytes.split { byte in
                let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
                return !isLetter && byte != UInt8(ascii: "-") && !(48...57).contains(byte)
            }
            words.formUnion(parts.map { String(decoding: $0, as: UTF8.self) })
        }
        return words
    }
}
