private import Dispatch
private import Foundation
private import Synchronization

/// Why a job never ran.
package enum WriterError: Error, Sendable, Hashable {
    /// More jobs wait than the writer takes; try again in a moment.
    case queueFull
    /// The writer has stopped.
    case stopped
    /// The job ended the transaction that it shares with its neighbours.
    case endedTransaction
    /// `perform` was called from the writer's own thread, where it would wait for itself.
    case calledFromItself
}

/// The one thread that writes.
///
/// It takes everything that waits, runs each job inside its own savepoint of one transaction,
/// commits once, and only then says so: a hundred registrations share one fsync, and what was
/// acknowledged is on disk. A job that fails harms nobody: its savepoint alone is rolled back.
/// Where SQLite itself rolled back everything (full disk, I/O error) the others run again one by
/// one, so **a job may run twice** and must do nothing but write to the connection it is lent.
package final class Writer: Sendable {
    /// How many jobs may wait before more are refused.
    package let waitingMax: Int

    private let queue = Mutex(Queue())
    private let wakeup = DispatchSemaphore(value: 0)
    private let finished = DispatchSemaphore(value: 0)
    private let connection: Mutex<Connection?>

    /// How many jobs one commit carries at most, so that no answer waits for a very long one.
    private static let commitMax = 512

    private struct Queue {
        var waiting: [WriterJob] = []
        var isStopping = false
        var figures = WriterFigures()
        var thread: ObjectIdentifier?
    }

    /// What else must be true once a commit is on disk, before anybody is answered.
    private let committed: @Sendable (borrowing Connection) -> Void

    /// Starts the thread. It runs until `stop`.
    ///
    /// - Parameter committed: runs on the writer's thread after each commit, before its answers.
    package init(
        _ connection: consuming sending Connection, waitingMax: Int = 10_000,
        committed: @escaping @Sendable (borrowing Connection) -> Void = { _ in }
    ) {
        self.waitingMax = waitingMax
        self.committed = committed
        self.connection = Mutex(consume connection)
        let thread = Thread { [self] in work() }
        thread.name = "writer"
        queue.withLock { $0.thread = ObjectIdentifier(thread) }
        thread.start()
    }

    /// Hands in a job. `then` runs on the writer's thread once the job's changes are on disk, or
    /// with what went wrong; on the caller's thread when the writer cannot take it.
    package func submit<T: Sendable>(
        _ job: @escaping @Sendable (borrowing Connection) throws -> T,
        then: @escaping @Sendable (Result<T, any Error>) -> Void
    ) {
        enqueue(WriterJob(job, then: then, alone: false))
    }

    /// Hands in a job that must not share a transaction: a checkpoint, a VACUUM. It opens its own
    /// where it needs one.
    package func submitAlone<T: Sendable>(
        _ job: @escaping @Sendable (borrowing Connection) throws -> T,
        then: @escaping @Sendable (Result<T, any Error>) -> Void
    ) {
        enqueue(WriterJob(job, then: then, alone: true))
    }

    /// Hands in a job and waits until its changes are on disk.
    package func perform<T: Sendable>(
        _ job: @escaping @Sendable (borrowing Connection) throws -> T
    ) throws -> T {
        try wait { submit(job, then: $0) }
    }

    /// Hands in a job that must not share a transaction, and waits for it.
    package func performAlone<T: Sendable>(
        _ job: @escaping @Sendable (borrowing Connection) throws -> T
    ) throws -> T {
        try wait { submitAlone(job, then: $0) }
    }

    /// Finishes what waits, refuses more, closes the connection and returns.
    package func stop() {
        let isFirst = queue.withLock { queue in
            defer { queue.isStopping = true }
            return !queue.isStopping
        }
        if isFirst { wakeup.signal() }
        finished.wait()
        finished.signal()
    }

    /// How many transactions were committed so far.
    package var commitCount: Int { Int(figures.commitCount) }

    /// How many jobs wait right now.
    package var waitingCount: Int { figures.waitingCount }

    /// What was committed so far, how long the disk took for it, and what waits.
    package var figures: WriterFigures {
        queue.withLock { queue in
            var figures = queue.figures
            figures.waitingCount = queue.waiting.count
            return figures
        }
    }

    private func wait<T: Sendable>(
        _ hand: (@escaping @Sendable (Result<T, any Error>) -> Void) -> Void
    ) throws -> T {
        let here = ObjectIdentifier(Thread.current)
        guard queue.withLock({ $0.thread }) != here else { throw WriterError.calledFromItself }
        let answer = Answer<T>()
        hand { answer.give($0) }
        return try answer.wait()
    }

    private func enqueue(_ job: WriterJob) {
        let refusal: WriterError? = queue.withLock { queue in
            if queue.isStopping { return .stopped }
            if queue.waiting.count >= waitingMax { return .queueFull }
            queue.waiting.append(job)
            // One ring wakes the thread for everything that came before it looks.
            if queue.waiting.count == 1 { wakeup.signal() }
            return nil
        }
        if let refusal { job.fail(refusal) }
    }

    private func work() {
        connection.withLock { connection in
            while let jobs = nextJobs() {
                guard let db = connection.take() else { break }
                run(jobs, on: db)
                connection = consume db
            }
            connection = nil
        }
        finished.signal()
    }

    /// Everything that waits, as soon as something does; nil when there is no more to come.
    private func nextJobs() -> [WriterJob]? {
        while true {
            let (jobs, isStopping) = queue.withLock { queue in
                let jobs = queue.waiting
                queue.waiting = []
                return (jobs, queue.isStopping)
            }
            if !jobs.isEmpty { return jobs }
            if isStopping { return nil }
            wakeup.wait()
        }
    }

    private func run(_ jobs: [WriterJob], on db: borrowing Connection) {
        var group: [WriterJob] = []
        for job in jobs {
            if job.isAlone || group.count == Self.commitMax {
                commit(group, on: db)
                group = []
            }
            if job.isAlone { runAlone(job, on: db) } else { group.append(job) }
        }
        commit(group, on: db)
    }

    private func runAlone(_ job: WriterJob, on db: borrowing Connection) {
        do {
            let tell = try job.attempt(db)
            guard db.isAutocommit else { throw WriterError.endedTransaction }
            committed(db)
            tell()
        } catch {
            db.rollBack()
            note(error)
            job.fail(error)
        }
    }

    /// One transaction for all; and again one by one for those whom it failed through no fault
    /// of their own.
    private func commit(_ jobs: [WriterJob], on db: borrowing Connection) {
        guard !jobs.isEmpty else { return }
        do {
            try db.run("BEGIN IMMEDIATE")
        } catch {
            note(error)
            for job in jobs { job.fail(error) }
            return
        }
        var outcomes: [@Sendable () -> Void] = []
        var hasWritten = false
        for (index, job) in jobs.enumerated() {
            do {
                let tell = try db.savepoint { try job.attempt(db) }
                guard !db.isAutocommit else { throw WriterError.endedTransaction }
                outcomes.append(tell)
                hasWritten = true
            } catch {
                note(error)
                outcomes.append { job.fail(error) }
                if db.isAutocommit {
                    job.fail(error)
                    var others = jobs
                    others.remove(at: index)
                    return runOneByOne(others, on: db)
                }
            }
        }
        let begun = ContinuousClock.now
        do {
            try db.run("COMMIT")
        } catch {
            db.rollBack()
            note(error)
            guard jobs.count > 1 else { return jobs[0].fail(error) }
            return runOneByOne(jobs, on: db)
        }
        let took = begun.duration(to: .now)
        let wrote = hasWritten
        queue.withLock { queue in
            queue.figures.committed(in: took)
            if wrote { queue.figures.wrote() }
        }
        committed(db)
        for tell in outcomes { tell() }
    }

    /// Remembers what kept a change from the disk, for whoever asks how the house is.
    private func note(_ error: any Error) {
        queue.withLock { $0.figures.failed(error) }
    }

    private func runOneByOne(_ jobs: [WriterJob], on db: borrowing Connection) {
        for job in jobs { commit([job], on: db) }
    }
}

/// A job without its type: running it gives what is to be said once it is on disk.
private struct WriterJob: Sendable {
    let attempt: @Sendable (borrowing Connection) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
    let isAlone: Bool

    init<T: Sendable>(
        _ job: @escaping @Sendable (borrowing Connection) throws -> T,
        then: @escaping @Sendable (Result<T, any Error>) -> Void, alone: Bool
    ) {
        attempt = { db in
            let value = try job(db)
            return { then(.success(value)) }
        }
        fail = { then(.failure($0)) }
        isAlone = alone
    }
}

/// What a waiting caller waits for.
private final class Answer<T: Sendable>: Sendable {
    private let result = Mutex<Result<T, any Error>?>(nil)
    private let wakeup = DispatchSemaphore(value: 0)

    func give(_ answer: Result<T, any Error>) {
        result.withLock { $0 = answer }
        wakeup.signal()
    }

    func wait() throws -> T {
        wakeup.wait()
        guard let answer = result.withLock({ $0 }) else { throw WriterError.stopped }
        return try answer.get()
    }
}
