import Domain
import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Logging in")
struct LoginTests {
    let house: TestHouse
    let client: Visitor

    init() throws {
        house = try TestHouse()
        client = try Visitor(house)
    }

    @Test("leads every role to its own first page, and the log has it")
    func home() throws {
        let homes: [Role: String] = [
            .reception: "/overblik", .consultant: "/overblik", .medical: "/overblik",
            .visitator: "/overblik", .leader: "/overblik",
            .administrator: "/rapporter/garanti", .auditor: "/adgangslog",
        ]
        for role in Role.allCases {
            let client = try Visitor(house)
            let answer = try client.logIn(TestHouse.login(role))
            #expect(answer.status == 303)
            #expect(answer.location == homes[role])
            #expect(try client.get(answer.location ?? "").status == 200)
        }
        #expect(try house.logCount(.loggedIn) == Role.allCases.count)
    }

    @Test("the cookie is out of reach of scripts, of other sites and of plain HTTP")
    func cookie() throws {
        let answer = try client.logIn("consultant")
        let line = try #require(
            answer.headers.first {
                $0.name == "Set-Cookie" && $0.value.hasPrefix("__Host-fjorten=")
            }?.value)
        for word in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
            #expect(line.contains(word))
        }
        #expect(!line.contains("Domain"))
        #expect(client.cookies[LoginGuard.cookieName] == nil)
    }

    @Test("a wrong password and an unknown login read the same, and only the login comes back")
    func wrong() throws {
        let wrong = try client.logIn("consultant", password: "forkert-kode-her")
        let unknown = try Visitor(house).logIn("consultanu", password: "forkert-kode-her")
        #expect(wrong.status == 422)
        #expect(unknown.status == 422)
        #expect(wrong.text.contains("value=\"consultant\""))
        #expect(!wrong.text.contains("forkert-kode-her"))
        let strip = { (answer: TestAnswer, login: String) in
            answer.text.replacing(answer.hidden("token") ?? "?", with: "")
                .replacing(login, with: "")
        }
        #expect(strip(wrong, "consultant") == strip(unknown, "consultanu"))
        #expect(try house.logCount(.loginFailed) == 2)
    }

    @Test("guesses wait their turn, right or wrong alike, and no login is closed by them")
    func turns() throws {
        for _ in 1...30 { try client.logIn("leader", password: "forkert-kode-her") }
        let later = try client.logIn("leader")
        #expect(later.status == 429)
        #expect(later["Retry-After"] == "15")
        #expect(later.text.contains("Vent 15 sekunder, og prøv igen"))
        // Somebody else at another place logs in as the one they guessed at.
        let elsewhere = try Visitor(house, from: "198.51.100.9")
        #expect(try elsewhere.logIn("leader").status == 303)
        house.time.advance(seconds: 15)
        #expect(try client.logIn("leader").status == 303)
    }

    @Test("a /48 has the turns of four households, and all strangers together a hundred")
    func together() throws {
        let (door, now) = (LoginGuard(), house.now)
        func guess(_ address: String) throws -> LoginGuard.Wait? {
            door.wait(from: try #require(ClientAddress(address)), in: nil, at: now)
        }
        for number in 0..<100 {
            #expect(try guess("10.1.\(number / 10).\(number)") == nil)
        }
        #expect(try guess("192.0.2.1") == .everybody(seconds: 3))
        let other = LoginGuard()
        var count = 0
        for number in 0..<1_000 {
            let guest = try #require(
                ClientAddress("2001:db8:1:\(String(number, radix: 16))::1"))
            if other.wait(from: guest, in: nil, at: now) == nil { count += 1 }
        }
        #expect(count == 100, "the /48 has 120 turns, and all strangers 100")
    }

    @Test(
        "who waits because strangers guess is told so, with the telephone number, and never that she is wrong"
    )
    func crowd() throws {
        let (door, now) = (house.centre.web.loginGuard, house.now)
        for number in 0..<100 {
            let guest = try #require(ClientAddress("10.1.\(number / 10).\(number)"))
            _ = door.wait(from: guest, in: nil, at: now)
        }
        let answer = try client.logIn("leader")
        #expect(answer.status == 503)
        #expect(answer["Retry-After"] == "3")
        #expect(answer.text.contains("Mange prøver at logge ind lige nu"))
        #expect(!answer.text.contains("passer ikke sammen"))
    }

    @Test(
        "a browser she has used has a place of its own, for her login, her password and ninety days"
    )
    func knownBrowser() throws {
        func crowd() throws {
            for number in 0..<100 {
                let guest = try #require(ClientAddress("10.1.\(number / 10).\(number)"))
                _ = house.centre.web.loginGuard.wait(from: guest, in: nil, at: house.now)
            }
        }
        func status(
            _ login: String, _ cookie: String, password: String = TestHouse.password
        ) throws -> Int {
            let visitor = try Visitor(house)
            visitor.cookies[KnownBrowser.cookieName] = cookie
            return try visitor.logIn(login, password: password).status
        }
        try client.logIn("leader")
        let cookie = try #require(client.cookies[KnownBrowser.cookieName])
        try crowd()
        #expect(try status("leader", cookie) == 303)
        #expect(try status("medical", cookie) == 503, "it is hers alone")
        #expect(try status("leader", cookie + "0") == 503)
        house.time.advance(days: 90)
        try crowd()
        #expect(try status("leader", cookie) == 303)
        house.time.advance(days: 1)
        try crowd()
        #expect(try status("leader", cookie) == 503)
        // Another password makes another mark.
        house.time.advance(minutes: 60)
        let other = try Visitor(house)
        try other.logIn("leader")
        let newer = try #require(other.cookies[KnownBrowser.cookieName])
        try house.records.setStaffPassword("leader", to: "torv-lampe-sne-17")
        try crowd()
        #expect(try status("leader", newer, password: "torv-lampe-sne-17") == 503)
        // Strangers cannot use its turns up, nor can it guess on and on itself.
        house.time.advance(minutes: 60)
        try client.logIn("consultant")
        let third = try Visitor(house)
        try third.logIn("visitator")
        let hers = try #require(third.cookies[KnownBrowser.cookieName])
        for _ in 1...20 { _ = try status("visitator", hers, password: "forkert-kode-her") }
        #expect(try status("visitator", hers) == 429)
    }

    @Test("somebody whose door is closed does not come in, and is put out at once")
    func disabled() throws {
        let inside = try Visitor(house, as: .consultant)
        #expect(try inside.get("/overblik").status == 200)
        let administrator = try Visitor(house, as: .administrator)
        let done = try administrator.post(
            "/administration/brugere/consultant/luk")
        #expect(done.status == 303)
        #expect(try inside.get("/overblik").status == 303)
        #expect(try client.logIn("consultant").status == 422)
    }

    @Test("the form is bound to the browser it was sent to")
    func formToken() throws {
        let page = try client.get("/log-ind")
        let fields = [
            ("token", page.hidden("token") ?? ""), ("brugernavn", "consultant"),
            ("adgangskode", TestHouse.password),
        ]
        let stranger = try Visitor(house)
        let refused = try stranger.post("/log-ind", fields)
        #expect(refused.status == 403)
        #expect(refused.text.contains("value=\"consultant\""))
        #expect(try client.post("/log-ind", fields).status == 303)
    }

    @Test(
        "leads on only to a page of this site",
        arguments: [
            ("/sager/2026-0001", true), ("/overblik?vis=mine", true), ("//ond.example", false),
            ("/\\ond.example", false), ("https://ond.example", false), ("tel:112", false),
            ("/a b", false), ("/a\r\nSet-Cookie: x=y", false), ("#indhold", false), ("", false),
        ])
    func wayBack(address: String, isTaken: Bool) throws {
        let page = try client.get("/log-ind")
        let answer = try client.post(
            "/log-ind",
            [
                ("token", page.hidden("token") ?? ""), ("brugernavn", "consultant"),
                ("adgangskode", TestHouse.password), ("videre", address),
            ])
        #expect(answer.location == (isTaken ? address : "/overblik"))
    }

    @Test("a page one may not see before logging in is where one ends afterwards")
    func continues() throws {
        let first = try client.get("/overblik?vis=mine")
        #expect(first.status == 303)
        let page = try client.get(first.location ?? "")
        #expect(page.hidden("videre") == "/overblik?vis=mine")
    }

    @Test("logging in changes the session, so that a key known before is worth nothing")
    func fixation() throws {
        try client.logIn("consultant")
        let earlier = client.cookies[SessionCookie.name]
        try client.logIn("consultant")
        _ = try client.get("/log-ind")
        #expect(client.cookies[SessionCookie.name] != nil)
        let second = try Visitor(house)
        second.cookies[SessionCookie.name] = "0123456789abcdef0123456789abcdef"
        try second.logIn("leader")
        #expect(second.cookies[SessionCookie.name] != "0123456789abcdef0123456789abcdef")
        #expect(earlier != second.cookies[SessionCookie.name])
    }

    @Test("the same story over a live socket")
    func overTheWire() throws {
        let live = try Visitor(house, by: SocketWay(house))
        #expect(try live.get("/overblik").status == 303)
        #expect(try live.logIn("consultant").location == "/overblik")
        let page = try live.get("/overblik")
        #expect(page.status == 200)
        #expect(page["Cache-Control"] == "no-store")
        #expect(page["Content-Security-Policy"]?.contains("default-src 'none'") == true)
        let out = try live.post("/log-ud")
        #expect(out.location == "/logget-af")
        #expect(try live.get("/overblik").status == 303)
        #expect(try house.logCount(.loggedOut) == 1)
    }
}
