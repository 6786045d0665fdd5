import Testing

@testable import Records

@Suite("Ids drawn by lot")
struct RandomIDTests {
    @Test("are positive and do not repeat")
    func randomIDs() {
        let ids = Set((0..<10_000).map { _ in RandomID.int64() })
        #expect(ids.count == 10_000)
        #expect(ids.allSatisfy { $0 > 0 && $0 < 1 << 62 })
        #expect(RandomID.bytes(16).count == 16)
    }
}
