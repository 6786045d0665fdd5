internal import CLinux
internal import Glibc

/// What a service manager hands over and wants to be told (sd_listen_fds(3), sd_notify(3)).
///
/// The environment is read at the door of the program and handed down.
package enum Systemd {
    private static let descriptorFirst: Int32 = 3

    /// The listening sockets that were opened for this process: none unless `LISTEN_PID` is its own number.
    package static func sockets(_ environment: [String: String]) -> [ListenAddress] {
        guard let owner = environment["LISTEN_PID"].flatMap({ Int32($0) }), owner == getpid(),
            let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), (1...64).contains(count)
        else { return [] }
        return (descriptorFirst..<(descriptorFirst + count)).map { .inherited(descriptor: $0) }
    }

    /// Tells the service manager a state, such as `READY=1` or `STOPPING=1`.
    ///
    /// - Returns: False when there is no manager, or it cannot be reached; the program goes on either way.
    @discardableResult
    package static func notify(_ state: String, _ environment: [String: String]) -> Bool {
        guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@"),
            path.utf8.count < 108
        else { return false }
        let type = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_UNIX, type, 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let address = SocketAddress.manager(path)
        let bytes = Array(state.utf8)
        let sent = unsafe address.withUnsafeBytes { raw in
            unsafe sendto(
                descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL),
                raw.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count))
        }
        return sent == bytes.count
    }
}

extension SocketAddress {
    /// A path, or a name in the abstract space where the text begins with `@`.
    static func manager(_ path: String) -> [UInt8] {
        guard path.hasPrefix("@") else { return unix(path) }
        return [UInt8(AF_UNIX), 0, 0] + Array(path.utf8.dropFirst())
    }
}
