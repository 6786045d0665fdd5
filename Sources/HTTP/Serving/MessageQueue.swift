internal import Glibc
internal import Synchronization

/// What other threads have to say to a loop. Many messages at once wake it once.
final class MessageQueue<Context>: Sendable {
    enum Message: Sendable {
        case reply(PendingRequest, Responder<Context>.Reply)
        case piece(PendingRequest, [UInt8])
        case end(PendingRequest, failed: Bool)
        case stop(drainMilliseconds: UInt64)
    }

    private struct State {
        var messages: [Message] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let wakeup: Semaphore

    init(wakeup: Semaphore) { self.wakeup = wakeup }

    func post(_ message: Message) {
        let wasEmpty = state.withLock { state in
            guard !state.isClosed else { return false }
            state.messages.append(message)
            return state.messages.count == 1
        }
        if wasEmpty { wakeup.signal() }
    }

    func drain() -> [Message] {
        state.withLock { state in
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// The loop has ended: what was said to it, and what is said from now on, is dropped.
    func close() {
        let dropped = state.withLock { state in
            defer { state.messages = [] }
            state.isClosed = true
            return state.messages
        }
        // Outside the lock: what is dropped may let a thread go.
        withExtendedLifetime(dropped) {}
    }
}

/// Names one request of one connection of one loop; a later request has another.
struct PendingRequest: Sendable, Hashable {
    let slot: Int
    let number: UInt64
}
