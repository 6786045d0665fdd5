internal import Glibc

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
