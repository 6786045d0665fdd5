/// Threads of its own for one kind of work that takes long, and a bounded queue before them: what one kind waits for,
/// another does not.
///
/// The work is made known by being used; a thread is started when there is work that no idle one can take.
///
///     extension WorkQueue {
///         /// scrypt takes 64 MB and a third of a second: one at a time, and nobody waits long.
///         static let passwords = WorkQueue(named: "passwords", waitingMax: 8, patience: .seconds(5))
///     }
///     return .slow(on: .passwords) { … }
package final class WorkQueue: Sendable {
    /// What `top -H` shows; 15 bytes at the most.
    package let name: String
    /// How much is done at the same time.
    package let threadCount: Int
    /// How much may wait. What comes on top of it is answered 503 at once.
    package let waitingMax: Int
    /// How long something waits to be begun before it is answered 503.
    package let patience: Duration
    /// What `Retry-After` says then.
    package let retryAfterSeconds: Int

    /// A queue.
    package init(
        named name: String, threadCount: Int = 1, waitingMax: Int,
        patience: Duration = .seconds(60),
        retryAfterSeconds: Int = 5
    ) {
        self.name = name
        self.threadCount = threadCount
        self.waitingMax = waitingMax
        self.patience = patience
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// For work that names no queue.
    package static let general = WorkQueue(named: "slow", threadCount: 2, waitingMax: 256)

    /// For the producers of streamed responses, which wait for their clients.
    static let streams = WorkQueue(named: "stream", threadCount: 2, waitingMax: 64)
}
