import Foundation
import Glibc
import Records

@testable import Centre
@testable import HTTP

/// Over a live socket, to the house as it is served: a connection for each request.
final class SocketWay: Way {
    enum Failure: Error { case noPort, cannotConnect(Int32), noAnswer }

    private let server: Server<LoopContext>
    private let port: UInt16

    init(_ house: TestHouse) throws {
        let file = house.configuration.databaseFile
        var how = ServerConfiguration(addresses: [.tcp(host: "127.0.0.1", port: 0)])
        how.loopCount = 2
        server = Server(configuration: how, router: house.router) { _ in
            try LoopContext(databaseFile: file)
        }
        try server.start()
        guard let port = server.port else { throw Failure.noPort }
        self.port = port
    }

    deinit { server.stop(drainLimit: .milliseconds(200)) }

    func send(_ request: HTTP.Request) throws -> TestAnswer {
        let target = request.path + (request.queryText.isEmpty ? "" : "?\(request.queryText)")
        var head = "\(request.method.rawValue) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        for name in ["Sec-Fetch-Site", "Origin", "Cookie", "Content-Type"] {
            if let value = request.headers.text(name) {
                head += "\(name): \(value.unlimitedString)\r\n"
            }
        }
        head += "Content-Length: \(request.body.count)\r\nConnection: close\r\n\r\n"
        return try Self.ask(port, Array(head.utf8) + request.body)
    }

    /// Sends the bytes of one request and reads its answer until the connection is closed.
    static func ask(_ port: UInt16, _ bytes: [UInt8]) throws -> TestAnswer {
        try read(try exchange(bytes, port))
    }

    private static func exchange(_ bytes: [UInt8], _ port: UInt16) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw Failure.cannotConnect(errno) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure.noAnswer }
            sent += count
        }
        var heard: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { return heard }
            heard += piece[..<count]
        }
    }

    private static func read(_ bytes: [UInt8]) throws -> TestAnswer {
        guard let end = Data(bytes).range(of: Data("\r\n\r\n".utf8)) else {
            throw Failure.noAnswer
        }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
            .components(separatedBy: "\r\n")
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (
                name: String(parts[0]),
                value: parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
            )
        }
        guard let status = Int(lines[0].split(separator: " ")[1]) else { throw Failure.noAnswer }
        return TestAnswer(
            status: status, headers: headers, bytes: Array(bytes[end.upperBound...]))
    }
}
