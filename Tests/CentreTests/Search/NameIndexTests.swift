import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The index of names")
struct NameIndexTests {
    static let names = [
        "Åse Møller", "Aase Gaarde", "Søren Ærø", "Michael O'Brien", "José Müller-Skov",
        "Anna Andersen", "ANNE HOLM", "Jørgen Åkjær",
    ]

    static func filled() -> NameIndex {
        var index = NameIndex()
        for (number, name) in names.enumerated() {
            index.set(.init(name: name), for: CaseID(Int64(number + 1)))
        }
        return index
    }

    static func found(_ typed: String, _ index: NameIndex) -> [String] {
        index.find(FoldedWords(typed), limit: 100).cases.map { names[Int($0.rawValue) - 1] }
            .sorted()
    }

    @Test(
        "finds by the beginning of any word, as Danes write and as they type",
        arguments: [
            ("åse", ["Aase Gaarde", "Åse Møller"]),
            ("AASE", ["Aase Gaarde", "Åse Møller"]),
            ("A\u{30A}se m", ["Åse Møller"]),
            ("gå", ["Aase Gaarde"]),
            ("moeller", ["Åse Møller"]),
            ("ærø soren", []),
            ("ærø søren", ["Søren Ærø"]),
            ("micha", ["Michael O'Brien"]),
            ("obri", ["Michael O'Brien"]),
            ("jose muller", ["José Müller-Skov"]),
            ("skov", ["José Müller-Skov"]),
            ("an", ["ANNE HOLM", "Anna Andersen"]),
            ("an an", ["ANNE HOLM", "Anna Andersen"]),
            ("anders anna", ["Anna Andersen"]),
            ("holm anna", []),
            ("jo", ["José Müller-Skov", "Jørgen Åkjær"]),
            ("   ", []),
        ])
    func finds(typed: String, expected: [String]) {
        var index = Self.filled()
        #expect(Self.found(typed, index) == expected)
        index.sort()
        #expect(Self.found(typed, index) == expected)
    }

    @Test("a person who is written of again is found by the new words only")
    func replaced() {
        var index = Self.filled()
        index.sort()
        index.set(.init(name: "Bodil Bak", phone: "20304050"), for: CaseID(1))
        #expect(Self.found("møller", index).isEmpty)
        #expect(index.find(FoldedWords("bak"), limit: 9).cases == [CaseID(1)])
        #expect(index.find(phone: "20304050", limit: 9).total == 1)
        #expect(index.count == Self.names.count)
        index.sort()
        #expect(index.find(FoldedWords("bodil"), limit: 9).cases == [CaseID(1)])
    }

    @Test("who is removed is found by nothing")
    func removed() {
        var index = NameIndex()
        let cpr = CPRNumber("0107081234")
        for number in 1...2_500 {
            index.set(
                .init(name: "Bo Nr\(number)", phone: "\(20_000_000 + number)", cpr: cpr),
                for: CaseID(Int64(number)))
        }
        for number in 1...2_499 { index.remove(CaseID(Int64(number))) }
        index.remove(CaseID(77))
        #expect(index.count == 1)
        #expect(index.find(FoldedWords("bo"), limit: 9).cases == [CaseID(2_500)])
        #expect(index.find(FoldedWords("nr77"), limit: 9).total == 0)
        #expect(index.find(phone: "20000077", limit: 9).total == 0)
        #expect(cpr.map { index.find(cpr: $0, limit: 9).cases } == [CaseID(2_500)])
    }

    @Test("few are given of many, the newest first, and all are counted")
    func limited() {
        var index = NameIndex()
        for number in 1...3_000 {
            index.set(.init(name: "Hanne Hansen"), for: CaseID(Int64(number)))
        }
        let found = index.find(FoldedWords("ha ha"), limit: 3)
        #expect(found.total == 3_000)
        #expect(found.cases == [CaseID(3_000), CaseID(2_999), CaseID(2_998)])
    }

    @Test("the same as asking every name in turn, whatever came and went")
    func sameAsAskingAll() {
        let parts = ["an", "åge", "bo", "søs", "mik", "aagot", "ø", "ole", "oest", "zoë"]
        var random = SplitMix(7)
        var index = NameIndex()
        var plain: [Int64: String] = [:]
        for _ in 0..<4_000 {
            let id = Int64(random.below(900) + 1)
            if random.below(4) == 0 {
                index.remove(CaseID(id))
                plain[id] = nil
            } else {
                let name = (0..<(random.below(3) + 1)).map { _ in
                    parts[random.below(parts.count)] + parts[random.below(parts.count)]
                }.joined(separator: " ")
                index.set(.init(name: name), for: CaseID(id))
                plain[id] = name
            }
        }
        for one in parts {
            for other in ["", "b", "aa"] {
                let wanted = FoldedWords("\(one) \(other)")
                let expected = plain.filter { _, name in
                    let words = FoldedWords(name).words
                    return wanted.words.allSatisfy { start in
                        words.contains { $0.starts(with: start) }
                    }
                }
                let found = index.find(wanted, limit: 10_000)
                #expect(Set(found.cases.map(\.rawValue)) == Set(expected.keys))
                #expect(found.total == expected.count)
            }
        }
    }
}

/// Random numbers that are the same in every run.
private struct SplitMix {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
