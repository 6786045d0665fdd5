internal import Synchronization

/// Writes the content of a streamed response. Blocks while the client is behind.
package final class StreamWriter: Sendable {
    /// The client went away, or reads too slowly.
    package struct ClientGoneError: Error, Sendable {}

    private struct State {
        var waiting = 0
        var isBlocked = false
        var isGone = false
    }

    private let state = Mutex(State())
    private let room: Semaphore
    private let send: @Sendable ([UInt8]) -> Void
    private static let waitingBytesMax = 262_144

    init(_ send: @escaping @Sendable ([UInt8]) -> Void) throws(ServerError) {
        room = try Semaphore()
        self.send = send
    }

    /// Sends bytes on; returns when there is room for more.
    ///
    /// - Throws: ``ClientGoneError`` when nobody reads any more: stop and clean up.
    package func write(_ bytes: [UInt8]) throws(ClientGoneError) {
        if bytes.isEmpty { return }
        if state.withLock({ $0.isGone }) { throw ClientGoneError() }
        send(bytes)
        let mustWait = state.withLock { state in
            state.waiting += bytes.count
            state.isBlocked = !state.isGone && state.waiting >= Self.waitingBytesMax
            return state.isBlocked
        }
        if mustWait { room.wait() }
        if state.withLock({ $0.isGone }) { throw ClientGoneError() }
    }

    /// Sends text on.
    package func write(_ text: String) throws(ClientGoneError) {
        try write(Array(text.utf8))
    }

    /// The loop has handed so many bytes to the kernel.
    func didSend(_ count: Int) {
        let wakes = state.withLock { state in
            state.waiting -= count
            guard state.isBlocked, state.waiting < Self.waitingBytesMax / 2 else { return false }
            state.isBlocked = false
            return true
        }
        if wakes { room.signal() }
    }

    /// The client is gone.
    func cancel() {
        let wakes = state.withLock { state in
            state.isGone = true
            defer { state.isBlocked = false }
            return state.isBlocked
        }
        if wakes { room.signal() }
    }
}
