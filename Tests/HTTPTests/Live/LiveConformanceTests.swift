import Glibc
import Testing

@testable import HTTP

@Suite("The conformance table over a Unix socket")
struct LiveConformanceTests {
    @Test("says the same, byte for byte, as without a socket")
    func sameBytes() throws {
        let path = "/tmp/http-table-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).sock"
        var configuration = ServerConfiguration(addresses: [.unix(path: path)])
        configuration.limits = TestSite.limits
        configuration.defaultHeaders = .none
        configuration.wallClock = { 784_111_777 }
        let server = Server(configuration: configuration, router: TestSite.router) { $0 }
        try server.start()
        defer { server.stop() }
        for row in Case.all {
            var wire = Wire()
            wire.send(row.bytes)
            let client = try Client(path: path)
            client.send(row.bytes)
            client.endInput()
            #expect(client.readToEnd() == wire.text, "\(row.testDescription)")
        }
        for row in Case.all.enumerated().filter({ $0.offset % 8 == 0 }).map(\.element) {
            var wire = Wire()
            wire.send(row.bytes)
            let client = try Client(path: path)
            for byte in row.bytes { client.send([byte]) }
            client.endInput()
            let heard = client.readToEnd().replacing("HTTP/1.1 100 Continue\r\n\r\n", with: "")
            let expected = wire.text.replacing("HTTP/1.1 100 Continue\r\n\r\n", with: "")
            #expect(heard == expected, "byte by byte: \(row.testDescription)")
        }
    }
}
