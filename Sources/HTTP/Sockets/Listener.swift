internal import CLinux
internal import Glibc

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
        case .unix(let path, let group): return try unix(path, group)
        case .inherited(let descriptor):
            let flags = fcntl(descriptor, F_GETFL)
            guard flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0 else {
                throw .system(call: "fcntl", code: errno)
            }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return Listener(descriptor: descriptor, isShared: true, isInherited: true)
        }
    }

    /// Refuses new connections; those that were accepted go on.
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

    private static func unix(_ path: String, _ group: String?) throws(ServerError) -> Listener {
        let owners = try group.map { (name) throws(ServerError) in try UnixSocketFile.groupID(name)
        }
        try UnixSocketFile.clear(path)
        var bytes = SocketAddress.unix(path)
        let listening = try socket(AF_UNIX)
        // Until it listens nobody can connect, so nobody meets it with another mode or group.
        guard isBound(listening, to: &bytes) else {
            let code = errno
            Glibc.close(listening)
            throw .system(call: "listen on unix:\(path)", code: code)
        }
        let listener = Listener(
            descriptor: listening, isShared: true, file: UnixSocketFile(at: path))
        do throws(ServerError) {
            try UnixSocketFile.open(path, to: owners)
            guard listen(listening, backlog) == 0 else {
                throw .system(call: "listen on unix:\(path)", code: errno)
            }
        } catch {
            listener.close()
            throw error
        }
        return listener
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
