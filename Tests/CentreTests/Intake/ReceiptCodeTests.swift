import Testing

@testable import Centre
@testable import TestHouse

@Suite("Four words can be read aloud, written down and typed by a tired hand")
struct ReceiptCodeTests {
    @Test("there are 1,024 words, short, plain and in order")
    func theList() {
        #expect(CodeWords.all.count == 1_024)
        #expect(Set(CodeWords.all).count == 1_024)
        #expect(CodeWords.all == CodeWords.all.sorted())
        for word in CodeWords.all {
            #expect((3...8).contains(word.utf8.count), "\(word)")
            #expect(word.utf8.allSatisfy { (97...122).contains($0) }, "\(word)")
            #expect(!PlainLanguageTests.forbidden.contains(word), "\(word)")
        }
    }

    @Test("no word becomes another by one wrong letter")
    func farApart() {
        for word in CodeWords.all {
            #expect(CodeWords.near(word).isEmpty, "\(word): \(CodeWords.near(word))")
        }
    }

    @Test(
        "what differs by one letter is one letter apart, and nothing else is",
        arguments: [
            ("lampe", "lompe", true), ("lampe", "lamp", true), ("lampe", "lamper", true),
            ("lampe", "alampe", true), ("lampe", "lampe", false), ("lampe", "lapme", false),
            ("lampe", "lam", false), ("", "a", true), ("", "", false),
        ])
    func oneLetterApart(one: String, other: String, expected: Bool) {
        #expect(CodeWords.isOneLetterApart(Array(one.utf8), Array(other.utf8)) == expected)
        #expect(CodeWords.isOneLetterApart(Array(other.utf8), Array(one.utf8)) == expected)
    }

    @Test(
        "the way it is written does not matter",
        arguments: [
            "lampe violin sommer sne", "LAMPE VIOLIN SOMMER SNE", "Lampe-violin-sommer-sne",
            " lampe  violin,sommer. sne ", "lampeviolinsommersne", "lampe violinsommer sne",
            "lam pe vio lin sommer sne", "lampe\nviolin\nsommer\nsne",
        ])
    func kindReading(typed: String) throws {
        let code = try #require(ReceiptCode(typed: typed))
        #expect(code.canonicalText == "lampe violin sommer sne")
    }

    @Test(
        "one wrong, missing or extra letter is read as it was meant",
        arguments: [
            "lampe violin sommar sne", "lampe violin somer sne", "lampe violin sommmer sne",
            "lampeviolinsommarsne", "lampe violin sommer snee",
        ])
    func oneSlip(typed: String) throws {
        let code = try #require(ReceiptCode(typed: typed))
        #expect(code.canonicalText == "lampe violin sommer sne")
    }

    @Test(
        "what cannot be meant in one way only is no code",
        arguments: [
            "", "lampe", "lampe violin sommer", "lampe violin sommer sne sne",
            "lampi violon sommer sne",
            "fejl fejl fejl fejl", String(repeating: "lampe", count: 100), "ø æ å é", "1234",
        ])
    func refused(typed: String) {
        #expect(ReceiptCode(typed: typed) == nil)
    }

    @Test("every code drawn is read back, written together or apart, with one slip or none")
    func roundTrip() throws {
        for _ in 0..<200 {
            let code = ReceiptCode.random()
            #expect(code.words.count == 4)
            #expect(ReceiptCode(typed: code.canonicalText) == code)
            // Written together it may be readable in two ways; then it is refused, never another's.
            let together = ReceiptCode(typed: code.words.joined())
            #expect(together == nil || together == code)
            let slip =
                code.words[0].dropLast() + "x " + code.words.dropFirst().joined(separator: " ")
            let read = ReceiptCode(typed: String(slip))
            #expect(read == nil || read == code)
        }
    }
}
