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

    /// The first password, from the one page that shows it.
    private func firstPassword(_ answer: TestAnswer) throws -> String {
        try #require(answer.words(of: "foerste-adgangskode"))
    }

    @Test("somebody new gets a password for one use, chooses her own, and is in")
    func added() throws {
        let answer = try add([("login", "ida"), ("navn", "Ida <Ny>"), ("rolle", "consultant")])
        #expect(answer.status == 200)
        #expect(try client.get("/administration/brugere").text.contains("Ida &lt;Ny&gt;"))
        let password = try firstPassword(answer)
        let ida = try Visitor(house)
        #expect(try ida.logIn("ida", password: password).status == 303)
        // Nothing else is open to her before.
        #expect(try ida.get("/overblik").location == "/min-adgang/adgangskode")
        #expect(try ida.get("/min-adgang/adgangskode").text.contains("Vælg din adgangskode"))
        #expect(try ida.post("/henvendelser/ny").location == "/min-adgang/adgangskode")
        // The first one opens nothing a second time.
        #expect(try Visitor(house).logIn("ida", password: password).status == 422)
        let chosen = try ida.post(
            "/min-adgang/adgangskode",
            [
                ("ny-adgangskode", "lampe-torv-fugl-ni"),
                ("ny-adgangskode-igen", "lampe-torv-fugl-ni"),
            ])
        #expect(chosen.status == 303)
        #expect(try ida.get("/overblik").status == 200)
        #expect(try Visitor(house).logIn("ida", password: "lampe-torv-fugl-ni").status == 303)
        #expect(try house.logCount(.firstPasswordUsed) == 1)
        #expect(try house.records.faults() == [])
    }

    @Test("what is wrong is said, and what was typed comes back")
    func refused() throws {
        let taken = try add([("login", "leader"), ("navn", "Ida Ny"), ("rolle", "leader")])
        #expect(taken.status == 422)
        #expect(taken.text.contains("Brugernavnet er taget"))
        #expect(taken.text.contains("value=\"Ida Ny\""))
        #expect(try add([("login", "ida")]).text.contains("Vælg en rolle"))
    }

    @Test("a new password ends what was open with the old one")
    func renewed() throws {
        let leader = try Visitor(house, as: .leader)
        let answer = try client.post("/administration/brugere/leader/adgangskode")
        #expect(answer.status == 200)
        #expect(try leader.get("/overblik").status == 303)
        #expect(try Visitor(house).logIn("leader").status == 422)
        let again = try Visitor(house)
        #expect(try again.logIn("leader", password: try firstPassword(answer)).status == 303)
        #expect(try again.get("/overblik").location == "/min-adgang/adgangskode")
    }

    @Test("nobody locks herself out")
    func ownDoor() throws {
        let answer = try client.post(
            "/administration/brugere/administrator/luk")
        #expect(answer.status == 422)
        #expect(try client.get("/administration/brugere").status == 200)
    }

    @Test("what reaches far asks for the password again after ten minutes, and keeps what was sent")
    func proof() throws {
        house.time.advance(minutes: 11)
        let asked = try add([("login", "ida"), ("navn", "Ida Ny"), ("rolle", "consultant")])
        #expect(asked.status == 403)
        #expect(asked.text.contains("Skriv din adgangskode"))
        #expect(try house.records.allStaff().allSatisfy { $0.login != "ida" })
        try client.fill("bekraeft-formular", ["adgangskode": "forkert-kode-her"])
        #expect(client.status == 422)
        #expect(client.page.contains("Adgangskoden er ikke rigtig"))
        try client.fill("bekraeft-formular", ["adgangskode": TestHouse.password])
        #expect(client.page.contains("Ida Ny"))
        try client.fill("send-igen-formular")
        #expect(client.page.contains("foerste-adgangskode"))
        // What only reads is not asked about.
        house.time.advance(minutes: 11)
        #expect(try client.get("/administration/brugere").status == 200)
    }
}
