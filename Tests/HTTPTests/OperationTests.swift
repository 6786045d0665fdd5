import Glibc
import Testing

@testable import HTTP

@Suite("Operation")
struct OperationTests {
    @Test("sockets are taken only when they were meant for this process")
    func sockets() {
        let own = "\(getpid())"
        #expect(
            Systemd.sockets(["LISTEN_PID": own, "LISTEN_FDS": "2"]) == [
                .inherited(descriptor: 3), .inherited(descriptor: 4),
            ])
        #expect(Systemd.sockets(["LISTEN_PID": "1", "LISTEN_FDS": "2"]).isEmpty)
        #expect(Systemd.sockets(["LISTEN_PID": own, "LISTEN_FDS": "0"]).isEmpty)
        #expect(Systemd.sockets(["LISTEN_PID": own, "LISTEN_FDS": "to"]).isEmpty)
        #expect(Systemd.sockets(["LISTEN_FDS": "1"]).isEmpty)
        #expect(Systemd.sockets([:]).isEmpty)
    }

    @Test("the service manager hears what it is told, by path and by abstract name")
    func notify() {
        let name = "http-notify-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        for path in ["/tmp/\(name)", "@\(name)"] {
            let manager = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            let bound = SocketAddress.manager(path).withUnsafeBytes { raw in
                bind(
                    manager, raw.baseAddress!.assumingMemoryBound(to: sockaddr.self),
                    socklen_t(raw.count))
            }
            #expect(bound == 0)
            #expect(Systemd.notify("READY=1", ["NOTIFY_SOCKET": path]))
            var heard = [UInt8](repeating: 0, count: 64)
            let count = recv(manager, &heard, heard.count, 0)
            #expect(String(decoding: heard.prefix(max(count, 0)), as: UTF8.self) == "READY=1")
            close(manager)
        }
        unlink("/tmp/\(name)")
        #expect(!Systemd.notify("READY=1", [:]))
        #expect(!Systemd.notify("READY=1", ["NOTIFY_SOCKET": "/findes/ikke"]))
    }

    @Test("a server that is stopped leaves an inherited socket's queue to the next one")
    func restart() throws {
        let listener = try Listener.open(.tcp(host: "127.0.0.1", port: 0))
        let port = try #require(listener.port)
        func server(_ name: String) -> Server<Int> {
            var configuration = ServerConfiguration(
                addresses: [.inherited(descriptor: dup(listener.descriptor))])
            configuration.loopCount = 2
            let routes: [Route<Int>] = [
                Route(.get, "/") { _, _, _ in .now(.text(name)) },
                Route(.get, "/langsom") { _, _, _ in
                    .slow {
                        usleep(400_000)
                        return .text("langsom.")
                    }
                },
            ]
            return Server(configuration: configuration, router: Router(routes: routes)) { $0 }
        }
        let first = server("første.")
        try first.start()
        let before = try Client(port: port)
        before.get("/")
        #expect(before.read(until: "første.").contains("første."))
        before.get("/langsom")
        let stopping = try HTTP.Thread(named: "stop") { first.stop() }
        usleep(100_000)
        // The first still answers; who comes now is not its guest any more.
        let between = try Client(port: port)
        between.get("/", "Connection: close\r\n")
        #expect(before.readToEnd().contains("langsom."))
        stopping.join()
        let second = server("anden.")
        try second.start()
        #expect(between.read(until: "anden.").contains("anden."))
        second.stop()
        close(listener.descriptor)
    }

    @Test("the figures in Prometheus text add up")
    func prometheus() {
        let loop = LoopMetrics()
        loop.count(.ok, 400)
        loop.count(.ok, 900_000)
        loop.count(.notFound, 1_500)
        loop.count(.serviceUnavailable, 60_000_000)
        let text = ServerMetrics([loop, LoopMetrics()], connectionCount: 7).prometheusText
        #expect(text.contains("http_responses_total{status=\"2xx\"} 2\n"))
        #expect(text.contains("http_responses_total{status=\"5xx\"} 1\n"))
        #expect(text.contains("http_connections 7\n"))
        #expect(text.contains("http_answer_seconds_bucket{le=\"0.0005\"} 1\n"))
        #expect(text.contains("http_answer_seconds_bucket{le=\"0.0025\"} 2\n"))
        #expect(text.contains("http_answer_seconds_bucket{le=\"1\"} 3\n"))
        #expect(text.contains("http_answer_seconds_bucket{le=\"10\"} 3\n"))
        #expect(text.contains("http_answer_seconds_bucket{le=\"+Inf\"} 4\n"))
        #expect(text.contains("http_answer_seconds_sum 60.9019\n"))
        #expect(text.contains("http_answer_seconds_count 4\n"))
    }

    @Test("a histogram counts what is below each bound, and all")
    func histogram() {
        let text = PrometheusText.histogram(
            "ventetid", "How long.", boundsMicroseconds: [500, 2_000_000], counts: [3, 2, 1],
            totalMicroseconds: 1_500_000)
        #expect(
            text == """
                # HELP ventetid How long.
                # TYPE ventetid histogram
                ventetid_bucket{le="0.0005"} 3
                ventetid_bucket{le="2"} 5
                ventetid_bucket{le="+Inf"} 6
                ventetid_sum 1.5
                ventetid_count 6

                """)
    }
}
