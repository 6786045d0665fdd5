internal import Synchronization

/// A piece of work that takes long.
struct Work: Sendable {
    let run: @Sendable () -> Void
    /// Called instead, when it waited longer than its queue's patience.
    let giveUp: @Sendable () -> Void
}

/// The threads of every ``WorkQueue`` that has been used.
final class WorkPools: Sendable {
    private let pools = Mutex<[ObjectIdentifier: WorkPool]>([:])

    /// Queues work; false when too much waits already, or no thread can be had.
    func submit(_ work: Work, on queue: WorkQueue) -> Bool {
        guard let pool = pool(for: queue) else { return false }
        return pool.submit(work)
    }

    private func pool(for queue: WorkQueue) -> WorkPool? {
        pools.withLock { pools in
            if let pool = pools[ObjectIdentifier(queue)] { return pool }
            let pool = try? WorkPool(queue)
            pools[ObjectIdentifier(queue)] = pool
            return pool
        }
    }

    /// Gives up what has waited too long.
    func giveUpOverdue() {
        for pool in pools.withLock({ Array($0.values) }) { pool.giveUpOverdue() }
    }

    /// Drops what was not begun, and returns when the rest is done.
    func stop() {
        let ending = pools.withLock { pools in
            defer { pools = [:] }
            return Array(pools.values)
        }
        for pool in ending { pool.stop() }
    }
}

/// The threads of one queue, and what waits for them.
final class WorkPool: Sendable {
    private struct State {
        var waiting: [(work: Work, since: UInt64)] = []
        var threads: [Thread] = []
        var busyCount = 0
        var isStopping = false

        var idleCount: Int { threads.count - busyCount }
    }

    private let state = Mutex(State())
    private let semaphore: Semaphore
    private let queue: WorkQueue
    private let patienceMilliseconds: UInt64

    init(_ queue: WorkQueue) throws(ServerError) {
        semaphore = try Semaphore()
        self.queue = queue
        patienceMilliseconds = UInt64(max(0, queue.patience / .milliseconds(1)))
    }

    /// Queues work; false when too much waits already, or no thread can be had.
    func submit(_ work: Work) -> Bool {
        let isTaken = state.withLock { state in
            guard !state.isStopping else { return false }
            if state.idleCount <= state.waiting.count { startThread(&state) }
            guard !state.threads.isEmpty,
                state.waiting.count < queue.waitingMax + state.idleCount
            else { return false }
            state.waiting.append((work: work, since: MonotonicClock.now()))
            return true
        }
        if isTaken { semaphore.signal() }
        return isTaken
    }

    private func startThread(_ state: inout State) {
        guard state.threads.count < queue.threadCount else { return }
        // Without a thread more, those that are there do the work.
        guard let thread = try? Thread(named: queue.name, { [self] in serve() }) else { return }
        state.threads.append(thread)
    }

    /// Gives up what has waited too long, the oldest first.
    func giveUpOverdue() {
        let now = MonotonicClock.now()
        let overdue = state.withLock { state in
            let count = state.waiting.prefix { $0.since + patienceMilliseconds <= now }.count
            defer { state.waiting.removeFirst(count) }
            return state.waiting.prefix(count).map(\.work)
        }
        for work in overdue { work.giveUp() }
    }

    /// Drops what was not begun, and returns when the rest is done.
    func stop() {
        let threads = state.withLock { state in
            state.isStopping = true
            state.waiting = []
            return state.threads
        }
        for _ in threads { semaphore.signal() }
        for thread in threads { thread.join() }
    }

    private func serve() {
        while true {
            semaphore.wait()
            guard let work = next() else {
                if state.withLock({ $0.isStopping }) { return }
                // It was given up meanwhile.
                continue
            }
            work.run()
            state.withLock { $0.busyCount -= 1 }
        }
    }

    private func next() -> Work? {
        state.withLock { state in
            guard !state.waiting.isEmpty else { return nil }
            state.busyCount += 1
            return state.waiting.removeFirst().work
        }
    }
}
