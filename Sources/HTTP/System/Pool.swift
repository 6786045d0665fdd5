internal import Synchronization

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
