/// Where a server listens.
package enum ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// A TCP port of an IPv4 or IPv6 address; port 0 lets the system choose.
    case tcp(host: String, port: UInt16)
    /// A Unix socket that its owner and a group may use: its mode is 0660.
    ///
    /// - Parameter group: The group's name, usually the proxy's; nil is the program's own.
    case unix(path: String, group: String? = nil)
    /// A listening socket handed over by whoever started the program (systemd).
    case inherited(descriptor: Int32)

    /// Reads `127.0.0.1:8014`, `[::1]:8014` or `unix:PATH`.
    package init(_ text: String) throws(ServerError) {
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

    /// The same address, for this group where it is a Unix socket.
    package func forGroup(_ name: String?) -> ListenAddress {
        guard case .unix(let path, _) = self else { return self }
        return .unix(path: path, group: name)
    }

    /// As it is written on the command line.
    package var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path, _): "unix:\(path)"
        case .inherited(let descriptor): "descriptor \(descriptor)"
        }
    }

    /// Reached from this machine alone.
    package var isLocal: Bool {
        switch self {
        case .tcp(let host, _): ClientAddress(host)?.isLoopback ?? false
        case .unix: true
        case .inherited: false
        }
    }

    /// Opens the address and closes it again: says beforehand whether a server could have it.
    package func tryOut() throws(ServerError) {
        if case .inherited = self { return }
        try Listener.checkFree(self)
        try Listener.open(self).close()
    }
}
