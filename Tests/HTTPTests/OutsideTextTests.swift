import Testing

@testable import HTTP

@Suite("Text from outside")
struct OutsideTextTests {
    /// Texts of every kind of scalar that counts here, the same at each run.
    private static let samples: [String] = {
        var generator = SplitMix(state: 14)
        let scalars: [Unicode.Scalar] = [
            "a", "Å", "æ", "Ø", "Ÿ", "İ", "ß", "1", "-", " ", "\t", "\n", "\u{85}", "\u{A0}",
            "\u{1680}", "\u{2003}", "\u{2028}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{200B}",
            "\u{301}", "\u{323}", "€", "漢", "한", "🐈", "\u{FFFD}",
        ]
        return (0..<2_000).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<Int(generator.next() % 12) {
                text.append(scalars[Int(generator.next() % UInt64(scalars.count))])
            }
            return String(text)
        }
    }()

    @Test("is compared byte by byte: what looks alike is not the same")
    func comparing() {
        #expect(OutsideText("å") == "å")
        #expect(OutsideText("a\u{30A}") != "å")
        #expect(OutsideText("a\u{30A}") != OutsideText("å"))
        #expect(OutsideText("a\u{30A}").hashValue != OutsideText("å").hashValue)
        #expect(
            Set(Self.samples.map { OutsideText($0) }).count
                == Set(Self.samples.map { Array($0.utf8) }).count)
        #expect(OutsideText("ja").equals("ja") && !OutsideText("ja").equals("jah"))
        let unsent: OutsideText? = nil
        #expect(unsent != "" && !(unsent == ""))
        switch OutsideText("selv") {
        case "andre": Issue.record("another's case")
        case "selv": break
        default: Issue.record("no case")
        }
    }

    @Test("what is not UTF-8, and NUL, becomes the replacement character")
    func repairing() {
        #expect(OutsideText([0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
        #expect(OutsideText([0x61, 0x00, 0x62]) == "a\u{FFFD}b")
        #expect(OutsideText([0xC3]) == "\u{FFFD}")
        // Bytes that are often beginnings, ends and neighbours of scalars.
        let bytes: [UInt8] = [
            0x61, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
            0xF0,
            0xF1, 0xF4, 0xF5, 0xFF,
        ]
        var generator = SplitMix(state: 3)
        for _ in 0..<20_000 {
            let sample = (0..<Int(generator.next() % 8)).map { _ in
                bytes[Int(generator.next() % UInt64(bytes.count))]
            }
            let expected = String(decoding: sample, as: UTF8.self)
            #expect(OutsideText(sample).equals(expected), "\(sample)")
        }
    }

    @Test("loses the white space at its ends, and no more")
    func trimming() {
        for sample in Self.samples {
            let scalars = sample.unicodeScalars
            let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
            let last = scalars.lastIndex { !$0.properties.isWhitespace }
            let expected = last.map { String(scalars[first...$0]) } ?? ""
            #expect(OutsideText(sample).trimmed.equals(expected))
        }
    }

    @Test("every white space of Unicode is known")
    func whiteSpace() {
        for scalar in Self.everyScalar {
            let isTrimmed = OutsideText(String(scalar)).trimmed.isEmpty
            // NUL is no white space before or after it is replaced.
            if isTrimmed != scalar.properties.isWhitespace {
                Issue.record("U+\(String(scalar.value, radix: 16))")
            }
        }
    }

    @Test("is measured in Unicode scalars")
    func measuring() {
        for sample in Self.samples {
            let (text, count) = (OutsideText(sample), sample.unicodeScalars.count)
            #expect(text.scalarCount() == count)
            #expect(text.scalarCount(upTo: 3) == min(count, 3))
            for limit in 0...12 {
                #expect(text.isLonger(than: limit) == (count > limit))
                #expect(
                    text.prefix(scalarCount: limit).equals(
                        String(String.UnicodeScalarView(sample.unicodeScalars.prefix(limit)))))
            }
        }
    }

    @Test("is put in lower case as Unicode says, as far as the Latin letters of Europe go")
    func lowerCase() {
        for value in UInt32(1)..<0x250 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected = value < 0x180 ? scalar.properties.lowercaseMapping : String(scalar)
            #expect(OutsideText(String(scalar)).lowercased.equals(expected), "U+\(value)")
        }
        #expect(OutsideText("JØRGEN ÅSE ŁÓDŹ ЯΩ").lowercased == "jørgen åse łódź ЯΩ")
    }

    @Test("a literal at its beginning is known and taken off")
    func prefixes() {
        #expect(OutsideText("linje-7").hasPrefix("linje-"))
        #expect(OutsideText("linje-7").dropping(prefix: "linje-") == "7")
        #expect(OutsideText("linj").dropping(prefix: "linje-") == nil)
        #expect(OutsideText("a=b").contains(0x3D))
    }

    @Test("thirty combining marks in a row are let through, one more is not")
    func combiningRun() throws {
        let fine = OutsideText("a" + String(repeating: "\u{301}", count: 30) + "b\u{323}")
        let long = OutsideText("a" + String(repeating: "\u{323}\u{301}", count: 16))
        #expect(!fine.containsCombiningRun())
        #expect(long.containsCombiningRun())
        #expect(try fine.string(atMost: 40).utf8.elementsEqual(fine.utf8))
        #expect(throws: OutsideText.Fault.combiningRun) { try long.string(atMost: 40) }
        #expect(throws: OutsideText.Fault.tooLong(scalarCountMax: 32)) {
            try long.string(atMost: 32)
        }
        let broken = Array("\u{301}".utf8) + [0xCC] + Array("\u{301}".utf8)
        let isLong = broken.span.containsCombiningRun(longerThan: 1)
        #expect(!isLong)
    }

    @Test("every combining mark of Unicode counts, and nothing else")
    func everyMark() {
        for scalar in Self.everyScalar {
            let isMark =
                switch scalar.properties.generalCategory {
                case .nonspacingMark, .spacingMark, .enclosingMark: true
                default: false
                }
            let text = OutsideText(String(scalar))
            if text.containsCombiningRun(longerThan: 0) != isMark {
                Issue.record("U+\(String(scalar.value, radix: 16))")
            }
            // What String puts in order, which is what costs quadratic time, is all among them.
            if scalar.properties.canonicalCombiningClass != .notReordered { #expect(isMark) }
        }
    }

    @Test("does not say what it says where it might be logged")
    func description() {
        #expect("\(OutsideText("Bo Hansen"))" == "outside text of 9 bytes")
        var dumped = ""
        dump(OutsideText("Bo Hansen"), to: &dumped)
        #expect(!dumped.contains("Bo"))
    }

    private static var everyScalar: some Sequence<Unicode.Scalar> {
        (UInt32(1)...0x10FFFF).lazy.compactMap { Unicode.Scalar($0) }
    }
}

/// Numbers that are the same at each run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
