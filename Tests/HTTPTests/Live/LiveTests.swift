import Glibc
import Synchronization
import Testing

@testable import HTTP

@Suite("A server on a socket")
struct LiveTests {
    /// What belongs to a loop: it may be of a kind that must not cross threads.
    final class Context {
        let number: Int
        let thread = pthread_self()
        var count = 0
        init(_ number: Int) { self.number = number }
    }

    private func tell(_ local: Context) -> Response {
        local.count += 1
        return .text("tråd \(local.thread == pthread_self()) ok.")
    }

    @Test("answers now, later, on the loop again, and from the slow threads")
    func waysToAnswer() throws {
        let routes: [Route<Context>] = [
            Route(.get, "/nu") { _, _, local in .now(tell(local)) },
            Route(.get, "/senere") { _, _, _ in
                .later { responder in responder.answer(.text("senere.")) }
            },
            Route(.get, "/loop") { _, _, _ in
                .later { responder in
                    _ = try? HTTP.Thread(named: "test") {
                        responder.answer(onLoop: { tell($0) })
                        responder.answer(.text("for sent"))
                    }
                }
            },
            Route(.get, "/langsom") { _, _, _ in .slow { .text("langsom.") } },
        ]
        try withServer(routes, makeContext: { Context($0) }) { server, port in
            let client = try Client(port: port)
            for (path, words) in [
                ("/nu", "tråd true ok."), ("/senere", "senere."), ("/loop", "tråd true ok."),
                ("/langsom", "langsom."), ("/nu", "tråd true ok."),
            ] {
                client.get(path)
                #expect(client.read(until: words).contains(words))
            }
            #expect(server.metrics.requestCount == 5)
            #expect(server.metrics.bucketCounts.reduce(0, +) == 5)
            #expect(server.connectionCount == 1)
        }
    }

    @Test("a thousand later answers from many threads all arrive where they belong")
    func manyLater() throws {
        let pool = try WorkPool(
            WorkQueue(named: "answers", threadCount: 4, waitingMax: 10_000))
        let routes: [Route<Int>] = [
            Route(.get, "/{n}") { _, parameters, _ in
                let number = parameters.text("n")?.unlimitedString ?? ""
                return .later { responder in
                    _ = pool.submit(
                        Work {
                            responder.answer(.text("nr \(number)."))
                        } giveUp: {
                        })
                }
            }
        ]
        try withServer(routes, makeContext: { $0 }) { _, port in
            let clients = try (0..<20).map { _ in try Client(port: port) }
            for round in 0..<50 {
                for (number, client) in clients.enumerated() {
                    client.get("/\(round * 20 + number)")
                }
                for (number, client) in clients.enumerated() {
                    let words = "nr \(round * 20 + number)."
                    #expect(client.read(until: words).hasSuffix("\r\n\r\n" + words))
                }
            }
        }
        pool.stop()
    }

    @Test("a client that has said all it will say is still answered")
    func halfClosed() throws {
        let routes: [Route<Int>] = [
            Route(.get, "/") { _, _, _ in
                .later { responder in
                    _ = try? HTTP.Thread(named: "test") {
                        usleep(50_000)
                        responder.answer(.text("sent."))
                    }
                }
            }
        ]
        try withServer(routes, makeContext: { $0 }) { _, port in
            let client = try Client(port: port)
            client.get("/")
            client.endInput()
            #expect(client.readToEnd().hasSuffix("sent."))
        }
    }

    @Test("connections above a client's share are told to come back, and may when one is free")
    func clientCeiling() throws {
        var limits = Limits()
        limits.connectionsPerClientMax = 3
        limits.lingerMilliseconds = 100
        let routes: [Route<Int>] = [Route(.get, "/") { _, _, _ in .now(.text("ja.")) }]
        try withServer(routes, limits: limits, makeContext: { $0 }) { server, port in
            var clients = try (0..<3).map { _ in try Client(port: port) }
            for client in clients {
                client.get("/")
                #expect(client.read(until: "ja.").contains("ja."))
            }
            let fourth = try Client(port: port)
            fourth.get("/")
            let refusal = fourth.readToEnd()
            #expect(refusal.hasPrefix("HTTP/1.1 503 "))
            #expect(refusal.contains("Retry-After: "))
            clients.removeLast()
            var answer = ""
            for _ in 0..<50 where !answer.contains("ja.") {
                let fifth = try Client(port: port)
                fifth.get("/", "Connection: close\r\n")
                answer = fifth.readToEnd()
                usleep(20_000)
            }
            #expect(answer.contains("ja."))
            #expect(server.connectionCount <= 3)
            withExtendedLifetime(clients) {}
        }
    }

    @Test("behind a trusted proxy the share is the forwarded client's")
    func forwardedCeiling() throws {
        var limits = Limits()
        limits.connectionsPerClientMax = 2
        let routes: [Route<Int>] = [Route(.get, "/") { _, _, _ in .now(.text("ja.")) }]
        try withServer(routes, limits: limits, loopCount: 1, makeContext: { $0 }) { _, port in
            let one = try Client(port: port)
            one.get("/", "X-Forwarded-For: 192.0.2.1\r\n")
            #expect(one.read(until: "ja.").contains("ja."))
            let two = try Client(port: port)
            two.get("/", "X-Forwarded-For: 192.0.2.1\r\n")
            #expect(two.read(until: "ja.").contains("ja."))
            let three = try Client(port: port)
            three.get("/", "X-Forwarded-For: 192.0.2.1\r\n")
            #expect(three.readToEnd().hasPrefix("HTTP/1.1 503 "))
            let other = try Client(port: port)
            other.get("/", "X-Forwarded-For: 192.0.2.2\r\n")
            #expect(other.read(until: "ja.").contains("ja."))
        }
    }

    @Test("a client that does not read what it asked for is cut off")
    func slowReader() throws {
        var limits = Limits()
        limits.rateGraceMilliseconds = 300
        limits.bytesPerSecondMin = 1_000_000_000
        let page = [UInt8](repeating: 0x61, count: 30_000_000)
        let routes: [Route<Int>] = [
            Route(.get, "/") { _, _, _ in .now(.bytes(page, contentType: "text/plain")) }
        ]
        try withServer(routes, limits: limits, makeContext: { $0 }) { server, port in
            let client = try Client(port: port)
            client.get("/")
            for _ in 0..<100 where server.connectionCount == 0 { usleep(10_000) }
            for _ in 0..<200 where server.connectionCount > 0 { usleep(10_000) }
            #expect(server.connectionCount == 0)
            #expect(client.readToEnd().utf8.count < page.count)
        }
    }

    @Test("a large page comes whole to a client that reads in bits")
    func largePage() throws {
        let page = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        let routes: [Route<Int>] = [
            Route(.get, "/") { _, _, _ in .now(.bytes(page, contentType: "application/x")) }
        ]
        try withServer(routes, makeContext: { $0 }) { _, port in
            let client = try Client(port: port)
            client.get("/", "Connection: close\r\n")
            var heard: [UInt8] = []
            while true {
                let next = client.read(atMost: 7_001)
                if next.isEmpty { break }
                heard += next
            }
            #expect(Array(heard.suffix(page.count)) == page)
        }
    }

    @Test("what makes a loop fail to start makes the start fail")
    func failedStart() {
        struct NoDatabase: Error {}
        let server = Server<Int>(
            configuration: ServerConfiguration(addresses: [.tcp(host: "127.0.0.1", port: 0)]),
            router: Router(routes: [])
        ) { _ in throw NoDatabase() }
        #expect(throws: NoDatabase.self) { try server.start() }
    }

    @Test("an address that is taken is said")
    func addressTaken() throws {
        try withServer([Route<Int>](), makeContext: { $0 }) { _, _ in
            let path = "/tmp/http-test-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).sock"
            var configuration = ServerConfiguration(addresses: [.unix(path: path)])
            configuration.loopCount = 1
            let first = Server<Int>(configuration: configuration, router: Router(routes: [])) { $0 }
            let second = Server<Int>(configuration: configuration, router: Router(routes: [])) {
                $0
            }
            try first.start()
            #expect(throws: ServerError.self) { try second.start() }
            first.stop()
            #expect(access(path, F_OK) != 0)
        }
    }
}
