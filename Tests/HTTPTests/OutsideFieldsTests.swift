import Testing

@testable import HTTP

@Suite("Long rows of combining marks in a request")
struct OutsideFieldsTests {
    private static let marks = String(repeating: "%CC%A3%CC%81", count: 16)
    private static let rawMarks = String(repeating: "\u{323}\u{301}", count: 16)
    private static let fewMarks = String(repeating: "%CC%81", count: 30)

    private func answer(_ text: String) -> Wire {
        var limits = TestSite.limits
        limits.bodyBytesMax = 1_000
        var wire = Wire(limits: limits)
        wire.send(text.utf8)
        return wire
    }

    private func form(_ body: String) -> String {
        "POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    @Test("a form with one, in a value or a name, reaches no handler and gets the site's own page")
    func forms() {
        for body in ["navn=a\(Self.marks)", "a\(Self.marks)=1", "a=1&b=2&c\(Self.rawMarks)"] {
            let wire = answer(form(body))
            #expect(wire.statuses == [422])
            #expect(wire.text.contains("422 path=/form."))
            #expect(wire.isOpen)
        }
        #expect(answer(form("navn=a\(Self.fewMarks)")).statuses == [200])
        #expect(answer(form("navn=" + String(repeating: "a%CC%81", count: 100))).statuses == [200])
    }

    @Test("a form of more fields than are read is refused, not cut")
    func manyFields() {
        let fields = Fields(urlencoded: Array(String(repeating: "a=1&", count: 1_001).utf8))
        #expect(fields.fault == .tooManyFields)
        #expect(fields.pairs.count == Fields.fieldCountMax)
        let router = Router<Int>(
            routes: [Route(.post, "/") { _, _, _ in .now(.text("ja")) }],
            errorPage: { status, request in
                .text("\(request.form.fault == .tooManyFields)", status: status)
            })
        var request = Request(
            .post, "/", headers: [("Content-Type", "application/x-www-form-urlencoded")])
        request = Request(request, body: Array(String(repeating: "a=1&", count: 1_001).utf8))
        guard case .now(let response) = router.answer(request, context: 0) else { return }
        #expect(response.status == .unprocessable)
        #expect(String(decoding: response.bodyBytes, as: UTF8.self) == "true")
        let fine = Fields(urlencoded: Array(String(repeating: "a=1&", count: 1_000).utf8))
        #expect(fine.fault == nil)
    }

    @Test(
        "a head with one is refused, wherever it stands",
        arguments: [
            "GET /q?a=\(marks) HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /q?\(marks) HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /sti/\(marks) HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nCookie: c=\(rawMarks)\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: \(rawMarks)\r\n\r\n",
            "GET /q?" + String(repeating: "&a", count: 1_001) + " HTTP/1.1\r\nHost: a\r\n\r\n",
        ])
    func heads(text: String) {
        var limits = Limits()
        limits.requestLineBytesMax = 8_192
        var wire = Wire(limits: limits)
        wire.send(text.utf8)
        #expect(wire.statuses == [400])
        #expect(!wire.isOpen)
    }

    @Test("a few marks go everywhere")
    func fewMarks() {
        let wire = answer(
            "GET /sti/a\(Self.fewMarks.prefix(60)) HTTP/1.1\r\nHost: a\r\nCookie: c=a\u{301}\r\n\r\n"
        )
        #expect(wire.statuses == [200])
    }

    @Test("a multipart form with one is refused as such")
    func multipart() {
        for form in [
            "name=\"a\(Self.rawMarks)\"\r\n\r\nx", "name=\"a\"\r\n\r\n\(Self.rawMarks)",
            "name=\"a\"; filename=\"\(Self.rawMarks)\"\r\n\r\nx",
        ] {
            let body = "--b\r\nContent-Disposition: form-data; \(form)\r\n--b--\r\n"
            let request = Request(
                .post, "/", headers: [("Content-Type", "multipart/form-data; boundary=b")],
                body: Array(body.utf8))
            #expect(throws: MultipartFault.combiningRun) { try request.multipart() }
        }
    }

    @Test("fields, path values, cookies and headers are there as outside text")
    func accessors() {
        let request = Request(
            .post, "/", query: Fields([("q", "ø")]), form: Fields([("a", "1"), ("a", "2")]),
            headers: [("Cookie", "s=abc"), ("Origin", "null")])
        #expect(request.query.text("q") == "ø")
        #expect(request.form.text("a") == "1" && request.form.text("b") == nil)
        #expect(request.form.texts("a").map { $0 == "2" } == [false, true])
        #expect(request.cookieText("s") == "abc")
        #expect(request.headers.text("origin") == "null")
        #expect(PathParameters([("n", "7")]).text("n") == "7")
    }
}
