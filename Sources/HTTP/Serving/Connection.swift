internal import CLinux
internal import Glibc

/// A client's socket and its session. Belongs to one loop.
final class Connection {
    let descriptor: Int32
    let slot: Int
    /// Tells this connection from earlier ones in the same slot.
    let generation: UInt32
    var session: Session
    /// Bytes that came and could not be used yet.
    var kept: [UInt8] = []
    /// Bytes the kernel would not take yet.
    var output = Output()
    /// Bytes of a stream that lie in the output.
    var streamBytes = 0
    var stream: StreamWriter?
    /// The client sends no more.
    var isInputOver = false
    /// The write side is shut; what still comes is dropped.
    var isOutputOver = false
    /// The events epoll was last asked for.
    var events: UInt32 = 0
    /// How fast the client takes what waits.
    var pace = ReadingPace()
    /// What the connection is counted under.
    var household: ClientAddress
    /// Has a place; one that is turned away has none.
    var isCounted = true

    init(
        descriptor: Int32, slot: Int, generation: UInt32, peer: ClientAddress, now: UInt64
    ) {
        self.descriptor = descriptor
        self.slot = slot
        self.generation = generation
        session = Session(peer: peer, now: now)
        household = peer.household
    }

    /// The request comes from another household than the one the connection is counted under.
    func isForwarded(_ request: Request) -> Bool {
        request.clientAddress != request.peer && request.clientAddress.household != household
    }

    /// Nothing is asked, nothing is answered.
    var isQuiet: Bool { session.isIdle && output.isEmpty }

    /// What epoll hands back.
    var key: UInt64 { UInt64(generation) << 32 | UInt64(slot) }

    /// This connection's time is up: the session's, or a slow reader's.
    func isTimeUp(_ now: UInt64, _ limits: Limits) -> Bool {
        guard !output.isEmpty else { return now >= session.deadline(limits) }
        return pace.isTooSlow(held: SendBuffer.heldBytes(descriptor), now: now, limits)
    }

    /// Closes the socket in a way that leaves nothing behind.
    func forgetUnread() {
        if SendBuffer.heldBytes(descriptor) > 0 { SendBuffer.forget(descriptor) }
    }

    /// Hands the kernel what it takes.
    ///
    /// - Returns: False when the client is gone.
    func send(_ output: inout Output) -> Bool {
        while !output.isEmpty {
            let sent = unsafe output.send { bytes in
                unsafe Glibc.send(
                    descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            }
            if sent < 0 {
                if errno == EINTR { continue }
                return errno == EAGAIN
            }
            pace.sent += UInt64(sent)
        }
        return true
    }
}
