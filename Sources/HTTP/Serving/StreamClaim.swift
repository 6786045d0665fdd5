internal import Synchronization

/// A thread that waits, claimed, for the response it is to write: only then the head of a stream is sent. A stream that
/// no thread has time for is refused before a byte of it is out.
final class StreamClaim: Sendable {
    private let writer = Mutex<StreamWriter?>(nil)
    private let settled: Semaphore

    init() throws(ServerError) { settled = try Semaphore() }

    /// Waits until the head is out; nil when nobody is there to read it any more.
    func wait() -> StreamWriter? {
        settled.wait()
        return writer.withLock { $0 }
    }

    /// The response whose producer hands its writer to the claimed thread.
    func claimed(_ response: Response) -> Response {
        let ticket = Ticket(claim: self)
        var response = response
        response.body = .stream { writer in ticket.hand(over: writer) }
        response.isClaimedStream = true
        return response
    }

    /// Lies in the response. Where that is dropped unsent, since its client went away, the thread is let go.
    private final class Ticket: Sendable {
        private let claim: StreamClaim

        init(claim: StreamClaim) { self.claim = claim }

        func hand(over writer: StreamWriter) { claim.writer.withLock { $0 = writer } }

        deinit { claim.settled.signal() }
    }
}
