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
