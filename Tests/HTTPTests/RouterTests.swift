import Testing

@testable import HTTP

@Suite("The router")
struct RouterTests {
    private func router(_ patterns: [(HTTP.Method, String)]) -> Router<Int> {
        Router(
            routes: patterns.map { method, pattern in
                Route(method, pattern) { _, parameters, _ in
                    .now(
                        .text(
                            "\(pattern) \(parameters.text("a")?.unlimitedString ?? "-") \(parameters.text("b")?.unlimitedString ?? "-")"
                        ))
                }
            })
    }

    private func answer(_ router: Router<Int>, _ method: HTTP.Method, _ path: String) -> Response? {
        guard case .now(let response) = router.answer(Request(method, path), context: 0) else {
            return nil
        }
        return response
    }

    private func text(_ router: Router<Int>, _ path: String) -> String {
        String(decoding: answer(router, .get, path)?.bodyBytes ?? [], as: UTF8.self)
    }

    @Test("a literal wins over a name, and a dead end is left again")
    func order() {
        let router = router([(.get, "/sager/{a}"), (.get, "/sager/ny"), (.get, "/{a}/ny/{b}")])
        #expect(text(router, "/sager/ny") == "/sager/ny - -")
        #expect(text(router, "/sager/7") == "/sager/{a} 7 -")
        #expect(text(router, "/sager/ny/x") == "/{a}/ny/{b} sager x")
    }

    @Test("a name is one whole segment, and never empty")
    func segments() {
        let router = router([(.get, "/sager/{a}/notat")])
        #expect(answer(router, .get, "/sager//notat")?.status == .notFound)
        #expect(answer(router, .get, "/sager/7/8/notat")?.status == .notFound)
        #expect(answer(router, .get, "/sager/7/notat/")?.status == .notFound)
        #expect(text(router, "/sager/år 7/notat") == "/sager/{a}/notat år 7 -")
    }

    @Test("a combining mark after a slash hides no segment")
    func combining() {
        let router = router([(.get, "/a/{a}")])
        #expect(text(router, "/a/\u{301}x") == "/a/{a} \u{301}x -")
    }

    @Test("HEAD goes to GET, or to its own route")
    func head() {
        let router = router([(.get, "/a"), (.get, "/b"), (.head, "/b"), (.post, "/c")])
        #expect(answer(router, .head, "/a")?.status == .ok)
        #expect(answer(router, .head, "/b")?.status == .ok)
        #expect(answer(router, .head, "/c")?.status == .methodNotAllowed)
    }

    @Test("405 names every method of the path")
    func allow() {
        let router = router([(.get, "/a"), (.post, "/a"), (.delete, "/a")])
        #expect(answer(router, .put, "/a")?.headers["Allow"] == "GET, HEAD, POST, DELETE, OPTIONS")
        #expect(answer(router, .options, "/a")?.status == .noContent)
    }

    @Test("the site's own page for what is not there")
    func problemPage() {
        let router = Router<Int>(routes: []) { status, request in
            .html(Array("Siden \(request.path) findes ikke".utf8), status: status)
        }
        #expect(text(router, "/x") == "Siden /x findes ikke")
    }
}
