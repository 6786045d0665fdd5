import Domain
import Testing

/// The figures that go to other municipalities. The worked examples are those of the agreement on
/// Fyn with invented populations, and of a half-year statement.
@Suite struct FiguresTests {
    @Test(
        "a small number is hidden, and one alone takes the next smallest with it",
        arguments: [
            ([12, 3, 40, 7], ["12", "færre end 5", "40", "skjult"]),
            ([12, 3, 40, 4], ["12", "færre end 5", "40", "færre end 5"]),
            ([12, 5, 40, 7], ["12", "5", "40", "7"]),
            ([6, 3, 6], ["skjult", "færre end 5", "6"]),
            ([3], ["færre end 5"]), ([], []),
        ])
    func smallCells(counts: [Int], shown: [String]) {
        #expect(SmallCells.published(counts).map(\.danishText) == shown)
    }

    @Test("no row lets a small number be worked out from the sum")
    func noneIsAlone() {
        for row in 0..<10_000 {
            let counts = [row % 10, row / 10 % 10, row / 100 % 10, row / 1000]
            let cells = SmallCells.published(counts)
            let hidden = zip(counts, cells).filter { $1 != .count($0) }
            #expect(hidden.count != 1, "\(counts)")
            #expect(hidden.count == 0 || counts.contains { $0 < 5 }, "\(counts)")
        }
    }

    /// Assens, Nordfyns, Faaborg-Midtfyn, Kerteminde, Langeland, Nyborg, Odense, Svendborg, Ærø.
    private static let fyn = [
        41_000, 29_500, 51_500, 23_600, 14_200, 31_600, 187_900, 59_000, 6_700,
    ]

    @Test("twelve million over nine municipalities, to the øre")
    func shares() throws {
        let shares = try #require(
            Apportionment.shares(ofOere: 1_200_000_000, byPopulation: Self.fyn))
        #expect(shares.reduce(0, +) == 1_200_000_000)
        #expect(shares[0] == 110_561_798)
        #expect(shares[1] == 79_550_562)
        #expect(shares[6] == 506_696_629)
        #expect(shares[8] == 18_067_416)
    }

    @Test(
        "eleven instalments alike, December takes the rest",
        arguments: [
            (110_561_798, 9_213_483, 9_213_485), (506_696_629, 42_224_719, 42_224_720),
            (18_067_416, 1_505_618, 1_505_618), (79_550_562, 6_629_213, 6_629_219), (7, 0, 7),
        ])
    func instalments(share: Int, each: Int, last: Int) {
        let instalments = Apportionment.instalments(ofOere: share)
        #expect(instalments == Array(repeating: each, count: 11) + [last])
        #expect(instalments.reduce(0, +) == share)
    }

    @Test("what is left over goes to those who lost most, among equals to the first")
    func remainders() {
        #expect(Apportionment.shares(ofOere: 100, byPopulation: [1, 1, 1]) == [34, 33, 33])
        #expect(Apportionment.shares(ofOere: 10, byPopulation: [3, 3, 1]) == [4, 4, 2])
        #expect(Apportionment.shares(ofOere: .max, byPopulation: [1, 0]) == [.max, 0])
        #expect(Apportionment.shares(ofOere: 10, byPopulation: [0, 0]) == nil)
        #expect(Apportionment.shares(ofOere: 10, byPopulation: [5, -1]) == nil)
        #expect(Apportionment.shares(ofOere: 10, byPopulation: []) == nil)
    }
}
