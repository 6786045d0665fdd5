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

    private let messages = Mutex<[Message]>([])
    private let wakeup: Semaphore

    init(wakeup: Semaphore) { self.wakeup = wakeup }

    func post(_ message: Message) {
        let wasEmpty = messages.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        if wasEmpty { wakeup.signal() }
    }

    func drain() -> [Message] {
        messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}

/// Names one request of one connection of one loop; a later request has another.
struct PendingRequest: Sendable, Hashable {
    let slot: Int
    let number: UInt64
}
