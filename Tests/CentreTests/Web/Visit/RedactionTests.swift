import Testing

@testable import Centre

@Suite("What the log tells of an address")
struct ToldPathTests {
    @Test(
        "the house's own words are told, and nothing of a case or that somebody may have typed",
        arguments: [
            ("/", "/"), ("/overblik", "/overblik"), ("/henvendelser/ny", "/henvendelser/ny"),
            ("/sager/2026-0407", "/sager/{number}"),
            ("/sager/Bo Hansen 010170-1234", "/sager/{number}"),
            ("/sager/2026-0407/notat/Bo Hansen", "/sager/{number}/notat/{entry}"),
            ("/administration/brugere/bo-hansen", "/administration/brugere/{bruger}"),
            ("/style.c1c6a4ef8874bcbd.css", "/style.c1c6a4ef8874bcbd.css"),
        ])
    func told(path: String, said: String) {
        #expect(Doors.told(path) == said)
    }
}
