import Foundation
import Testing

@testable import HTTP

@Suite("Slow readers")
struct SlowReaderTests {
    private static let page = [UInt8](repeating: 0x61, count: 8_000_000)
    private let routes: [Route<Int>] = [
        Route(.get, "/") { _, _, _ in .now(.bytes(page, contentType: "text/plain")) }
    ]

    /// Bytes the kernel holds for the clients of a port (proc(5): `tx_queue`).
    private func heldBytes(_ port: UInt16) throws -> Int {
        let suffix = ":" + String(port, radix: 16, uppercase: true)
        let listening = "0A"
        var held = 0
        for row in try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8).split(
            separator: "\n")
        {
            let columns = row.split(separator: " ")
            guard columns.count > 4, columns[1].hasSuffix(suffix), columns[3] != listening else {
                continue
            }
            held += Int(columns[4].prefix { $0 != ":" }, radix: 16) ?? 0
        }
        return held
    }

    @Test("one who reads nothing is cut off for what she read, whatever the kernel took for her")
    func nothingRead() throws {
        var limits = Limits()
        limits.rateGraceMilliseconds = 500
        limits.bytesPerSecondMin = 50_000
        try withServer(routes, limits: limits, loopCount: 1, makeLocal: { $0 }) { server, port in
            let client = try Client(port: port, receiveBytes: 2_048)
            client.get("/")
            usleep(250_000)
            #expect(server.connectionCount == 1)
            let held = try heldBytes(port)
            #expect(held > 10_000)
            #expect(held < 300_000)
            for _ in 0..<600 where server.connectionCount > 0 { usleep(10_000) }
            #expect(server.connectionCount == 0)
            #expect(try heldBytes(port) == 0)
        }
    }

    @Test("one behind a Unix socket is cut off too")
    func unixSocket() throws {
        let path = "/tmp/http-slow-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        var configuration = ServerConfiguration(addresses: [.unix(path: path)])
        configuration.loopCount = 1
        configuration.limits.rateGraceMilliseconds = 200
        configuration.limits.rateCreditMilliseconds = 600
        let server = Server(configuration: configuration, router: Router(routes: routes)) { $0 }
        try server.start()
        defer { server.stop(drainLimit: .zero) }
        let client = try Client(path: path)
        client.get("/")
        usleep(200_000)
        #expect(server.connectionCount == 1)
        for _ in 0..<600 where server.connectionCount > 0 { usleep(10_000) }
        #expect(server.connectionCount == 0)
    }

    @Test("one who asked for little and does not read it is forgotten with it when her time is up")
    func idle() throws {
        var limits = Limits()
        limits.idleMilliseconds = 300
        let little = [UInt8](repeating: 0x61, count: 40_000)
        let routes: [Route<Int>] = [
            Route(.get, "/") { _, _, _ in .now(.bytes(little, contentType: "text/plain")) }
        ]
        try withServer(routes, limits: limits, loopCount: 1, makeLocal: { $0 }) { server, port in
            let client = try Client(port: port, receiveBytes: 2_048)
            client.get("/")
            usleep(100_000)
            #expect(try heldBytes(port) > 10_000)
            for _ in 0..<600 where server.connectionCount > 0 { usleep(10_000) }
            #expect(server.connectionCount == 0)
            #expect(try heldBytes(port) == 0)
        }
    }

    /// What becomes of a reader: 1,000 bytes a second are asked for, 10 s given, 30 s credited at most.
    private func cutOffAt(
        readPerSecond: UInt64, isLocalSocket: Bool = false, readBefore: UInt64 = 0
    ) -> UInt64? {
        var limits = Limits()
        limits.bytesPerSecondMin = 1_000
        limits.rateGraceMilliseconds = 10_000
        limits.rateCreditMilliseconds = 30_000
        var pace = ReadingPace()
        pace.sent = 5_000_000
        pace.begin(1_000_000, isLocalSocket: isLocalSocket, limits)
        pace.sent = 10_000_000
        return (0..<200).first { second in
            let read = 5_000_000 + (second == 0 ? 0 : readBefore) + second * readPerSecond
            return pace.isTooSlow(
                held: 10_000_000 - read, now: 1_000_000 + second * 1_000, limits)
        }
    }

    @Test("the least rate is enough, less is not, and credit has an end")
    func pace() {
        #expect(cutOffAt(readPerSecond: 1_000) == nil)
        #expect(cutOffAt(readPerSecond: 0) == 10)
        #expect(cutOffAt(readPerSecond: 500) == 20)
        #expect(cutOffAt(readPerSecond: 0, isLocalSocket: true) == 30)
        #expect(cutOffAt(readPerSecond: 0, readBefore: 4_000_000) == 31)
    }

    @Test("what lay in the kernel before is not counted as read, nor against the reader")
    func heldBefore() {
        var pace = ReadingPace()
        pace.sent = 100_000
        pace.begin(0, isLocalSocket: false, Limits())
        pace.sent = 110_000
        for second in UInt64(1)...100 {
            let isTooSlow = pace.isTooSlow(
                held: 110_000 - second * 600, now: second * 1_000, Limits())
            #expect(!isTooSlow)
        }
    }
}
