private import Dispatch
internal import Domain
private import Foundation
internal import Logging
internal import Records
private import Synchronization

/// What happens by itself: deleting what is over, backing up.
struct Job: Sendable {
    /// For the log.
    let name: String
    /// Seconds from one run to the next.
    let everySeconds: Int
    /// Seconds from the start of the server to the first run, as things stand then.
    let secondsToFirst: @Sendable (House) -> Int
    let run: @Sendable (House) throws -> Void

    init(
        _ name: String, everySeconds: Int,
        secondsToFirst: @escaping @Sendable (House) -> Int = { _ in 0 },
        run: @escaping @Sendable (House) throws -> Void
    ) {
        self.name = name
        self.everySeconds = everySeconds
        self.secondsToFirst = secondsToFirst
        self.run = run
    }
}

/// Runs the jobs of a served house, one after the other on one thread, by one clock. What fails is said in the log and
/// tried again when its time comes.
final class JobRunner: Sendable {
    private let house: House
    private let jobs: [Job]
    private let log: Logger
    private let wakeup = DispatchSemaphore(value: 0)
    private let due: Mutex<[String: Instant]> = Mutex([:])
    private let isStopping = Mutex(false)

    init(_ jobs: [Job], _ house: House, log: Logger) {
        self.jobs = jobs
        self.house = house
        self.log = log
    }

    /// When a job runs next; nil before the start.
    func nextRun(of name: String) -> Instant? { due.withLock { $0[name] } }

    func start() {
        let now = house.clock.now
        due.withLock { due in
            for job in jobs {
                due[job.name] = Instant(seconds: now.seconds + max(0, job.secondsToFirst(house)))
            }
        }
        let thread = Thread { [self] in
            while !isStopping.withLock({ $0 }) {
                let now = house.clock.now
                for job in jobs where (nextRun(of: job.name)?.seconds ?? .max) <= now.seconds {
                    run(job)
                }
                _ = wakeup.wait(timeout: .now() + .seconds(secondsToNext()))
            }
        }
        thread.name = "jobs"
        thread.start()
    }

    func stop() {
        isStopping.withLock { $0 = true }
        wakeup.signal()
    }

    private func run(_ job: Job) {
        if isStopping.withLock({ $0 }) { return }
        do {
            try job.run(house)
        } catch {
            log.error(
                "job failed", metadata: ["job": "\(job.name)", "fault": "\(faultInLog(error))"])
        }
        let next = Instant(seconds: house.clock.now.seconds + job.everySeconds)
        due.withLock { $0[job.name] = next }
    }

    /// A clock that is set forward is noticed within the minute.
    private func secondsToNext() -> Int {
        let now = house.clock.now.seconds
        let next = due.withLock { $0.values.map(\.seconds).min() } ?? now + 60
        return min(60, max(1, next - now))
    }
}
