internal import Glibc
internal import Synchronization

/// Answers on their way back to a loop. Many at once wake it once.
final class Mailbox<Local>: Sendable {
    enum Letter: Sendable {
        case reply(Ticket, Responder<Local>.Reply)
        case piece(Ticket, [UInt8])
        case end(Ticket, failed: Bool)
        case stop(drainMilliseconds: UInt64)
    }

    private let letters = Mutex<[Letter]>([])
    private let bell: Semaphore

    init(bell: Semaphore) { self.bell = bell }

    func post(_ letter: Letter) {
        let wasEmpty = letters.withLock { letters in
            letters.append(letter)
            return letters.count == 1
        }
        if wasEmpty { bell.signal() }
    }

    func takeAll() -> [Letter] {
        letters.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }
}

/// Names one request of one connection of one loop; a later request has another.
struct Ticket: Sendable, Hashable {
    let slot: Int
    let request: UInt64
}
