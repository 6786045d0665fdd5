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

    @Test("five wrong passwords close the door to that login for a quarter of an hour")
    func throttledLogin() throws {
        for _ in 1...5 { try client.logIn("leader", password: "forkert-kode-her") }
        let shut = try client.logIn("leader")
        #expect(shut.status == 429)
        #expect(shut.text.contains("Vent 15 minutter"))
        // Another source does not get past it, and another login is not touched by it.
        let elsewhere = try Visitor(house)
        elsewhere.source = try #require(ClientAddress("198.51.100.9"))
        #expect(try elsewhere.logIn("leader").status == 429)
        #expect(try elsewhere.logIn("medical").status == 303)
        house.time.advance(minutes: 15)
        #expect(try client.logIn("leader").status == 303)
    }

    @Test("one source that tries many logins is stopped, others are not")
    func throttledSource() throws {
        for number in 1...20 { try client.logIn("gæt\(number)", password: "forkert-kode-her") }
        #expect(try client.logIn("consultant").status == 429)
        let elsewhere = try Visitor(house)
        elsewhere.source = try #require(ClientAddress("198.51.100.9"))
        #expect(try elsewhere.logIn("consultant").status == 303)
    }

    @Test("many sources together are stopped at a hundred")
    func throttledAll() throws {
        let door = LoginGuard()
        for number in 0..<100 {
            #expect(door.admits("login\(number)", from: "source\(number)", at: house.now))
        }
        #expect(!door.admits("somebody", from: "somewhere", at: house.now))
    }

    @Test("strangers who fill the brakes do not keep the staff out of browsers they have used")
    func knownBrowser() throws {
        let now = house.now
        let door = house.centre.web.loginGuard
        for number in 0..<100 {
            _ = door.admits("login\(number)", from: "source\(number)", at: now)
        }
        #expect(!door.admits("karin", from: "192.0.2.1", at: now))
        let vault = house.records.vault
        let cookie = KnownBrowser.new(vault).cookie.value
        #expect(KnownBrowser("\(cookie)0", vault) == nil)
        let known = KnownBrowser(cookie, vault)
        for _ in 0..<5 { #expect(door.admits("karin", from: "x", in: known, at: now)) }
        #expect(!door.admits("karin", from: "x", in: known, at: now))
    }

    @Test("a right password gives the tries back")
    func takenBack() throws {
        for _ in 1...30 {
            let client = try Visitor(house)
            #expect(try client.logIn("reception").status == 303)
        }
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
