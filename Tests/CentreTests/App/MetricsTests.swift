import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse
@testable import HTTP

@Suite("Figures for the operator")
struct MetricsTests {
    @Test("are told on a listener of their own: what is asked, what waits, what was committed")
    func listener() throws {
        let house = try TestHouse()
        let writer = house.records.writer
        let databaseFile = house.configuration.databaseFile
        let server = Server(
            configuration: ServerConfiguration(addresses: []), router: house.router
        ) { _ in try LoopContext(databaseFile: databaseFile) }
        let meter = try MetricsServer.start(
            at: .tcp(host: "127.0.0.1", port: 0), telling: server, and: writer)
        defer { meter.stop(drainLimit: .seconds(1)) }
        try writer.perform { _ in }
        let commitCountMin = writer.figures.commitCount
        let port = try #require(meter.port)
        let answer = try SocketWay.ask(
            port, Array("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8))
        let text = String(decoding: answer.bytes, as: UTF8.self)
        #expect(answer.status == 200)
        #expect(text.contains("# TYPE http_answer_seconds histogram\n"))
        #expect(text.contains("http_responses_total{status=\"2xx\"} 0\n"))
        #expect(text.contains("writer_queue_length 0\n"))
        #expect(text.contains("writer_commit_seconds_bucket{le=\"0.0001\"}"))
        let lines = text.split(separator: "\n")
        let told = lines.first { $0.hasPrefix("writer_commit_seconds_count ") }
        let commitCount = try #require(told?.split(separator: " ").last.flatMap { UInt64($0) })
        #expect(commitCount >= commitCountMin && commitCountMin > 0)
    }

    @Test("no citizen reaches them: the site has no such page")
    func apart() throws {
        #expect(try Visitor(TestHouse()).get("/metrics").status == 404)
    }

    @Test(
        "are told on this machine alone",
        arguments: ["0.0.0.0:8313", "[::]:8313", "192.0.2.1:8313"])
    func network(address: String) throws {
        let refusal = #expect(throws: MetricsError.onNetwork(address)) {
            try MetricsServer.address(address)
        }
        #expect(refusal?.description.contains(address) == true)
        #expect(try MetricsServer.address("127.0.0.1:1") == .tcp(host: "127.0.0.1", port: 1))
        #expect(try MetricsServer.address("unix:/run/m") == .unix(path: "/run/m"))
    }
}
