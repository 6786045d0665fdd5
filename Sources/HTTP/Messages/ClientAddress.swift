internal import Glibc

/// Where a request comes from: an IP address without its port, or the machine itself over a Unix socket.
package struct ClientAddress: Sendable, Hashable, CustomStringConvertible {
    private let high: UInt64
    private let low: UInt64
    /// Came in over a Unix socket.
    package let isLocalSocket: Bool

    /// The other end of a Unix socket.
    package static let localSocket = ClientAddress(high: 0, low: 0, isLocalSocket: true)

    private init(high: UInt64, low: UInt64, isLocalSocket: Bool = false) {
        self.high = high
        self.low = low
        self.isLocalSocket = isLocalSocket
    }

    private static let mappedPrefix: UInt64 = 0xFFFF_0000_0000

    init(ipv4: UInt32) {
        self.init(high: 0, low: Self.mappedPrefix | UInt64(ipv4))
    }

    init(ipv6 bytes: [UInt8]) {
        let halves = [bytes.prefix(8), bytes.suffix(8)].map { half in
            half.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        self.init(high: halves[0], low: halves[1])
    }

    /// Reads an address as proxies write it: IPv4, IPv6, either with a port, IPv6 in brackets.
    package init?(_ text: String) { self.init(text.utf8) }

    private static let textBytesMax = 64

    init?(_ field: some Collection<UInt8>) {
        guard field.count <= Self.textBytesMax else { return nil }
        var bytes = field.filter { $0 != Byte.space && $0 != Byte.tab }
        if bytes.first == Byte.openBracket, let end = bytes.firstIndex(of: Byte.closeBracket) {
            bytes = Array(bytes[1..<end])
        } else if bytes.count(where: { $0 == Byte.colon }) == 1 {
            bytes = Array(bytes.prefix { $0 != Byte.colon })
        }
        let text = String(decoding: bytes, as: UTF8.self)
        var ipv4 = in_addr()
        if unsafe inet_pton(AF_INET, text, &ipv4) == 1 {
            self.init(ipv4: UInt32(bigEndian: ipv4.s_addr))
            return
        }
        var ipv6 = [UInt8](repeating: 0, count: 16)
        guard unsafe inet_pton(AF_INET6, text, &ipv6) == 1 else { return nil }
        self.init(ipv6: ipv6)
    }

    private var isIPv4: Bool {
        high == 0 && low >> 32 == Self.mappedPrefix >> 32
    }

    /// 127.0.0.0/8 or ::1.
    package var isLoopback: Bool {
        !isLocalSocket && (isIPv4 ? low >> 24 & 0xFF == 127 : high == 0 && low == 1)
    }

    /// The block of addresses that one customer of a network has at the least: the address itself in IPv4, the
    /// /64 in IPv6 (RFC 6177).
    package var networkPrefix: NetworkPrefix { prefix(bits: isIPv6 ? 64 : Self.bitCount) }

    private static let bitCount = 128
    private var isIPv6: Bool { !isIPv4 && !isLocalSocket }

    /// - Parameter bits: 64 at the most, or all of them.
    private func prefix(bits: Int) -> NetworkPrefix {
        guard bits < Self.bitCount else {
            return NetworkPrefix(first: self, bitCount: isIPv4 ? 32 : bits)
        }
        let mask = UInt64.max << UInt64(64 - bits)
        return NetworkPrefix(first: ClientAddress(high: high & mask, low: 0), bitCount: bits)
    }

    /// The address as people write it; `unix` for a Unix socket.
    package var description: String {
        if isLocalSocket { return "unix" }
        if isIPv4 {
            return [24, 16, 8, 0].map { String(low >> $0 & 0xFF) }.joined(separator: ".")
        }
        var bytes = (0..<16).map { index in
            UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - index % 8 * 8))
        }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        _ = unsafe inet_ntop(AF_INET6, &bytes, &text, socklen_t(INET6_ADDRSTRLEN))
        return String(
            decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// A block of addresses with the same beginning: what limits for each client are counted by.
package struct NetworkPrefix: Sendable, Hashable, CustomStringConvertible {
    fileprivate let first: ClientAddress
    fileprivate let bitCount: Int

    /// Addresses of a Unix socket are all the same one.
    var isLocalSocket: Bool { first.isLocalSocket }

    /// As RFC 4632 and RFC 4291 write it, `2001:db8::/64`; `unix` for a Unix socket.
    package var description: String { isLocalSocket ? "unix" : "\(first)/\(bitCount)" }
}
