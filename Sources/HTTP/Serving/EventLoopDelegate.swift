/// What a loop leaves to others. Lives on the loop's thread.
protocol EventLoopDelegate: AnyObject {
    /// Answers at once, or returns nil and lets the answer come through the message queue.
    func handle(_ request: Request, _ pending: PendingRequest) -> Response?
    /// Obeys every message that waits.
    func drainMessages(_ loop: EventLoop)
    /// The writer of a streamed response, for the thread that waits for it; nil when none can be had.
    func startStream(
        _ pending: PendingRequest, _ producer: @escaping @Sendable (StreamWriter) throws -> Void
    ) -> StreamWriter?
    /// Something was left for when there is nothing else to do, or a quarter of a second is over.
    var hasDeferredWork: Bool { get }
    /// Does what was left.
    func runDeferredWork()
    /// The calendar clock may have moved on.
    func clockDidTick()
}
