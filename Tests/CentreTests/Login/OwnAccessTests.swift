import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Her own access")
struct OwnAccessTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    private func loggedIn(_ login: String = "consultant") throws -> Visitor {
        let visitor = try Visitor(house)
        try visitor.logIn(login)
        return visitor
    }

    @Test("she changes her password with the present one, and is logged off everywhere else")
    func change() throws {
        let (here, elsewhere) = (try loggedIn(), try loggedIn())
        let new = [
            ("ny-adgangskode", "lampe-torv-fugl-ni"), ("ny-adgangskode-igen", "lampe-torv-fugl-ni"),
        ]
        try here.get("/min-adgang/adgangskode")
        let wrong = try here.post(
            "/min-adgang/adgangskode", [("adgangskode", "forkert-kode-her")] + new)
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("Adgangskoden er ikke rigtig"))
        #expect(!wrong.text.contains("lampe-torv"))
        let done = try here.post(
            "/min-adgang/adgangskode", [("adgangskode", TestHouse.password)] + new)
        #expect(done.location == "/min-adgang")
        #expect(try here.get("/min-adgang").text.contains("Din adgangskode er ændret."))
        #expect(try elsewhere.get("/overblik").status == 303)
        #expect(try Visitor(house).logIn("consultant").status == 422)
        #expect(
            try Visitor(house).logIn("consultant", password: "lampe-torv-fugl-ni").status == 303)
    }

    @Test(
        "a password that many use, or that is made of her own names, is refused, and why",
        arguments: [
            ("kort", "mindst 10 tegn"), ("password123", "bruger mange"),
            ("Sommer2026!", "bruger mange"),
            ("P4$$w0rd2026", "bruger mange"), ("kodeordkodeord", "bruger mange"),
            ("1234567890", "bruger mange"), ("aaaaaaaaaaaa", "bruger mange"),
            ("qwertyuiop", "bruger mange"), ("København1234", "bruger mange"),
            ("0101701234", "bruger mange"), ("consultant2026", "ligner dit brugernavn"),
            ("Medarbejder-1-x", "ligner dit brugernavn"),
        ])
    func refusedPassword(password: String, words: String) throws {
        let visitor = try loggedIn()
        try visitor.get("/min-adgang/adgangskode")
        let answer = try visitor.post(
            "/min-adgang/adgangskode",
            [
                ("adgangskode", TestHouse.password), ("ny-adgangskode", password),
                ("ny-adgangskode-igen", password),
            ])
        #expect(answer.status == 422)
        #expect(answer.text.contains(words) || answer.text.contains("bruger mange"), "\(password)")
    }

    @Test(
        "four words, a long row of signs, or a Danish sentence are fine",
        arguments: [
            "lampe-torv-fugl-ni", "vT9#kq2!mzR4", "Der står en gul cykel i gården",
            "æblegrød og ål i maj",
        ])
    func finePassword(password: String) throws {
        #expect(throws: Never.self) {
            try PasswordRules.check(password, login: "anne", name: "Anne Madsen")
        }
    }

    @Test("she sees where she is logged in, and ends one or all of the others")
    func sessions() throws {
        let (one, two, three) = (try loggedIn(), try loggedIn(), try loggedIn())
        let other = try loggedIn("leader")
        let page = try one.get("/min-adgang").text
        #expect(page.matches(of: /name="hvor"/).count == 2)
        #expect(page.contains("Du er her nu"))
        let digest = try #require(page.firstMatch(of: /name="hvor" value="([0-9a-f]+)"/)?.1)
        try one.post("/min-adgang/luk", [("hvor", String(digest))])
        #expect(try [two, three].count { try $0.get("/overblik").status == 200 } == 1)
        try one.post("/min-adgang/luk", [("alle", "ja")])
        #expect(try [two, three].count { try $0.get("/overblik").status == 200 } == 0)
        #expect(try one.get("/overblik").status == 200)
        #expect(try other.get("/overblik").status == 200)
        // Somebody else's session cannot be ended by its digest.
        let leader = try #require(
            house.centre.web.sessions.all(of: try house.member(.leader).id, at: house.now).first)
        try one.post("/min-adgang/luk", [("hvor", leader.digest)])
        #expect(try other.get("/overblik").status == 200)
    }

    @Test("a sixth session ends the one that was used longest ago")
    func atMostFive() throws {
        var all: [Visitor] = []
        for _ in 1...6 {
            all.append(try loggedIn())
            house.time.advance(seconds: 20)
        }
        #expect(try all[0].get("/overblik").status == 303)
        for visitor in all.dropFirst() { #expect(try visitor.get("/overblik").status == 200) }
    }

    @Test("the next login says when the last one was, and how often somebody tried meanwhile")
    func lastLogin() throws {
        let first = try loggedIn()
        #expect(!(try first.get("/overblik").text.contains("Du var sidst logget på")))
        house.time.advance(days: 1)
        try Visitor(house).logIn("consultant", password: "forkert-kode-her")
        let second = try loggedIn()
        let page = try second.get("/overblik").text
        #expect(page.contains("Du var sidst logget på torsdag den 12. november"))
        #expect(page.contains("Siden da er der skrevet en forkert adgangskode 1 gang."))
    }

    @Test("logging off empties what the browser keeps of the site")
    func clearSiteData() throws {
        let visitor = try loggedIn()
        let away = try visitor.post("/log-ud")
        #expect(away["Clear-Site-Data"] == "\"cache\", \"storage\"")
    }
}
