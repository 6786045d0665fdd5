import Testing

@testable import Centre
@testable import HTTP
@testable import TestHouse

@Suite("What the log tells of an address")
struct RedactionTests {
    private static let house = try? TestHouse()

    @Test(
        "the house's own words are told, and nothing of a case or that somebody may have typed",
        arguments: [
            ("/", "/"), ("/overblik", "/overblik"), ("/henvendelser/ny", "/henvendelser/ny"),
            ("/sager/2026-0407", "/sager/{number}"),
            ("/sager/Bo Hansen 010170-1234", "/sager/{number}"),
            ("/sager/2026-0407/notat", "/sager/{number}/notat"),
            ("/sager/Bo Hansen/fjern", "/sager/{number}/fjern"),
            ("/administration/brugere/bo-hansen", "/administration/brugere/{bruger}"),
            ("/favicon.svg", "/favicon.svg"), ("/Bo Hansen", nil),
        ] as [(String, String?)])
    func told(path: String, said: String?) throws {
        let router = try #require(Self.house).router
        #expect(router.redactedPath(path) == said)
    }
}
