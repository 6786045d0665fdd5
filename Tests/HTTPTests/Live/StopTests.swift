import Glibc
import Testing

@testable import HTTP

@Suite("Stopping")
struct StopTests {
    private func slowRoutes(_ milliseconds: UInt32) -> [Route<Int>] {
        [
            Route(.get, "/") { _, _, _ in
                .slow {
                    usleep(milliseconds * 1_000)
                    return .text("færdig.")
                }
            },
            Route(.get, "/tavs") { _, _, _ in .later { _ in } },
        ]
    }

    @Test("what is being answered is answered, and nobody new is let in")
    func drain() throws {
        try withServer(slowRoutes(200), makeContext: { $0 }) { server, port in
            let client = try Client(port: port)
            client.get("/")
            usleep(50_000)
            server.stop(drainLimit: .seconds(5))
            let heard = client.readToEnd()
            #expect(heard.contains("Connection: close\r\n"))
            #expect(heard.hasSuffix("færdig."))
            #expect(throws: Client.Failure.self) { try Client(port: port) }
        }
    }

    @Test("idle connections do not hold the stop up")
    func idle() throws {
        try withServer(slowRoutes(0), makeContext: { $0 }) { server, port in
            let clients = try (0..<10).map { _ in try Client(port: port) }
            clients[0].get("/")
            _ = clients[0].read(until: "færdig.")
            let clock = ContinuousClock()
            let took = clock.measure { server.stop(drainLimit: .seconds(30)) }
            #expect(took < .seconds(10))
            #expect(clients[0].readToEnd() == "")
        }
    }

    @Test("a handler that never answers is waited for no longer than the limit")
    func limit() throws {
        try withServer(slowRoutes(0), makeContext: { $0 }) { server, port in
            let client = try Client(port: port)
            client.get("/tavs")
            usleep(50_000)
            let clock = ContinuousClock()
            let took = clock.measure { server.stop(drainLimit: .milliseconds(300)) }
            #expect(took > .milliseconds(200))
            #expect(took < .seconds(10))
            #expect(client.readToEnd() == "")
        }
    }

    @Test("while the last answers are on their way, whoever comes is refused at once")
    func refusedDuringDrain() throws {
        try withServer(slowRoutes(600), makeContext: { $0 }) { server, port in
            let client = try Client(port: port)
            client.get("/")
            usleep(50_000)
            let stopping = try HTTP.Thread(named: "stop") { server.stop(drainLimit: .seconds(5)) }
            usleep(150_000)
            let error = #expect(throws: Client.Failure.self) { try Client(port: port) }
            guard case .cannotConnect(ECONNREFUSED) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(client.readToEnd().hasSuffix("færdig."))
            stopping.join()
        }
    }

    @Test("whoever was let in and has asked nothing yet may still ask")
    func newcomer() throws {
        try withServer(slowRoutes(0), makeContext: { $0 }) { server, port in
            let client = try Client(port: port)
            for _ in 0..<500 where server.connectionCount == 0 { usleep(10_000) }
            let stopping = try HTTP.Thread(named: "stop") { server.stop(drainLimit: .seconds(5)) }
            usleep(150_000)
            client.get("/")
            let heard = client.readToEnd()
            #expect(heard.contains("Connection: close\r\n"))
            #expect(heard.hasSuffix("færdig."))
            stopping.join()
        }
    }

    @Test("SIGHUP is a wish to stop, as SIGTERM is")
    func hangUp() async {
        await #expect(processExitsWith: .success) {
            StopSignal.block()
            pthread_kill(pthread_self(), SIGHUP)
            exit(StopSignal.wait() == SIGHUP ? 0 : 1)
        }
    }

    @Test("stopping twice is stopping once")
    func twice() throws {
        try withServer(slowRoutes(0), makeContext: { $0 }) { server, _ in
            server.stop()
            server.stop()
        }
    }
}
