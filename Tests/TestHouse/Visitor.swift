import HTTP
import Records

@testable import Centre

/// Somebody with a browser: keeps cookies, follows redirects, sends the forms she is shown. The same for the router
/// alone and for a live socket.
final class Visitor {
    /// There is no such form on the page she sees.
    struct NoForm: Error { let name: String }

    let house: TestHouse
    private let way: any Way
    var cookies: [String: String] = [:]
    /// Fields every request carries.
    var headers: [(String, String)] = [("Sec-Fetch-Site", "same-origin")]
    var source: ClientAddress
    /// The path and query she stands at.
    private(set) var address = "/"
    /// What she sees.
    private(set) var answer = TestAnswer(status: 0, headers: [], bytes: [])

    init(_ house: TestHouse, by way: (any Way)? = nil, from source: String = "203.0.113.7") throws {
        self.house = house
        self.way = try way ?? RouterWay(house)
        self.source = ClientAddress(source) ?? .localSocket
    }

    /// A browser in which one of a role is logged in already.
    convenience init(_ house: TestHouse, as role: Role) throws {
        try self.init(house)
        let (key, _) = house.centre.web.sessions.start(try house.member(role), at: house.now)
        cookies[SessionCookie.name] = key
    }

    var page: String { answer.text }
    var status: Int { answer.status }
    var title: String { answer.title }

    // MARK: One request, one answer

    @discardableResult
    func get(_ address: String) throws -> TestAnswer { try ask(.get, address) }

    /// Sends fields, with the token of the page she sees or of her session unless another is given.
    @discardableResult
    func post(_ address: String, _ fields: [(String, String)] = []) throws -> TestAnswer {
        let hasToken = fields.contains { $0.0 == "token" }
        let token = hasToken ? nil : formToken ?? answer.hidden("token")
        return try ask(.post, address, form: Fields(fields + (token.map { [("token", $0)] } ?? [])))
    }

    @discardableResult
    func ask(
        _ method: HTTP.Method, _ address: String, form: Fields? = nil
    ) throws -> TestAnswer {
        let parts = address.prefix { $0 != "#" }
            .split(separator: "?", maxSplits: 1).map(String.init)
        let cookie = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        let request = HTTP.Request(
            method, parts[0],
            query: Fields(urlencoded: Array((parts.count > 1 ? parts[1] : "").utf8)), form: form,
            headers: headers + (cookie.isEmpty ? [] : [("Cookie", cookie)]),
            clientAddress: source)
        answer = try way.send(request)
        self.address = address
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

    // MARK: As a browser does

    /// Goes to a page, and on to where it leads.
    @discardableResult
    func visit(_ address: String) throws -> Visitor {
        try get(address)
        return try follow()
    }

    /// Sends fields to an address, and goes on to where that leads.
    @discardableResult
    func send(_ fields: [(String, String)] = [], to address: String) throws -> Visitor {
        try post(address, fields)
        return try follow()
    }

    /// Types into the form she is shown, the one with this id or this address, sends it, and goes on.
    @discardableResult
    func fill(_ name: String, _ typed: [String: String] = [:]) throws -> Visitor {
        guard let form = answer.form(name) else { throw NoForm(name: name) }
        return try send(form.filled(typed), to: form.action)
    }

    private func follow() throws -> Visitor {
        var steps = 0
        while let onward = answer.location, onward.hasPrefix("/"), steps < 5 {
            try get(onward)
            steps += 1
        }
        return self
    }

    // MARK: At the door

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

    /// The token that the forms of her session carry; nil where she has none.
    var formToken: String? {
        cookies[SessionCookie.name].flatMap {
            house.centre.web.sessions.session($0, at: house.now)?.formToken
        }
    }
}
