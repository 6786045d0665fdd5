import Domain
import Foundation
import Logging
import SQLite
import Synchronization

@testable import Centre
@testable import HTTP

/// A whole centre on real files with the real migrations, reached through its router: one request
/// in, one response out. The clock stands still until a test moves it.
final class TestCentre {
    let folder: URL
    let centre: Centre
    let router: Router<Loop>
    private let loop: Loop
    private let time: TestTime

    /// Monday 9 November 2026 at 10.00, by the Danish clock.
    static let monday = Instant(day: CalendarDay(number: 20_766), hour: 10, minute: 0)

    init(at start: Instant = monday, standard: String = "lyngby-2024") throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "centre-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let configuration = Configuration(
            dataFolder: folder.appending(path: "data").path,
            keyFile: folder.appending(path: "key").path, root: root.path, firstStandard: standard)
        let time = TestTime(start)
        self.time = time
        let clock = CalendarClock { time.now }
        _ = try Opening.prepare(configuration, clock: clock)
        centre = try Centre.open(
            configuration, clock: clock,
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        router = centre.router()
        loop = try Loop(databaseFile: configuration.databaseFile)
    }

    deinit {
        centre.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Lets time pass.
    func wait(minutes: Int) { wait(seconds: minutes * 60) }
    func wait(seconds: Int) { time.pass(seconds: seconds) }

    /// Adds somebody to the staff. Her password is hashed with few rounds: tests are in a hurry.
    @discardableResult
    func employ(
        _ login: String, as role: Role, password: String = "lampe-violin-sommer-sne"
    ) throws -> StaffID {
        let (staff, now) = (centre.staff, time.now)
        let hash = PasswordHash(of: password, logRounds: 10).rawValue
        return try centre.writer.perform { db in
            try staff.add(
                login: login, name: "\(login.capitalized) Testesen", role: role,
                passwordHash: hash, by: .system, at: now, in: db)
        }
    }

    /// The answer to one request, whichever of the three ways it was given.
    func answer(_ request: Request) throws -> Response {
        switch router.answer(request, context: loop) {
        case .now(let response): return response
        case .slow(_, let make): return make()
        case .later(let handOver):
            let answered = DispatchSemaphore(value: 0)
            let reply = Mutex<Responder<Loop>.Reply?>(nil)
            handOver(
                Responder { given in
                    reply.withLock { $0 = given }
                    answered.signal()
                })
            answered.wait()
            switch reply.withLock({ $0 }) {
            case .response(let response): return response
            case .make(let make): return make(loop)
            case nil: throw NoAnswer()
            }
        }
    }

    /// How many rows a table has.
    func count(_ table: String) throws -> Int {
        try loop.db.firstRow("SELECT count(*) FROM \(table)", []) { $0.int(0) } ?? 0
    }

    /// The actions in the audit log, oldest first.
    func actionsLogged() throws -> [String] {
        try loop.db.rows("SELECT action FROM audit_entry ORDER BY seq", []) { $0.text(0) }
    }

    struct NoAnswer: Error {}
}

/// The time it is in a test.
private final class TestTime: Sendable {
    private let moment: Mutex<Instant>

    init(_ start: Instant) { moment = Mutex(start) }

    var now: Instant { moment.withLock { $0 } }

    func pass(seconds: Int) {
        moment.withLock { $0 = Instant(seconds: $0.seconds + seconds) }
    }
}

/// Somebody with a browser: keeps cookies, follows redirects, sends the forms she is shown.
final class Visitor {
    let house: TestCentre
    let source: ClientAddress
    private(set) var cookies: [String: String] = [:]
    /// The path and query she stands at.
    private(set) var address = "/"
    /// The page she sees.
    private(set) var response = Response()

    init(_ house: TestCentre, from source: String = "192.0.2.1") {
        self.house = house
        self.source = ClientAddress(source) ?? .localSocket
    }

    var page: String { String(decoding: response.bodyBytes, as: UTF8.self) }
    var status: Int { response.status.code }

    /// The page's own heading in the browser's history.
    var title: String { text(between: "<title>", and: "</title>") ?? "" }

    /// The text of the element with this id, without its tags.
    func text(of id: String) -> String? {
        text(between: "id=\"\(id)\"", and: nil).flatMap { rest -> String? in
            guard let open = rest.firstRange(of: ">"), let close = rest.firstRange(of: "</") else {
                return nil
            }
            return String(rest[open.upperBound..<close.lowerBound])
        }
    }

    @discardableResult
    func get(_ address: String) throws -> Visitor {
        try go(.get, address, form: nil)
    }

    /// Sends a form, with the hidden token of the page she sees unless another is given.
    @discardableResult
    func post(
        _ address: String, _ fields: [(String, String)], headers: [(String, String)] = []
    ) throws -> Visitor {
        var fields = fields
        if !fields.contains(where: { $0.0 == "token" }), let token {
            fields.append(("token", token))
        }
        return try go(.post, address, form: Fields(fields), headers: headers)
    }

    /// The token in the form she sees.
    var token: String? {
        text(between: "name=\"token\" value=\"", and: "\"")
    }

    /// Forgets a cookie, as a browser does that was closed.
    func forgetCookies() { cookies = [:] }

    private func go(
        _ method: HTTP.Method, _ address: String, form: Fields?,
        headers: [(String, String)] = []
    ) throws -> Visitor {
        try ask(method, address, form: form, headers: headers)
        var steps = 0
        while let onward = response.headers["Location"], onward.hasPrefix("/"), steps < 5 {
            try ask(.get, onward, form: nil, headers: [])
            steps += 1
        }
        return self
    }

    private func ask(
        _ method: HTTP.Method, _ address: String, form: Fields?, headers: [(String, String)]
    ) throws {
        self.address = address
        let parts = address.prefix { $0 != "#" }
            .split(separator: "?", maxSplits: 1).map(String.init)
        var headers = headers
        if !cookies.isEmpty {
            let all = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
            headers.append(("Cookie", all))
        }
        response = try house.answer(
            Request(
                method, parts[0],
                query: parts.count > 1 ? Fields(urlencoded: Array(parts[1].utf8)) : Fields(),
                form: form, headers: headers, clientAddress: source))
        for cookie in response.headers.all("Set-Cookie") { keep(cookie) }
    }

    private func keep(_ cookie: String) {
        let pair = cookie.prefix { $0 != ";" }.split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        let isGone = cookie.contains("Max-Age=0")
        cookies[pair[0]] = isGone ? nil : pair[1]
    }

    private func text(between start: String, and end: String?) -> String? {
        guard let from = page.firstRange(of: start) else { return nil }
        let rest = page[from.upperBound...]
        guard let end else { return String(rest) }
        return rest.firstRange(of: end).map { String(rest[..<$0.lowerBound]) }
    }
}
