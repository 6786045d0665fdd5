private import Glibc

/// Holds a folder for one process: a second server on the same data is refused.
///
/// The kernel lets go when the process ends, however it ends, so no stale lock is ever in the way.
package final class FolderLock: Sendable {
    private let descriptor: Int32
    private let path: String

    /// Why the folder is not held.
    package enum Refusal: Error, Sendable, Hashable {
        /// Another process holds it.
        case held(path: String)
        /// The lock's file cannot be made.
        case storage(path: String, errno: Int32)
    }

    /// Takes the lock, or says at once that somebody else has it.
    package init(path: String) throws(Refusal) {
        self.path = path
        var held = try Self.hold(path)
        // Whoever held it may have taken the file away just before: then it is nobody's lock.
        while !Self.isStill(held, path) {
            close(held)
            held = try Self.hold(path)
        }
        descriptor = held
    }

    /// Takes the file away while it is held: for whoever leaves a folder as it was.
    package func removeFile() {
        unlink(path)
    }

    private static func hold(_ path: String) throws(Refusal) -> Int32 {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .storage(path: path, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            close(descriptor)
            throw number == EWOULDBLOCK
                ? .held(path: path) : .storage(path: path, errno: number)
        }
        return descriptor
    }

    private static func isStill(_ descriptor: Int32, _ path: String) -> Bool {
        var (held, named) = (stat(), stat())
        guard fstat(descriptor, &held) == 0, lstat(path, &named) == 0 else { return false }
        return held.st_ino == named.st_ino && held.st_dev == named.st_dev
    }

    deinit {
        close(descriptor)
    }
}

extension FolderLock.Refusal: CustomStringConvertible {
    /// One sentence for whoever typed the command.
    package var description: String {
        switch self {
        case .held(let path): "Another process holds \(path)."
        case .storage(let path, let number):
            "\(path) could not be made: \(words(ofErrno: number))."
        }
    }
}
