/// What a handler does with a request: one of three things (README, "The map of the house").
public enum Answer<Local>: Sendable {
    /// Answers at once, on the loop the request came in on.
    case now(Response)
    /// Hands the work away, for instance to the writer; whoever has the result answers.
    case later(@Sendable (Responder<Local>) -> Void)
    /// Takes long (an export, a password): runs on the small pool.
    case slow(@Sendable () -> Response)
}

/// Answers one request, from any thread, once. What comes after the first answer is dropped.
public struct Responder<Local>: Sendable {
    let mailbox: Mailbox<Local>
    let ticket: Ticket

    /// Sends the response; wakes the loop at most once for all that wait.
    public func answer(_ response: Response) {
        mailbox.post(.response(ticket, response))
    }

    /// Makes the response on the request's own loop, with what belongs to that loop.
    public func answer(onLoop make: @escaping @Sendable (Local) -> Response) {
        mailbox.post(.make(ticket, make))
    }
}

/// Names one request of one connection of one loop; a later request has another.
struct Ticket: Sendable, Hashable {
    let slot: Int
    let request: UInt64
}
