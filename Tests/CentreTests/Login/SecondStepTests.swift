import Domain
import HTTP
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A code from an app")
struct SecondStepTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    /// Puts an app beside her password, by the pages; what the app has is what the page says.
    private func enrol(_ visitor: Visitor) throws -> (secret: OneTimeCode.Secret, codes: [String]) {
        let page = try visitor.get("/min-adgang/kode")
        #expect(page.text.contains("<svg id=\"qr\""))
        let secret = try #require(
            FactorPage.secret(
                Request(
                    .post, "/", form: Fields([("hemmelighed", page.hidden("hemmelighed") ?? "")])),
                of: try house.member(.leader), house.records.vault))
        #expect(page.text.contains(secret.inGroups))
        try visitor.fill("app-formular", ["kode": secret.code(at: house.now)])
        #expect(visitor.status == 200)
        let codes = visitor.page.matches(of: /<li><code>([a-z0-9-]+)<\/code>/).map { String($0.1) }
        #expect(Set(codes).count == 8)
        return (secret, codes)
    }

    /// Goes through the first step; stands at the second afterwards.
    private func password() throws -> Visitor {
        let visitor = try Visitor(house)
        #expect(try visitor.logIn("leader").status == 200)
        #expect(visitor.page.contains("Skriv koden fra din app"))
        #expect(visitor.cookies[SessionCookie.name] == nil)
        return visitor
    }

    @Test("the password alone opens nothing; the code opens, once")
    func wholeWay() throws {
        let leader = try Visitor(house, as: .leader)
        let (secret, _) = try enrol(leader)
        #expect(try leader.get("/overblik").status == 200, "her session goes on")
        house.time.advance(seconds: 30)
        let one = try password()
        try one.fill("kode-formular", ["kode": "000000"])
        #expect(one.status == 422)
        #expect(one.page.contains("Koden passer ikke"))
        let code = secret.code(at: house.now)
        try one.fill("kode-formular", ["kode": code])
        #expect(one.address == "/overblik")
        // Whoever looked over her shoulder cannot use it again.
        let other = try password()
        try other.fill("kode-formular", ["kode": code])
        #expect(other.status == 422)
        house.time.advance(seconds: 60)
        try other.fill("kode-formular", ["kode": " \(secret.code(at: house.now)) "])
        #expect(other.address == "/overblik")
        // Nobody else needs one.
        #expect(try Visitor(house).logIn("medical").status == 303)
        #expect(try house.records.faults() == [])
    }

    @Test("codes are guessed five times, and then once a minute")
    func guessing() throws {
        let (secret, _) = try enrol(try Visitor(house, as: .leader))
        house.time.advance(minutes: 10)
        let guesser = try password()
        for number in 1...5 { try guesser.fill("kode-formular", ["kode": "00000\(number)"]) }
        try guesser.fill("kode-formular", ["kode": secret.code(at: house.now)])
        #expect(guesser.status == 429)
        #expect(guesser.answer["Retry-After"] == "60")
    }

    @Test("a recovery code opens once, and the page between the steps dies after five minutes")
    func recovery() throws {
        let (_, codes) = try enrol(try Visitor(house, as: .leader))
        let one = try password()
        try one.fill("kode-formular", ["kode": codes[0].uppercased()])
        #expect(one.address == "/overblik")
        let again = try password()
        try again.fill("kode-formular", ["kode": codes[0]])
        #expect(again.status == 422)
        house.time.advance(minutes: 6)
        try again.fill("kode-formular", ["kode": codes[1]])
        #expect(again.status == 403)
        #expect(again.page.contains("Siden har været åben for længe"))
        #expect(try house.logCount(.recoveryCodeUsed) == 1)
    }

    @Test("another password while she looks for her telephone makes the page worthless")
    func passwordChanged() throws {
        let (_, codes) = try enrol(try Visitor(house, as: .leader))
        let one = try password()
        try house.records.setStaffPassword("leader", to: "torv-lampe-sne-17")
        try one.fill("kode-formular", ["kode": codes[0]])
        #expect(one.status == 403)
        // The app stays beside the new password.
        let two = try Visitor(house)
        #expect(try two.logIn("leader", password: "torv-lampe-sne-17").status == 200)
        #expect(two.page.contains("Skriv koden fra din app"))
    }

    @Test("a second person takes the app away, never she herself, and the log names both")
    func reset() throws {
        let leader = try Visitor(house, as: .leader)
        _ = try enrol(leader)
        let administrator = try Visitor(house, as: .administrator)
        #expect(
            try administrator.get("/administration/brugere/leader").text.contains("Fjern appen"))
        #expect(
            !(try administrator.get("/administration/brugere/medical").text.contains("Fjern appen"))
        )
        #expect(
            try administrator.post("/administration/brugere/administrator/app").status == 422)
        #expect(try administrator.post("/administration/brugere/leader/app").status == 303)
        #expect(try leader.get("/overblik").status == 303)
        #expect(try Visitor(house).logIn("leader").status == 303)
        #expect(try house.logCount(.factorRemoved) == 1)
        #expect(try house.records.faults() == [])
    }

    @Test("the secret lies sealed, and taking it out of the row opens no door")
    func stored() throws {
        let (secret, _) = try enrol(try Visitor(house, as: .leader))
        let stored = try house.perform { db in
            try db.firstRow("SELECT password FROM staff WHERE login = 'leader'", []) { $0.text(0) }
        }
        #expect(stored?.contains("totp=") == true)
        #expect(stored?.contains(secret.inGroups.replacing(" ", with: "")) == false)
        try house.files.tamper(
            "UPDATE staff SET password = substr(password, 1, instr(password, ';') - 1) WHERE login = 'leader'"
        )
        #expect(try Visitor(house).logIn("leader").status == 422)
    }

    @Test("a form that was sent when the session was over comes through both steps")
    func keptForm() throws {
        let leader = try Visitor(house, as: .leader)
        let (secret, _) = try enrol(leader)
        try leader.get("/henvendelser/ny")
        let token = try #require(leader.formToken)
        house.time.advance(minutes: 20)
        let refused = try leader.post(
            "/henvendelser/ny", [("token", token), ("besked", "Skrevet før pausen")])
        #expect(refused.status == 401)
        try leader.fill(
            "log-ind-formular", ["brugernavn": "leader", "adgangskode": TestHouse.password])
        try leader.fill("kode-formular", ["kode": secret.code(at: house.now)])
        #expect(leader.page.contains("Skrevet før pausen"))
    }

    @Test(
        "the codes of RFC 6238, appendix B, to six digits",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
            (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ])
    func vectors(seconds: Int, code: String) throws {
        let staff = StaffID(1)
        let key = Array("12345678901234567890".utf8)
        let secret = try #require(
            OneTimeCode.Secret(sealedForm: [0, 0, 0, 0, 0, 0, 0, 1] + key, of: staff))
        #expect(secret.code(at: Instant(seconds: seconds)) == code)
        #expect(secret.inGroups == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    }
}
