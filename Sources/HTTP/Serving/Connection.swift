internal import CLinux
internal import Glibc

/// A client's socket and its session. Belongs to one loop.
final class Connection {
    let descriptor: Int32
    let slot: Int
    /// Tells this connection from earlier ones in the same slot.
    let generation: UInt32
    var session: HTTP1Session
    /// Bytes that came and could not be used yet.
    var pendingInput: [UInt8] = []
    /// Bytes the kernel would not take yet.
    var output = OutputBuffer()
    /// Bytes of a stream that lie in the output.
    var streamBytes = 0
    var stream: StreamWriter?
    /// The client sends no more.
    var isInputClosed = false
    /// The write side is shut; what still comes is dropped.
    var isOutputClosed = false
    /// The events epoll was last asked for.
    var events: UInt32 = 0
    /// How fast the client takes what waits.
    var readRate = ReadRate()
    /// What the connection is counted under.
    var networkPrefix: NetworkPrefix
    /// Has a place; one that is refused for overload has none.
    var isAdmitted = true

    init(
        descriptor: Int32, slot: Int, generation: UInt32, peer: ClientAddress, now: UInt64
    ) {
        self.descriptor = descriptor
        self.slot = slot
        self.generation = generation
        session = HTTP1Session(peer: peer, now: now)
        networkPrefix = peer.networkPrefix
    }

    /// The request comes from another network than the one the connection is counted under.
    func isForwarded(_ request: Request) -> Bool {
        request.clientAddress != request.peer
            && request.clientAddress.networkPrefix != networkPrefix
    }

    /// Nothing is asked, nothing is answered.
    var isIdle: Bool { session.isIdle && output.isEmpty }

    /// What epoll hands back.
    var key: UInt64 { UInt64(generation) << 32 | UInt64(slot) }

    /// This connection's time is up: the session's, or a slow reader's.
    func isTimeUp(_ now: UInt64, _ limits: Limits) -> Bool {
        guard !output.isEmpty else { return now >= session.deadline(limits) }
        return readRate.isTooSlow(
            unacknowledged: SendBuffer.unacknowledgedBytes(descriptor), now: now, limits)
    }

    /// Makes the close leave nothing in the kernel.
    func discardUnsent() {
        if SendBuffer.unacknowledgedBytes(descriptor) > 0 { SendBuffer.discardOnClose(descriptor) }
    }

    /// Hands the kernel what it takes.
    ///
    /// - Returns: False when the client is gone.
    func send(_ output: inout OutputBuffer) -> Bool {
        while !output.isEmpty {
            let sent = unsafe output.send { bytes in
                unsafe Glibc.send(
                    descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            }
            if sent < 0 {
                if errno == EINTR { continue }
                return errno == EAGAIN
            }
            readRate.sent += UInt64(sent)
        }
        return true
    }
}
