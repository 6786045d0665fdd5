/// What a handler does with a request: one of three things.
package enum Answer<Context>: Sendable {
    /// Answers at once, on the loop the request came in on.
    case now(Response)
    /// Hands the work away, for instance to the writer; whoever has the result answers.
    case later(@Sendable (Responder<Context>) -> Void)
    /// Takes long (an export, a password): runs on a thread of a queue. Where that is full, or the work has waited
    /// longer than the queue's patience, the answer is 503 with `Retry-After` and the site's own page.
    case slow(on: WorkQueue = .general, @Sendable () -> Response)
}

/// Answers one request, from any thread, once. What comes after the first answer is dropped.
package struct Responder<Context>: Sendable {
    /// An answer on its way to the loop of its request.
    package enum Reply: Sendable {
        /// Made already.
        case response(Response)
        /// To be made on the loop, with what belongs to it.
        case make(@Sendable (Context) -> Response)
    }

    private let deliver: @Sendable (Reply) -> Void

    /// A responder that hands its answers to whoever waits for them: a loop, or a test.
    package init(_ deliver: @escaping @Sendable (Reply) -> Void) { self.deliver = deliver }

    /// Sends the response; wakes the loop at most once for all that wait.
    package func answer(_ response: Response) {
        deliver(.response(response))
    }

    /// Makes the response on the request's own loop, with what belongs to that loop.
    package func answer(onLoop make: @escaping @Sendable (Context) -> Response) {
        deliver(.make(make))
    }
}
