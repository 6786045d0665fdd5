internal import CLinux
internal import Glibc

/// A counter that threads wait on: an eventfd, so that a loop can watch it too.
final class Semaphore: Sendable {
    let descriptor: Int32

    /// - Parameter isWakeup: Any number of signals is one wake-up, and reading does not block.
    init(isWakeup: Bool = false) throws(ServerError) {
        let flags =
            Int32(EFD_CLOEXEC)
            | Int32(isWakeup ? EFD_NONBLOCK : EFD_SEMAPHORE)
        descriptor = eventfd(0, flags)
        guard descriptor >= 0 else { throw .system(call: "eventfd", code: errno) }
    }

    deinit { close(descriptor) }

    func signal() {
        var one: UInt64 = 1
        while unsafe write(descriptor, &one, 8) < 0, errno == EINTR {}
    }

    func wait() {
        var count: UInt64 = 0
        while unsafe read(descriptor, &count, 8) < 0, errno == EINTR {}
    }
}
