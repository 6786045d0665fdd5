internal import Glibc

/// Why the server cannot run.
package enum ServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A system call failed.
    case system(call: String, code: Int32)
    /// The address cannot be understood.
    case badAddress(String)
    /// Where a Unix socket was to stand there is something else.
    case noSocket(String)
    /// There is no group of this name.
    case noGroup(String)
    /// A file or folder to serve cannot be read.
    case unreadable(String)

    /// One sentence for whoever starts the server.
    package var description: String {
        switch self {
        case .system(let call, let code):
            "\(call): \(unsafe String(cString: strerror(code)))"
        case .badAddress(let text): "not an address to listen on: \(text)"
        case .noSocket(let path): "\(path) is there and is no socket"
        case .noGroup(let name): "there is no group called \(name)"
        case .unreadable(let path): "cannot be read: \(path)"
        }
    }
}
