internal import CLinux
internal import Glibc

/// Where a server listens.
public enum ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// A TCP port of an IPv4 or IPv6 address; port 0 lets the system choose.
    case tcp(host: String, port: UInt16)
    /// A Unix socket.
    case unix(path: String)
    /// A listening socket handed over by whoever started the program (systemd).
    case inherited(descriptor: Int32)

    /// Reads `127.0.0.1:8014`, `[::1]:8014` or `unix:PATH`.
    public init(_ text: String) throws(ServerError) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            guard !path.isEmpty, path.utf8.count < 108 else { throw .badAddress(text) }
            self = .unix(path: path)
            return
        }
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { throw .badAddress(text) }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard host == "localhost" || ClientAddress(host) != nil else { throw .badAddress(text) }
        self = .tcp(host: host == "localhost" ? "127.0.0.1" : host, port: port)
    }

    /// As it is written on the command line.
    public var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): "unix:\(path)"
        case .inherited(let descriptor): "descriptor \(descriptor)"
        }
    }

    /// Reached from this machine alone.
    public var isLocal: Bool {
        switch self {
        case .tcp(let host, _): ClientAddress(host)?.isLoopback ?? false
        case .unix: true
        case .inherited: false
        }
    }

    /// Opens the address and closes it again, for whoever must know beforehand that it can be had.
    public func tryOut() throws(ServerError) {
        if case .inherited = self { return }
        try Listener.checkFree(self)
        try Listener.open(self).close()
    }
}

/// A listening socket.
struct Listener: Sendable {
    let descriptor: Int32
    /// Shared by all loops, so that each new connection should wake one of them only.
    var isShared = false
    /// Held open by whoever started the program, for the run that comes after this one.
    var isInherited = false
    /// A Unix socket's own.
    var file: UnixSocketFile?
    static let backlog: Int32 = 1_024

    /// Opens a socket; `reusesPort` lets every loop have its own on one port.
    static func open(_ address: ListenAddress) throws(ServerError) -> Listener {
        switch address {
        case .tcp(let host, let port): return try tcp(host, port)
        case .unix(let path): return try unix(path)
        case .inherited(let descriptor):
            let flags = fcntl(descriptor, F_GETFL)
            guard flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0 else {
                throw .system(call: "fcntl", code: errno)
            }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return Listener(descriptor: descriptor, isShared: true, isInherited: true)
        }
    }

    /// Refuses whoever comes now, while what was let in goes on.
    func refuseNew() {
        if !isInherited { shutdown(descriptor, Int32(SHUT_RD)) }
    }

    func close() {
        file?.remove()
        Glibc.close(descriptor)
    }

    static func socket(_ family: Int32) throws(ServerError) -> Int32 {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = Glibc.socket(family, type, 0)
        guard descriptor >= 0 else { throw .system(call: "socket", code: errno) }
        return descriptor
    }

    private static func tcp(_ host: String, _ port: UInt16) throws(ServerError) -> Listener {
        var bytes = SocketAddress.tcp(host, port)
        guard !bytes.isEmpty else { throw .badAddress("\(host):\(port)") }
        let descriptor = try socket(Int32(bytes[0]))
        var one: Int32 = 1
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, 4)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &one, 4)
        try bindAndListen(descriptor, &bytes, as: .tcp(host: host, port: port))
        return Listener(descriptor: descriptor)
    }

    private static func unix(_ path: String) throws(ServerError) -> Listener {
        try UnixSocketFile.clear(path)
        var bytes = SocketAddress.unix(path)
        let listening = try socket(AF_UNIX)
        try bindAndListen(listening, &bytes, as: .unix(path: path))
        // The proxy runs as another user; the folder decides who reaches the socket.
        unsafe chmod(path, 0o666)
        return Listener(
            descriptor: listening, isShared: true, file: UnixSocketFile(at: path))
    }

    /// Refuses a port that another server listens on. Sockets that share a port would let it be opened twice, and the
    /// system would then hand every other visitor to the other server.
    static func checkFree(_ address: ListenAddress) throws(ServerError) {
        guard case .tcp(let host, let port) = address, port != 0 else { return }
        var bytes = SocketAddress.tcp(host, port)
        guard !bytes.isEmpty else { throw .badAddress("\(host):\(port)") }
        let descriptor = try socket(Int32(bytes[0]))
        defer { Glibc.close(descriptor) }
        var one: Int32 = 1
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, 4)
        guard isBound(descriptor, to: &bytes) else {
            throw .system(call: "listen on \(address)", code: errno)
        }
    }

    private static func bindAndListen(
        _ descriptor: Int32, _ bytes: inout [UInt8], as address: ListenAddress
    ) throws(ServerError) {
        guard isBound(descriptor, to: &bytes), listen(descriptor, backlog) == 0 else {
            let code = errno
            Glibc.close(descriptor)
            throw .system(call: "listen on \(address)", code: code)
        }
    }

    private static func isBound(_ descriptor: Int32, to address: inout [UInt8]) -> Bool {
        unsafe address.withUnsafeBytes { raw in
            unsafe bind(
                descriptor, raw.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(raw.count))
        } == 0
    }

    /// The port the system chose.
    var port: UInt16? {
        var bytes = [UInt8](repeating: 0, count: 128)
        var length = socklen_t(bytes.count)
        let code = unsafe bytes.withUnsafeMutableBytes { raw in
            unsafe getsockname(
                descriptor, raw.baseAddress?.assumingMemoryBound(to: sockaddr.self), &length)
        }
        guard code == 0, bytes[0] == AF_INET || bytes[0] == AF_INET6 else { return nil }
        return UInt16(bytes[2]) << 8 | UInt16(bytes[3])
    }
}

/// `sockaddr` structures as bytes.
enum SocketAddress {
    static func tcp(_ host: String, _ port: UInt16) -> [UInt8] {
        let portBytes = [UInt8(port >> 8), UInt8(port & 255)]
        var four = [UInt8](repeating: 0, count: 4)
        if unsafe inet_pton(AF_INET, host, &four) == 1 {
            return [UInt8(AF_INET), 0] + portBytes + four + [UInt8](repeating: 0, count: 8)
        }
        var sixteen = [UInt8](repeating: 0, count: 16)
        guard unsafe inet_pton(AF_INET6, host, &sixteen) == 1 else { return [] }
        return [UInt8(AF_INET6), 0] + portBytes + [0, 0, 0, 0] + sixteen + [0, 0, 0, 0]
    }

    static func unix(_ path: String) -> [UInt8] {
        [UInt8(AF_UNIX), 0] + Array(path.utf8) + [0]
    }

    /// The client's address out of what `accept4` wrote.
    static func client(_ bytes: [UInt8]) -> ClientAddress {
        switch Int32(bytes[0]) {
        case AF_INET:
            return ClientAddress(ipv4: bytes[4..<8].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        case AF_INET6: return ClientAddress(ipv6: Array(bytes[8..<24]))
        default: return .localSocket
        }
    }
}
