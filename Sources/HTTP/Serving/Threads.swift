internal import CLinux
internal import Glibc
internal import Synchronization

/// A counter that threads wait on: an eventfd, so that a loop can watch it too.
final class Semaphore: Sendable {
    let descriptor: Int32

    /// - Parameter isBell: Any number of signals is one wake-up, and reading does not block.
    init(isBell: Bool = false) throws(ServerError) {
        let flags =
            Int32(EFD_CLOEXEC)
            | Int32(isBell ? EFD_NONBLOCK : EFD_SEMAPHORE)
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

/// A thread that can be waited for.
struct Thread: Sendable {
    private let handle: pthread_t

    private final class Work {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread; its name is what `top -H` shows.
    init(named name: String, _ run: @escaping @Sendable () -> Void) throws(ServerError) {
        var handle = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work(run))
        let code = unsafe pthread_create(
            &handle, nil,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
                }
                return nil
            }, work.toOpaque())
        guard code == 0 else {
            unsafe work.release()
            throw .system(call: "pthread_create", code: code)
        }
        _ = unsafe pthread_setname_np(handle, name)
        self.handle = handle
    }

    func join() {
        _ = pthread_join(handle, nil)
    }
}

/// A few threads for what takes long.
final class Pool: Sendable {
    private struct State {
        var work: [@Sendable () -> Void] = []
        var first = 0
        var isStopping = false
    }

    private let state = Mutex(State())
    private let semaphore: Semaphore
    private let threads = Mutex<[Thread]>([])
    private let queueMax: Int

    init(named name: String, threadCount: Int, queueMax: Int) throws(ServerError) {
        semaphore = try Semaphore()
        self.queueMax = queueMax
        for _ in 0..<threadCount {
            let thread = try Thread(named: name) { [self] in serve() }
            threads.withLock { $0.append(thread) }
        }
    }

    /// Queues work; false when too much waits already.
    func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
        let isTaken = state.withLock { state in
            guard !state.isStopping, state.work.count - state.first < queueMax else { return false }
            state.work.append(work)
            return true
        }
        if isTaken { semaphore.signal() }
        return isTaken
    }

    /// Lets the threads end after the work they have, and waits for them.
    func stop() {
        state.withLock { $0.isStopping = true }
        let ending = threads.withLock { threads in
            defer { threads = [] }
            return threads
        }
        for _ in ending { semaphore.signal() }
        for thread in ending { thread.join() }
    }

    private func serve() {
        while true {
            semaphore.wait()
            let next: (@Sendable () -> Void)? = state.withLock { state in
                guard state.first < state.work.count else { return nil }
                let next = state.work[state.first]
                state.first += 1
                if state.first == state.work.count {
                    state.work = []
                    state.first = 0
                }
                return next
            }
            guard let next else { return }
            next()
        }
    }
}

/// Why the server cannot run.
public enum ServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A system call failed.
    case system(call: String, code: Int32)
    /// The address cannot be understood.
    case badAddress(String)
    /// Where a Unix socket was to stand there is something else.
    case noSocket(String)
    /// A file or folder to serve cannot be read.
    case unreadable(String)

    /// One sentence for whoever starts the server.
    public var description: String {
        switch self {
        case .system(let call, let code):
            "\(call): \(unsafe String(cString: strerror(code)))"
        case .badAddress(let text): "not an address to listen on: \(text)"
        case .noSocket(let path): "\(path) is there and is no socket"
        case .unreadable(let path): "cannot be read: \(path)"
        }
    }
}
