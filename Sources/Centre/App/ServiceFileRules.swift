/// Why a file for nginx or systemd is not written: it would be refused there, or would not work.
package enum ServiceFileFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// It would mean something else in the file it is written into.
    case unsuitable(String)
    /// No name of a host.
    case noHost(String)
    /// A path that does not begin with a slash.
    case relative(String)
    /// A Unix socket has no room for it.
    case socketPathTooLong(byteCount: Int)
    /// The service does not see what lies there.
    case hidden(String)
    /// The figures' socket needs a folder of its own.
    case metricsElsewhere(String)

    /// One sentence for whoever typed it.
    package var description: String {
        switch self {
        case .unsuitable(let text): "\(text.debugDescription) cannot stand in such a file."
        case .noHost(let text): "\(text) is no host's name: letters, digits, dots and hyphens."
        case .relative(let path): "\(path) must be a whole path, from the slash on."
        case .socketPathTooLong(let byteCount):
            "A socket's path has at most \(ServiceFiles.socketPathBytesMax) bytes; this one has \(byteCount)."
        case .hidden(let path):
            "The service does not see \(path): /home, /root, /run/user and /tmp are closed to it."
        case .metricsElsewhere(let path):
            """
            The service has no network and a folder of its own in /run: --metrics is unix:/run/NAME/FILE, apart \
            from the site's socket, not \(path).
            """
        }
    }
}

/// What a setting must be for the printed files to work.
extension ServiceFiles {
    /// The room in `sun_path`, without the zero at its end.
    static let socketPathBytesMax = 107

    /// What `ProtectHome=` and `PrivateTmp=` close to the service.
    private static let hiddenFolders = ["/home", "/root", "/run/user", "/tmp", "/var/tmp"]

    /// - Throws: The first setting that would not work, in the order of the command's options.
    package func check() throws(ServiceFileFault) {
        let settings =
            [serverName, certificateFile, certificateKeyFile, socketPath, program, root]
            + [metricsSocket, backups?.every, backups?.folder].compactMap(\.self)
        for setting in settings where !Self.isPlain(setting) { throw .unsuitable(setting) }
        guard !serverName.utf8.contains(where: { "/:_".utf8.contains($0) }) else {
            throw .noHost(serverName)
        }
        for path in [certificateFile, certificateKeyFile] + socketPaths + ownFolders
        where !path.hasPrefix("/") {
            throw .relative(path)
        }
        for path in socketPaths where path.utf8.count > Self.socketPathBytesMax {
            throw .socketPathTooLong(byteCount: path.utf8.count)
        }
        for path in ownFolders where Self.isHidden(path) { throw .hidden(path) }
        if let metricsSocket { try checkMetrics(metricsSocket) }
    }

    /// The path in `unix:PATH`, as `serve` takes it.
    package static func metricsSocket(_ address: String) throws(ServiceFileFault) -> String {
        guard address.hasPrefix("unix:") else { throw .metricsElsewhere(address) }
        return String(address.dropFirst(5))
    }

    private var socketPaths: [String] {
        [socketPath] + [metricsSocket].compactMap(\.self)
    }

    /// What the service reads and writes by its path.
    private var ownFolders: [String] {
        [program, root] + [backups?.folder].compactMap(\.self)
    }

    /// systemd makes one folder in /run for the service and removes it with what is in it.
    private func checkMetrics(_ path: String) throws(ServiceFileFault) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[1] == "run", !parts[2].isEmpty, !parts[3].isEmpty,
            !parts.contains(".."), !parts.contains("."), parts[2] != "user",
            Self.folder(of: path) != Self.folder(of: socketPath)
        else { throw .metricsElsewhere(path) }
    }

    private static func isHidden(_ path: String) -> Bool {
        hiddenFolders.contains { path == $0 || path.hasPrefix($0 + "/") }
    }

    /// Neither nginx nor systemd reads anything into these.
    private static func isPlain(_ setting: String) -> Bool {
        !setting.isEmpty
            && setting.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || "/._-:".utf8.contains(byte)
            }
    }
}
