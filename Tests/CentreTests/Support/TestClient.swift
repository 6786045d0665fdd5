import Domain
import Foundation
import Synchronization

@testable import Centre
@testable import HTTP

/// What came back.
struct TestAnswer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String? { self["Location"] }

    subscript(name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        guard let start = text.range(of: "name=\"\(name)\" value=\""),
            let end = text.range(of: "\"", range: start.upperBound..<text.endIndex)
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound])
            .replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }
}

/// How a request gets to the house.
protocol Way {
    func send(_ request: HTTP.Request) throws -> TestAnswer
}

/// Straight to the router, on the test's own thread.
struct RouterWay: Way {
    let router: Router<Loop>
    let loop: Loop

    init(_ house: TestHouse) throws {
        router = house.router
        loop = try Loop(databaseFile: house.databaseFile)
    }

    func send(_ request: HTTP.Request) throws -> TestAnswer {
        let response =
            switch router.answer(request, context: loop) {
            case .now(let response): response
            case .slow(_, let make): make()
            case .later(let start): try wait(for: start)
            }
        var headers = response.headers.fields
        if let type = response.contentType { headers.append((name: "Content-Type", value: type)) }
        return TestAnswer(
            status: response.status.code, headers: headers, bytes: response.bodyBytes)
    }

    private func wait(for start: @Sendable (Responder<Loop>) -> Void) throws -> HTTP.Response {
        let answered = DispatchSemaphore(value: 0)
        let reply = Mutex<Responder<Loop>.Reply?>(nil)
        start(
            Responder { given in
                reply.withLock { $0 = given }
                answered.signal()
            })
        answered.wait()
        switch reply.withLock({ $0 }) {
        case .response(let response): return response
        case .make(let make): return make(loop)
        case nil: throw SocketWay.Failure.noAnswer
        }
    }
}

/// One browser: keeps its cookies, sends its forms. The same for the router alone and for a live socket.
final class TestClient {
    let way: any Way
    var cookies: [String: String] = [:]
    /// Fields every request carries.
    var headers: [(String, String)] = [("Sec-Fetch-Site", "same-origin")]
    var source = ClientAddress("203.0.113.7") ?? .localSocket

    init(_ way: any Way) { self.way = way }

    convenience init(_ house: TestHouse) throws {
        self.init(try RouterWay(house))
    }

    /// A browser in which one of a role is logged in already.
    convenience init(_ house: TestHouse, as role: Role) throws {
        try self.init(house)
        let (key, _) = house.centre.sessions.start(try house.member(role), at: house.clock.now)
        cookies[SessionCookie.name] = key
    }

    func get(_ address: String) throws -> TestAnswer { try ask(.get, address) }

    func post(_ address: String, _ form: [(String, String)]) throws -> TestAnswer {
        try ask(.post, address, form: Fields(form))
    }

    func ask(_ method: HTTP.Method, _ address: String, form: Fields? = nil) throws -> TestAnswer {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        let cookie = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let request = HTTP.Request(
            method, parts[0],
            query: Fields(urlencoded: Array((parts.count > 1 ? parts[1] : "").utf8)), form: form,
            headers: headers + (cookie.isEmpty ? [] : [("Cookie", cookie)]),
            clientAddress: source)
        let answer = try way.send(request)
        for (name, value) in answer.headers where name.lowercased() == "set-cookie" {
            keep(value)
        }
        return answer
    }

    private func keep(_ line: String) {
        let pair = line.prefix { $0 != ";" }.split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        cookies[String(pair[0])] = line.contains("Max-Age=0") ? nil : String(pair[1])
    }

    /// Goes through the login page.
    @discardableResult
    func logIn(
        _ login: String, password: String = TestHouse.password, wayBack: String? = nil
    ) throws -> TestAnswer {
        let page = try get("/log-ind" + (wayBack.map { "?videre=\($0)" } ?? ""))
        var form = [
            ("token", page.hidden("token") ?? ""), ("brugernavn", login),
            ("adgangskode", password),
        ]
        if let way = page.hidden("videre") { form.append(("videre", way)) }
        return try post("/log-ind", form)
    }

    /// The token that the forms of this session carry.
    func formToken(_ house: TestHouse) -> String {
        cookies[SessionCookie.name].flatMap {
            house.centre.sessions.session($0, at: house.clock.now)?.formToken
        } ?? ""
    }
}
