import Synchronization
import Testing

@testable import HTTP

@Suite("How much content a route takes")
struct BodyLimitTests {
    /// What a server of these tests has seen.
    private final class Seen: Sendable {
        let handled = Mutex<[Int]>([])
        let asked = Mutex(0)
    }

    private static let uploadBytesMax = 300_000

    private func routes(_ seen: Seen) -> [Route<Int>] {
        let handler: Route<Int>.Handler = { request, _, _ in
            seen.handled.withLock { $0.append(request.body.count) }
            return .now(.text("taget."))
        }
        return [
            Route(.post, "/alle", handle: handler),
            Route(.post, "/ansatte", bodyLimit: .bytes(393_216), handle: handler),
            Route(
                .post, "/bilag/{sag}",
                bodyLimit: .decided { request, path, _ in
                    seen.asked.withLock { $0 += 1 }
                    #expect(request.body.isEmpty && path.text("sag") == "7")
                    return request.cookieText("session") == "ja"
                        ? .accept(bytesMax: Self.uploadBytesMax)
                        : .refuse(.text("log ind først.", status: .unauthorized))
                }, handle: handler),
        ]
    }

    private func post(_ path: String, _ fields: String) -> String {
        "POST \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
    }

    private func chunked(_ size: Int, of chunkSize: Int = 8_000) -> String {
        var left = size
        var text = ""
        while left > 0 {
            let count = min(left, chunkSize)
            text +=
                String(count, radix: 16) + "\r\n" + String(repeating: "x", count: count) + "\r\n"
            left -= count
        }
        return text + "0\r\n\r\n"
    }

    private func withSite(_ body: (Seen, () throws -> Client) throws -> Void) throws {
        let seen = Seen()
        var limits = Limits()
        limits.lingerMilliseconds = 300
        try withServer(routes(seen), limits: limits, loopCount: 1, makeContext: { $0 }) { _, port in
            try body(seen) { try Client(port: port) }
        }
    }

    @Test(
        "a length above the limit is refused before its content, one at the limit is taken",
        arguments: [("/alle", 65_536), ("/ansatte", 393_216), ("/intet", 65_536)])
    func length(path: String, bytesMax: Int) throws {
        try withSite { seen, connect in
            let client = try connect()
            client.send(post(path, "Content-Length: \(bytesMax + 1)\r\n"))
            #expect(client.readToEnd().hasPrefix("HTTP/1.1 413 "))
            #expect(seen.handled.withLock { $0 } == [])
            guard path != "/intet" else { return }
            let second = try connect()
            second.send(post(path, "Content-Length: \(bytesMax)\r\n"))
            second.send([UInt8](repeating: 0x78, count: bytesMax))
            #expect(second.read(until: "taget.").contains("200 OK"))
            #expect(seen.handled.withLock { $0 } == [bytesMax])
        }
    }

    @Test("chunked content is refused with the chunk that passes the limit")
    func chunks() throws {
        try withSite { seen, connect in
            for chunkSize in [1_000, 65_537] {
                let client = try connect()
                client.send(post("/alle", "Transfer-Encoding: chunked\r\n"))
                client.send(chunked(65_537, of: chunkSize))
                #expect(client.readToEnd().hasPrefix("HTTP/1.1 413 "))
            }
            #expect(seen.handled.withLock { $0 } == [])
            let client = try connect()
            client.send(post("/alle", "Transfer-Encoding: chunked\r\n"))
            client.send(chunked(65_536))
            #expect(client.read(until: "taget.").contains("200 OK"))
            #expect(seen.handled.withLock { $0 } == [65_536])
        }
    }

    @Test("a client that waits for leave to send is told yes or no, and never yes and then no")
    func expectation() throws {
        try withSite { seen, connect in
            for (path, length, cookie, words) in [
                ("/alle", 65_537, "", "HTTP/1.1 413 "), ("/alle", 10, "", "HTTP/1.1 100 "),
                ("/bilag/7", 100_000, "", "HTTP/1.1 401 "),
                ("/bilag/7", 100_000, "Cookie: session=ja\r\n", "HTTP/1.1 100 "),
                ("/bilag/7", Self.uploadBytesMax + 1, "Cookie: session=ja\r\n", "HTTP/1.1 413 "),
            ] {
                let client = try connect()
                let fields = "Expect: 100-continue\r\n\(cookie)Content-Length: \(length)\r\n"
                client.send(post(path, fields))
                #expect(client.read(until: "\r\n\r\n").hasPrefix(words), "\(path) \(length)")
            }
            #expect(seen.handled.withLock { $0 } == [])
        }
    }

    @Test(
        "an upload is asked about with its head, and a refused one is answered without being read")
    func decided() throws {
        try withSite { seen, connect in
            let stranger = try connect()
            stranger.send(post("/bilag/7", "Content-Length: 200000\r\n"))
            let refusal = stranger.readToEnd()
            #expect(refusal.hasPrefix("HTTP/1.1 401 "))
            #expect(refusal.contains("Connection: close\r\n"))
            #expect(refusal.hasSuffix("log ind først."))
            #expect(seen.handled.withLock { $0 } == [])
            let colleague = try connect()
            let head = post("/bilag/7", "Cookie: session=ja\r\nTransfer-Encoding: chunked\r\n")
            colleague.send(head)
            colleague.send(chunked(Self.uploadBytesMax))
            #expect(colleague.read(until: "taget.").contains("200 OK"))
            #expect(seen.handled.withLock { $0 } == [Self.uploadBytesMax])
            #expect(seen.asked.withLock { $0 } == 2)
            colleague.send(head)
            colleague.send(chunked(Self.uploadBytesMax + 1))
            #expect(colleague.readToEnd().hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test("a refused sender who goes on sending for a while still sees the answer")
    func lingering() throws {
        try withSite { _, connect in
            let client = try connect()
            client.send(post("/bilag/7", "Content-Length: 200000\r\n"))
            client.send([UInt8](repeating: 0x78, count: 200_000))
            #expect(client.readToEnd().hasSuffix("log ind først."))
        }
    }

    @Test("without content nobody is asked")
    func noContent() throws {
        try withSite { seen, connect in
            let client = try connect()
            client.send(post("/bilag/7", "Content-Length: 0\r\n"))
            #expect(client.read(until: "taget.").contains("200 OK"))
            #expect(seen.asked.withLock { $0 } == 0)
        }
    }

    @Test("what is too much gets the site's own page")
    func page() {
        let router = Router<Int>(routes: [Route(.post, "/") { _, _, _ in .now(.empty()) }]) {
            .text("for langt på \($1.path)", status: $0)
        }
        var wire = Wire(router)
        wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\n\r\n".utf8)
        #expect(wire.statuses == [413])
        #expect(wire.text.hasSuffix("for langt på /"))
    }
}
