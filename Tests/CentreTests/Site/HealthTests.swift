import HTTP
import Testing

@testable import Centre

@Suite("/sundhed")
struct HealthTests {
    @Test("a house that can be read says so")
    func well() throws {
        let centre = try TestCentre()
        let response = try centre.answer(Request(.get, "/sundhed"))
        #expect(response.status == .ok)
        #expect(String(decoding: response.bodyBytes, as: UTF8.self) == "i orden\n")
    }

    @Test("what is wrong is said in one line, and with 503")
    func ill() {
        struct Odd: Error {}
        let response = HealthRoutes.answer { throw OpeningFailure.wrongKey(file: "hemmelig.key") }
        #expect(response.status == .serviceUnavailable)
        #expect(response.headers["Retry-After"] != nil)
        let words = String(decoding: response.bodyBytes, as: UTF8.self)
        #expect(words == "nøglen passer ikke til databasen\n")
        #expect(HealthRoutes.answer { throw Odd() }.status == .serviceUnavailable)
    }
}
