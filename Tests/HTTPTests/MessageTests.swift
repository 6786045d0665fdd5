import Testing

@testable import HTTP

@Suite("Messages")
struct MessageTests {
    private func written(
        _ response: Response, defaults: DefaultHeaders = .none, isSecure: Bool = false
    ) -> String {
        var output = OutputBuffer()
        ResponseWriter(defaults: defaults, dateLine: []).write(
            response, .init(isSecure: isSecure), to: &output)
        return String(decoding: output.tail, as: UTF8.self)
    }

    @Test("nothing in a value can begin a new line")
    func injection() {
        let text = written(
            .seeOther("/a\r\nSet-Cookie: x=1").setting("X", "a\nb\0c").setting("Y", "\u{7F}"))
        #expect(text.components(separatedBy: "\r\n").filter { $0.hasPrefix("Set-Cookie") }.isEmpty)
        #expect(text.contains("Location: /a  Set-Cookie: x=1\r\n"))
        #expect(text.contains("X: a b c\r\n"))
    }

    @Test("every page says how it may be used, unless it says otherwise itself")
    func defaults() {
        let text = written(
            .html([]).setting("cache-control", "private"), defaults: .strict, isSecure: true)
        #expect(text.contains("frame-ancestors 'none'"))
        #expect(text.contains("X-Content-Type-Options: nosniff\r\n"))
        #expect(text.contains("Referrer-Policy: no-referrer\r\n"))
        #expect(text.contains("Strict-Transport-Security: max-age="))
        #expect(text.contains("cache-control: private\r\n"))
        #expect(!text.contains("no-store"))
        #expect(written(.html([]), defaults: .strict).contains("Cache-Control: no-store\r\n"))
        #expect(!written(.html([]), defaults: .strict).contains("Strict-Transport-Security"))
    }

    @Test("a cookie is closed by default")
    func cookie() {
        let text = written(.empty().setting(Cookie("__Host-s", "ab;c\r\n")))
        #expect(
            text.contains("Set-Cookie: __Host-s=abc; Path=/; Secure; HttpOnly; SameSite=Lax\r\n"))
        let short = Cookie("a", "1", maxAgeSeconds: 60, isSecure: false, sameSite: .strict)
        #expect(short.headerValue == "a=1; Max-Age=60; Path=/; HttpOnly; SameSite=Strict")
        #expect(Cookie.expired("a").headerValue.contains("Max-Age=0"))
    }

    @Test("a file to save keeps its Danish name")
    func attachment() {
        let response = Response.text("").asAttachment(named: "år \"1\".csv")
        #expect(
            response.headers["content-disposition"]
                == "attachment; filename=\"__r _1_.csv\"; filename*=UTF-8''%C3%A5r%20%221%22.csv")
    }

    @Test("a request made by hand is like one that came in")
    func byHand() {
        let request = Request(
            .post, "/a", query: Fields([("q", "æ ø")]), form: Fields([("navn", "a&b=c")]),
            headers: [("Cookie", "s=1")])
        #expect(request.query.text("q") == "æ ø")
        #expect(request.form.text("navn") == "a&b=c")
        #expect(request.cookieText("s") == "1")
        #expect(request.id.count == 16)
    }

    @Test("a form may hold a thousand fields and no more")
    func manyFields() {
        let fields = Fields(urlencoded: Array(String(repeating: "a=1&", count: 5_000).utf8))
        #expect(fields.pairs.count == Fields.fieldCountMax)
        #expect(fields.texts("a").map(\.unlimitedString).count == Fields.fieldCountMax)
    }

    @Test(
        "dates as HTTP writes them",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
        ])
    func dates(seconds: Int, text: String) {
        #expect(HTTPDate.text(seconds) == text)
        #expect(HTTPDate.seconds(text.utf8) == seconds)
    }

    @Test("every day of two centuries comes back")
    func everyDay() {
        for day in 0..<73_000 {
            #expect(HTTPDate.seconds(HTTPDate.text(day * 86_400 + 1).utf8) == day * 86_400 + 1)
        }
    }

    @Test(
        "what is no date",
        arguments: [
            "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
            "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 0x Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1969 08:49:37 GMT",
        ])
    func noDate(text: String) { #expect(HTTPDate.seconds(text.utf8) == nil) }

    @Test(
        "addresses",
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("192.0.2.7:1234", "192.0.2.7"),
            ("[2001:db8::1]:80", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"), ("::ffff:192.0.2.7", "192.0.2.7"), (" ::1 ", "::1"),
        ])
    func addresses(text: String, written: String) {
        #expect(ClientAddress(text)?.description == written)
    }

    @Test("what is no address", arguments: ["", "unknown", "1.2.3", "1.2.3.4.5", "g::1", "_x"])
    func noAddress(text: String) { #expect(ClientAddress(text) == nil) }

    @Test("forwarded fields are believed only from whom was configured")
    func trust() throws {
        let stranger = try #require(ClientAddress("192.0.2.1"))
        let loopback = try #require(ClientAddress("127.0.0.1"))
        let head =
            "GET /vis HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n\r\n"
        for (trust, peer, believed) in [
            (ProxyTrust.unixSocketAndLoopback, stranger, false),
            (.unixSocketAndLoopback, loopback, true),
            (.unixSocket, loopback, false), (.unixSocket, .localSocket, true),
            (.nobody, .localSocket, false),
        ] {
            var wire = Wire(trust: trust, peer: peer)
            wire.send(head.utf8)
            #expect(
                wire.text.contains("client=203.0.113.9. secure=true") == believed,
                "\(trust) \(peer)")
        }
    }

    @Test(
        "who is told that TLS ended before it says so to browsers, but not of what came without it")
    func behindTLS() throws {
        let stranger = try #require(ClientAddress("192.0.2.1"))
        for (peer, proto, isSecure) in [
            (stranger, nil, true), (stranger, "http", true), (.localSocket, nil, true),
            (.localSocket, "http", false), (.localSocket, "https", true),
        ] as [(ClientAddress, String?, Bool)] {
            var wire = Wire(defaults: .strict, isBehindTLS: true, peer: peer)
            let field = proto.map { "X-Forwarded-Proto: \($0)\r\n" } ?? ""
            wire.send("GET /vis HTTP/1.1\r\nHost: a\r\n\(field)\r\n".utf8)
            #expect(wire.text.contains("secure=\(isSecure)."))
            #expect(wire.text.contains("Strict-Transport-Security: ") == isSecure)
        }
    }

    @Test("where a server listens", arguments: ["127.0.0.1:8014", "[::1]:80", "unix:/run/a.sock"])
    func listenAddress(text: String) throws {
        #expect(try ListenAddress(text).description == text)
    }

    @Test(
        "where no server can listen",
        arguments: ["", "8014", "a:8014", "127.0.0.1:99999", "unix:", "127.0.0.1", "[::1:80"])
    func noListenAddress(text: String) {
        #expect(throws: ServerError.self) { try ListenAddress(text) }
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
