/// How fast a client takes what waits for it. What it reads is credited at the least rate; the credit is
/// bounded, so that fast reading earlier does not let a client hold memory for long now.
struct ReadRate {
    /// Bytes handed to the kernel since the connection began.
    var sent: UInt64 = 0
    /// How many of them the client has, as far as was credited.
    private var read: UInt64 = 0
    /// The client must have read more by then; nil when nothing waits.
    private var deadline: UInt64?

    /// Output is there to be sent, and none was before.
    mutating func begin(_ now: UInt64, isLocalSocket: Bool, _ limits: Limits) {
        guard deadline == nil else { return }
        read = sent
        // A proxy on a Unix socket reads in leaps: the kernel tells of 64 KB when all of them were read.
        deadline =
            now
            + (isLocalSocket ? limits.rateCreditMilliseconds / 2 : limits.rateGraceMilliseconds)
    }

    /// Nothing waits any more.
    mutating func end() { deadline = nil }

    /// - Parameter unacknowledged: Bytes the kernel holds because the client has not taken them.
    mutating func isTooSlow(unacknowledged: UInt64, now: UInt64, _ limits: Limits) -> Bool {
        guard let until = deadline else { return false }
        let taken = sent - min(unacknowledged, sent)
        var next = until
        if taken > read {
            let credit = (taken - read) * 1_000 / max(limits.bytesPerSecondMin, 1)
            next = min(until + credit, max(until, now + limits.rateCreditMilliseconds))
        }
        // What the kernel held when the output began to wait is not yet read either.
        read = taken
        deadline = next
        return now >= next
    }
}
