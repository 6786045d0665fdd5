import Foundation
import Glibc
import Testing

@testable import HTTP

/// A client over a real socket that says what it is told to and hears everything.
final class Client {
    private let descriptor: Int32

    enum Failure: Error { case cannotConnect(Int32) }

    /// - Parameter receiveBytes: How much the kernel takes for it; nil for as much as it likes.
    init(port: UInt16, receiveBytes: Int32? = nil) throws {
        descriptor = try Self.connected(
            SocketAddress.tcp("127.0.0.1", port), AF_INET, receiveBytes)
        wait(atMost: 10_000)
    }

    init(path: String) throws {
        descriptor = try Self.connected(SocketAddress.unix(path), AF_UNIX)
        wait(atMost: 10_000)
    }

    private static func connected(
        _ address: [UInt8], _ family: Int32, _ receiveBytes: Int32? = nil
    ) throws -> Int32 {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        if var receiveBytes {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBytes, 4)
        }
        let code = address.withUnsafeBytes { raw in
            connect(
                descriptor, raw.baseAddress!.assumingMemoryBound(to: sockaddr.self),
                socklen_t(raw.count))
        }
        guard code == 0 else {
            let reason = errno
            close(descriptor)
            throw Failure.cannotConnect(reason)
        }
        return descriptor
    }

    deinit { close(descriptor) }

    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return }
            sent += count
        }
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// A GET of a path.
    func get(_ path: String, _ fields: String = "") {
        send("GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
    }

    /// How long it waits for what comes next.
    func wait(atMost milliseconds: Int) {
        var patience = timeval(
            tv_sec: milliseconds / 1_000, tv_usec: milliseconds % 1_000 * 1_000)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Says that it will send no more.
    func endInput() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Goes away at once, by a reset.
    func reset() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    /// What comes next; empty at the end.
    func read(atMost count: Int = 65_536) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let heard = recv(descriptor, &bytes, count, 0)
        return heard > 0 ? Array(bytes[..<heard]) : []
    }

    /// Everything until the server closes.
    func readToEnd() -> String {
        var heard: [UInt8] = []
        while true {
            let next = read()
            if next.isEmpty { return String(decoding: heard, as: UTF8.self) }
            heard += next
        }
    }

    /// Everything until these words have come.
    func read(until words: String) -> String {
        var heard: [UInt8] = []
        while true {
            let next = read()
            heard += next
            let text = String(decoding: heard, as: UTF8.self)
            if next.isEmpty || text.contains(words) { return text }
        }
    }
}

/// A client of a server that answers `/a` with `a.` and whose access log goes into a pipe.
func withLoggedServer(into pipe: Pipe, _ body: (Client) throws -> Void) throws {
    try withServer(
        [Route<Int>(.get, "/a") { _, _, _ in .now(.text("a.")) }], loopCount: 1,
        accessLog: LogStream(descriptor: pipe.fileHandleForWriting.fileDescriptor),
        makeContext: { $0 }
    ) { _, port in try body(Client(port: port)) }
}

/// A server of its own for each test, on a port the system chose.
func withServer<Context>(
    _ routes: [Route<Context>], limits: Limits = Limits(), loopCount: Int = 2,
    trust: ProxyTrust = .unixSocketAndLoopback, accessLog: LogStream? = nil,
    makeContext: @escaping @Sendable (Int) -> Context,
    _ body: (Server<Context>, UInt16) throws -> Void
) throws {
    var configuration = ServerConfiguration(addresses: [.tcp(host: "127.0.0.1", port: 0)])
    configuration.limits = limits
    configuration.loopCount = loopCount
    configuration.defaultHeaders = .none
    configuration.proxyTrust = trust
    configuration.accessLog = accessLog
    let server = Server(
        configuration: configuration, router: Router(routes: routes), makeContext: makeContext)
    try server.start()
    defer { server.stop(drainLimit: .milliseconds(200)) }
    try body(server, try #require(server.port))
}
