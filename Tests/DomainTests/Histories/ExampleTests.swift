import Domain
import Testing

@Suite("Histories")
struct ExampleTests {
    @Test("gives the verdict that the example asks for", arguments: HistoryFiles.examples)
    func example(_ example: Expectation) throws {
        let standard = try #require(HistoryFiles.standards[example.standard])
        let mismatches = example.mismatches(under: standard)
        #expect(mismatches.isEmpty, "\(mismatches.joined(separator: "\n"))")
    }

    @Test("gives the verdict that our own history asks for", arguments: HistoryFiles.own)
    func own(_ history: Expectation) throws {
        let standard = try #require(HistoryFiles.standards[history.standard])
        let mismatches = history.mismatches(under: standard)
        #expect(mismatches.isEmpty, "\(mismatches.joined(separator: "\n"))")
    }

    @Test("all examples are there")
    func count() {
        #expect(HistoryFiles.examples.count == 34)
        #expect(HistoryFiles.own.count >= 230)
    }
}
