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
    private func unacknowledgedBytes(_ port: UInt16) -> Int {
        let suffix = ":" + String(port, radix: 16, uppercase: true)
        let listening = "0A"
        var unacknowledged = 0
        for row in rows(of: "/proc/net/tcp") {
            let columns = row.split(separator: " ")
            guard columns.count > 4, columns[1].hasSuffix(suffix), columns[3] != listening else {
                continue
            }
            unacknowledged += Int(columns[4].prefix { $0 != ":" }, radix: 16) ?? 0
        }
        return unacknowledged
    }

    /// The kernel writes such a file a page at a time, and says that it is empty.
    private func rows(of file: String) -> [Substring] {
        let descriptor = open(file, O_RDONLY)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var page = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(descriptor, &page, page.count), count > 0 {
            bytes += page[..<count]
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    /// The most that was held for a client until the server left her, when nothing is held any more.
    private func heldMost(_ port: UInt16, untilLeft server: Server<Int>) -> Int {
        for _ in 0..<500 where server.connectionCount == 0 { usleep(5_000) }
        var most = 0
        for _ in 0..<2_000 where server.connectionCount > 0 {
            most = max(most, unacknowledgedBytes(port))
            usleep(5_000)
        }
        #expect(server.connectionCount == 0)
        #expect(unacknowledgedBytes(port) == 0)
        return most
    }

    @Test("one who reads nothing is cut off for what she read, whatever the kernel took for her")
    func nothingRead() throws {
        var limits = Limits()
        limits.rateGraceMilliseconds = 500
        limits.bytesPerSecondMin = 50_000
        try withServer(routes, limits: limits, loopCount: 1, makeContext: { $0 }) { server, port in
            let client = try Client(port: port, receiveBytes: 2_048)
            client.get("/")
            let heldMost = heldMost(port, untilLeft: server)
            #expect(heldMost > 10_000)
            #expect(heldMost < 300_000)
        }
    }

    @Test(
        "one who reads as fast as is asked stays, though her side took much at once and nothing since"
    )
    func steady() throws {
        var limits = Limits()
        limits.rateGraceMilliseconds = 300
        limits.bytesPerSecondMin = 15_000
        try withServer(routes, limits: limits, loopCount: 1, makeContext: { $0 }) { server, port in
            let client = try Client(port: port)
            client.get("/")
            for _ in 0..<20 {
                #expect(!client.read(atMost: 4_000).isEmpty)
                usleep(100_000)
            }
            #expect(server.connectionCount == 1)
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
        for _ in 0..<500 where server.connectionCount == 0 { usleep(5_000) }
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
        try withServer(routes, limits: limits, loopCount: 1, makeContext: { $0 }) { server, port in
            let client = try Client(port: port, receiveBytes: 2_048)
            client.get("/")
            #expect(heldMost(port, untilLeft: server) > 10_000)
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
        var readRate = ReadRate()
        readRate.sent = 5_000_000
        readRate.begin(1_000_000, isLocalSocket: isLocalSocket, limits)
        readRate.sent = 10_000_000
        return (0..<200).first { second in
            let read = 5_000_000 + (second == 0 ? 0 : readBefore) + second * readPerSecond
            return readRate.isTooSlow(
                unacknowledged: 10_000_000 - read, now: 1_000_000 + second * 1_000, limits)
        }
    }

    @Test("the least rate is enough, less is not, and credit has an end")
    func readRate() {
        #expect(cutOffAt(readPerSecond: 1_000) == nil)
        #expect(cutOffAt(readPerSecond: 0) == 10)
        #expect(cutOffAt(readPerSecond: 500) == 20)
        #expect(cutOffAt(readPerSecond: 0, isLocalSocket: true) == 15)
        #expect(cutOffAt(readPerSecond: 0, readBefore: 4_000_000) == 31)
    }

    @Test("what lay in the kernel before is not counted as read, nor against the reader")
    func heldBefore() {
        var readRate = ReadRate()
        readRate.sent = 100_000
        readRate.begin(0, isLocalSocket: false, Limits())
        readRate.sent = 110_000
        for second in UInt64(1)...100 {
            let isTooSlow = readRate.isTooSlow(
                unacknowledged: 110_000 - second * 600, now: second * 1_000, Limits())
            #expect(!isTooSlow)
        }
    }
}
