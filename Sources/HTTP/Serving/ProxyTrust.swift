/// From whom `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
package enum ProxyTrust: Sendable, Hashable {
    /// From nobody.
    case nobody
    /// From the other end of a Unix socket.
    case unixSocket
    /// From the other end of a Unix socket and from the machine's own addresses.
    case unixSocketAndLoopback

    func trusts(_ peer: ClientAddress) -> Bool {
        switch self {
        case .nobody: false
        case .unixSocket: peer.isLocalSocket
        case .unixSocketAndLoopback: peer.isLocalSocket || peer.isLoopback
        }
    }
}
