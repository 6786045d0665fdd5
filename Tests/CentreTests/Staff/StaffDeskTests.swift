import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Administering who may log in")
struct StaffDeskTests {
    let house: TestHouse
    let client: Visitor

    init() throws {
        house = try TestHouse()
        client = try Visitor(house, as: .administrator)
    }

    func add(_ fields: [(String, String)]) throws -> TestAnswer {
        try client.post(
            "/administration/brugere", fields)
    }

    @Test("somebody new can log in at once")
    func added() throws {
        let answer = try add([
            ("login", "ida"), ("navn", "Ida <Ny>"), ("rolle", "consultant"),
            ("ny-adgangskode", "fire-gode-ord-her"),
        ])
        #expect(answer.status == 303)
        #expect(try client.get("/administration/brugere").text.contains("Ida &lt;Ny&gt;"))
        let ida = try Visitor(house)
        #expect(try ida.logIn("ida", password: "fire-gode-ord-her").location == "/overblik")
    }

    @Test("what is wrong is said, and what was typed comes back but for the password")
    func refused() throws {
        let short = try add([
            ("login", "ida"), ("navn", "Ida Ny"), ("rolle", "consultant"),
            ("ny-adgangskode", "kort"),
        ])
        #expect(short.status == 422)
        #expect(short.text.contains("Adgangskoden skal have mindst 10 tegn"))
        #expect(short.text.contains("value=\"Ida Ny\"") && !short.text.contains("value=\"kort\""))
        let taken = try add([
            ("login", "leader"), ("navn", "Ida Ny"), ("rolle", "leader"),
            ("ny-adgangskode", "fire-gode-ord-her"),
        ])
        #expect(taken.text.contains("Brugernavnet er taget"))
        #expect(try add([("login", "ida")]).text.contains("Vælg en rolle"))
    }

    @Test("a new password ends what was open with the old one")
    func renewed() throws {
        let leader = try Visitor(house, as: .leader)
        let answer = try client.post(
            "/administration/brugere/leader/adgangskode",
            [("ny-adgangskode", "fire-nye-ord-her")])
        #expect(answer.status == 303)
        #expect(try leader.get("/overblik").status == 303)
        #expect(try leader.logIn("leader").status == 422)
        #expect(try leader.logIn("leader", password: "fire-nye-ord-her").status == 303)
    }

    @Test("nobody locks herself out")
    func ownDoor() throws {
        let answer = try client.post(
            "/administration/brugere/administrator/luk")
        #expect(answer.status == 422)
        #expect(try client.get("/administration/brugere").status == 200)
    }
}
