import Glibc
import Synchronization
import Testing

@testable import HTTP

@Suite("Streamed responses on a socket")
struct LiveStreamTests {
    private final class Tally: Sendable {
        let written = Atomic<Int>(0)
        let isGone = Atomic<Bool>(false)
    }

    private func routes(_ tally: Tally, pieces: Int) -> [Route<Int>] {
        let piece = [UInt8](repeating: 0x61, count: 65_536)
        return [
            Route(.get, "/") { _, _, _ in
                .now(
                    .stream(contentType: "text/plain") { writer in
                        do {
                            for _ in 0..<pieces {
                                try writer.write(piece)
                                tally.written.add(piece.count, ordering: .relaxed)
                            }
                        } catch {
                            tally.isGone.store(true, ordering: .relaxed)
                            throw error
                        }
                    })
            }
        ]
    }

    @Test("a producer waits for a client that does not read, and goes on when it does")
    func backPressure() throws {
        let tally = Tally()
        try withServer(routes(tally, pieces: 800), makeContext: { $0 }) { _, port in
            let client = try Client(port: port)
            client.get("/", "Connection: close\r\n")
            #expect(client.read(atMost: 10).count == 10)
            usleep(300_000)
            let unacknowledged = tally.written.load(ordering: .relaxed)
            #expect(unacknowledged < 20_000_000)
            #expect(client.readToEnd().hasSuffix("\r\n0\r\n\r\n"))
            let written = tally.written.load(ordering: .relaxed)
            #expect(written == 800 * 65_536)
        }
    }

    @Test(
        "a stream for which no thread is free is a 503 that says when to come again, never half a page"
    )
    func noThread() throws {
        let tally = Tally()
        // One loop takes them in the order they came.
        try withServer(routes(tally, pieces: 100_000), loopCount: 1, makeContext: { $0 }) {
            _, port in
            // Two are written to clients that do not read, and the others fill the queue.
            let waiting = try (0..<(2 + WorkQueue.streams.waitingMax)).map { _ in
                let client = try Client(port: port)
                client.get("/")
                return client
            }
            for client in waiting.prefix(2) {
                #expect(client.read(atMost: 12) == Array("HTTP/1.1 200".utf8))
            }
            var answer = ""
            for _ in 0..<100 where !answer.hasPrefix("HTTP/1.1 503") {
                let late = try Client(port: port)
                late.get("/", "Connection: close\r\n")
                answer = String(decoding: late.read(atMost: 1_000), as: UTF8.self)
                usleep(10_000)
            }
            #expect(answer.hasPrefix("HTTP/1.1 503"))
            #expect(answer.contains("Retry-After: 5\r\n"))
            for client in waiting { client.reset() }
        }
    }

    @Test("a server stops while a stream waits for a client that went away")
    func stopsWithClaims() throws {
        let tally = Tally()
        try withServer(routes(tally, pieces: 100_000), makeContext: { $0 }) { server, port in
            for _ in 0..<20 {
                let client = try Client(port: port)
                client.get("/")
                client.reset()
            }
            server.stop(drainLimit: .zero)
            #expect(server.connectionCount == 0)
        }
    }

    @Test("a producer learns that its client went away")
    func clientGone() throws {
        let tally = Tally()
        try withServer(routes(tally, pieces: 100_000), makeContext: { $0 }) { server, port in
            var client: Client? = try Client(port: port)
            client?.get("/")
            _ = client?.read(atMost: 100_000)
            client?.reset()
            client = nil
            for _ in 0..<300 where !tally.isGone.load(ordering: .relaxed) { usleep(10_000) }
            let isGone = tally.isGone.load(ordering: .relaxed)
            #expect(isGone)
            #expect(server.connectionCount == 0)
        }
    }
}
