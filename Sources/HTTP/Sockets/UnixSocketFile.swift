internal import Glibc

/// Where a Unix socket stands in the file system. A path that was typed wrong may name anything, a database or a
/// key, so nothing is ever removed but a socket at which nobody answers.
struct UnixSocketFile: Sendable, Hashable {
    private let path: String
    private let device: UInt64
    private let inode: UInt64

    /// The socket at a path; nil when there is none.
    init?(at path: String) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
            return nil
        }
        self.path = path
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }

    /// Removes it, unless another has taken its place.
    func remove() {
        if UnixSocketFile(at: path) == self { unsafe unlink(path) }
    }

    /// Removes a socket that is left over from a run that was killed.
    ///
    /// - Throws: When somebody answers there, or when what is there is no socket.
    static func clear(_ path: String) throws(ServerError) {
        guard unsafe access(path, F_OK) == 0 else { return }
        guard let left = UnixSocketFile(at: path) else { throw .noSocket(path) }
        switch try answer(at: path) {
        case 0, EAGAIN: throw .system(call: "listen on unix:\(path)", code: EADDRINUSE)
        case ECONNREFUSED: left.remove()
        default: break
        }
    }

    /// Lets its owner and a group use it, and nobody else.
    static func open(_ path: String, to group: gid_t?) throws(ServerError) {
        if let group {
            let unchanged = uid_t.max
            guard unsafe lchown(path, unchanged, group) == 0 else {
                throw .system(call: "give unix:\(path) to the group", code: errno)
            }
        }
        guard unsafe chmod(path, 0o660) == 0 else {
            throw .system(call: "chmod unix:\(path)", code: errno)
        }
    }

    /// The number of a group.
    static func groupID(_ name: String) throws(ServerError) -> gid_t {
        var (entry, found) = unsafe (group(), nil as UnsafeMutablePointer<group>?)
        var strings = [CChar](repeating: 0, count: 65_536)
        let code = unsafe getgrnam_r(name, &entry, &strings, strings.count, &found)
        guard code == 0 else { throw .system(call: "getgrnam \(name)", code: code) }
        guard unsafe found != nil else { throw .noGroup(name) }
        return unsafe entry.gr_gid
    }

    /// What a connection to it gives: 0, or the number of the error.
    private static func answer(at path: String) throws(ServerError) -> Int32 {
        let descriptor = try Listener.socket(AF_UNIX)
        defer { close(descriptor) }
        return unsafe SocketAddress.unix(path).withUnsafeBytes { raw in
            unsafe connect(
                descriptor, raw.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(raw.count)) == 0 ? 0 : errno
        }
    }
}
