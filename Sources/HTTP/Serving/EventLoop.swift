internal import CLinux
internal import Glibc

/// One thread's sockets: epoll, level-triggered; one buffer in and one out for all connections, so that an
/// idle connection holds next to nothing.
final class EventLoop {
    private let epoll: Int32
    let listeners: [Listener]
    private let wakeup: Semaphore
    let environment: SessionEnvironment
    let limiter: ConnectionLimiter
    private let delegate: any EventLoopDelegate

    var connections: [Connection?] = []
    var freeSlots: [Int] = []
    var generation: UInt32 = 0
    var openCount = 0
    var refusedCount = 0
    private var input = [UInt8](repeating: 0, count: 65_536)
    private var output = OutputBuffer()
    var now = MonotonicClock.now()
    private var nextSweep: UInt64 = 0
    var acceptsAgainAt: UInt64?
    var spare: SpareDescriptor
    var stopsAt: UInt64?
    /// Connections that came just before the stop and have asked nothing yet may do so until then.
    private var newConnectionsWaitUntil: UInt64?

    private static let wakeupKey = UInt64.max
    static let listenerKeyFirst = UInt64.max - 64
    private static let sweepMilliseconds: UInt64 = 250
    /// A pause of this length between requests is used for deferred work.
    private static let deferralMilliseconds: Int32 = 10
    private static let readBytesMin = 16_384
    static let refusedMax = 128
    private static let newConnectionMilliseconds: UInt64 = 1_000

    init(
        listeners: [Listener], wakeup: Semaphore, environment: SessionEnvironment,
        limiter: ConnectionLimiter,
        delegate: any EventLoopDelegate
    ) throws(ServerError) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { throw .system(call: "epoll_create1", code: errno) }
        self.listeners = listeners
        self.wakeup = wakeup
        self.environment = environment
        self.limiter = limiter
        self.delegate = delegate
        spare = SpareDescriptor()
        watch(wakeup.descriptor, EPOLLIN.rawValue, Self.wakeupKey, EPOLL_CTL_ADD)
        watchListeners()
    }

    deinit { close(epoll) }

    // MARK: The loop

    /// Runs until stopped and drained.
    func run() {
        var events = unsafe [epoll_event](repeating: epoll_event(), count: 512)
        while !isDone {
            let timeout = waitMilliseconds
            let count = unsafe epoll_wait(epoll, &events, Int32(events.count), timeout)
            now = MonotonicClock.now()
            for index in 0..<max(Int(count), 0) {
                unsafe dispatch(events[index])
            }
            let isSweep = now >= nextSweep
            if isSweep { sweep() }
            if count <= 0 || isSweep { delegate.runDeferredWork() }
        }
        for connection in connections {
            if let connection { disconnect(connection) }
        }
        delegate.runDeferredWork()
    }

    private var isDone: Bool {
        guard let stopsAt else { return false }
        return openCount == 0 || now >= stopsAt
    }

    private var waitMilliseconds: Int32 {
        if delegate.hasDeferredWork { return Self.deferralMilliseconds }
        if openCount == 0, acceptsAgainAt == nil, stopsAt == nil { return 1_000 }
        return Int32(clamping: nextSweep > now ? nextSweep - now : 0)
    }

    private func dispatch(_ event: epoll_event) {
        let key = unsafe event.data.u64
        if key == Self.wakeupKey {
            wakeup.wait()
            delegate.drainMessages(self)
        } else if key >= Self.listenerKeyFirst {
            accept(listeners[Int(key - Self.listenerKeyFirst)])
        } else if let connection = connection(key) {
            let bits = unsafe event.events
            if bits & EPOLLOUT.rawValue != 0 { flush(connection) }
            let isAlive = connections[connection.slot] === connection
            if isAlive, bits & (EPOLLIN.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0 {
                read(connection)
            }
        }
    }

    private func connection(_ key: UInt64) -> Connection? {
        let slot = Int(key & 0xFFFF_FFFF)
        guard slot < connections.count, let connection = connections[slot],
            connection.generation == UInt32(key >> 32)
        else { return nil }
        return connection
    }

    /// Once in a while: the time that is up, the date, listeners that paused.
    private func sweep() {
        nextSweep = now + Self.sweepMilliseconds
        environment.refreshDate()
        delegate.clockDidTick()
        if let time = acceptsAgainAt, now >= time {
            acceptsAgainAt = nil
            watchListeners()
        }
        for connection in connections {
            if let connection, connection.isTimeUp(now, environment.limits) {
                expire(connection)
            }
        }
        if let time = newConnectionsWaitUntil, now >= time {
            newConnectionsWaitUntil = nil
            for connection in connections {
                if let connection, connection.isIdle { disconnect(connection) }
            }
        }
    }

    private func expire(_ connection: Connection) {
        let mayAnswer = connection.output.isEmpty && !connection.isOutputClosed
        if mayAnswer, connection.session.expire(now: now, environment, to: &output) {
            advance(connection)
        } else {
            connection.discardUnsent()
            disconnect(connection)
        }
    }

    // MARK: Reading

    private func read(_ connection: Connection) {
        if connection.isInputClosed {
            disconnect(connection)
            return
        }
        let pendingCount = connection.pendingInput.count
        if input.count < pendingCount + Self.readBytesMin {
            input += [UInt8](repeating: 0, count: pendingCount + Self.readBytesMin - input.count)
        }
        if pendingCount > 0 {
            input.replaceSubrange(0..<pendingCount, with: connection.pendingInput)
        }
        let room = input.count - pendingCount
        let count = unsafe input.withUnsafeMutableBytes { bytes in
            unsafe recv(
                connection.descriptor, bytes.baseAddress.map { unsafe $0 + pendingCount }, room, 0)
        }
        if count < 0 {
            if errno != EAGAIN, errno != EINTR { disconnect(connection) }
            return
        }
        if count == 0 {
            handleEndOfInput(connection)
            return
        }
        process(connection, pendingCount + count)
    }

    /// The client sends no more; what it asked for is still answered.
    private func handleEndOfInput(_ connection: Connection) {
        connection.isInputClosed = true
        switch connection.session.phase {
        case .answering, .streaming: updateEvents(connection)
        case .head, .body, .closing:
            if connection.output.isEmpty {
                disconnect(connection)
            } else {
                updateEvents(connection)
            }
        }
    }

    /// Offers the session the first bytes of the input buffer.
    private func process(_ connection: Connection, _ count: Int) {
        let slot = connection.slot
        let hasOutput = !connection.output.isEmpty
        if hasOutput { swap(&output, &connection.output) }
        let used = connection.session.receive(
            input.span.extracting(0..<count), now: now, environment, to: &output
        ) { request in
            if connection.isForwarded(request),
                !admit(connection, request.clientAddress.networkPrefix)
            {
                return environment.refusalPage(.unavailable).setting("Connection", "close")
            }
            return delegate.handle(request, PendingRequest(slot: slot, number: request.number))
        }
        if used < count {
            connection.pendingInput = Array(input[used..<count])
        } else if !connection.pendingInput.isEmpty {
            connection.pendingInput = []
        }
        if hasOutput { swap(&output, &connection.output) }
        advance(connection)
    }

    /// A connection of a proxy counts as its client's while it carries that client's request.
    private func admit(_ connection: Connection, _ networkPrefix: NetworkPrefix) -> Bool {
        guard limiter.move(from: connection.networkPrefix, to: networkPrefix) else { return false }
        connection.networkPrefix = networkPrefix
        return true
    }

    // MARK: Answering

    /// Writes an answer that was made elsewhere, unless nobody waits for it any more.
    func deliver(_ pending: PendingRequest, _ response: Response) {
        guard let connection = connection(of: pending), connection.session.phase == .answering
        else { return }
        write(connection) { session, output in
            session.answer(pending.number, response, now: now, environment, to: &output)
        }
    }

    /// The request, if somebody still waits for its answer.
    func awaitedRequest(_ pending: PendingRequest) -> Request? {
        guard let session = connection(of: pending)?.session, session.phase == .answering else {
            return nil
        }
        return session.request
    }

    func deliver(_ pending: PendingRequest, piece: [UInt8]) {
        guard let connection = connection(of: pending) else { return }
        connection.streamBytes += piece.count
        write(connection) { session, output in
            session.stream(pending.number, piece, now: now, to: &output)
        }
    }

    func endStream(_ pending: PendingRequest, failed: Bool) {
        guard let connection = connection(of: pending) else { return }
        connection.stream = nil
        write(connection) { session, output in
            session.endStream(pending.number, failed: failed, now: now, to: &output)
        }
    }

    /// Lets a session write behind what already waits, or into the shared buffer when nothing does.
    func write(_ connection: Connection, _ body: (inout HTTP1Session, inout OutputBuffer) -> Void) {
        if connection.output.isEmpty {
            body(&connection.session, &output)
        } else {
            body(&connection.session, &connection.output)
        }
        advance(connection)
    }

    private func connection(of pending: PendingRequest) -> Connection? {
        guard pending.slot < connections.count, let connection = connections[pending.slot],
            connection.session.number == pending.number
        else { return nil }
        return connection
    }

    /// Everything a session may have asked for by changing its phase: start a stream, send, go on, close.
    private func advance(_ connection: Connection) {
        if let producer = connection.session.takeProducer() {
            let pending = PendingRequest(slot: connection.slot, number: connection.session.number)
            connection.stream = delegate.startStream(pending, producer)
            if connection.stream == nil {
                connection.session.endStream(pending.number, failed: true, now: now, to: &output)
            }
        }
        flush(connection)
    }

    /// Sends what waits; then goes on with pending input, or closes.
    private func flush(_ connection: Connection) {
        if connection.output.isEmpty, !output.isEmpty {
            connection.readRate.begin(
                now, isLocalSocket: connection.session.peer.isLocalSocket, environment.limits)
            let isAlive = connection.send(&output)
            if isAlive, !output.isEmpty { connection.output.append(moving: &output) }
            output.removeAll()
            guard isAlive else { return disconnect(connection) }
        } else if !connection.output.isEmpty {
            // The shared buffer is nobody's: whatever is in it leaves with the connection that wrote it.
            if !output.isEmpty { connection.output.append(moving: &output) }
            guard connection.send(&connection.output) else { return disconnect(connection) }
        }
        if connection.output.isEmpty { didFlush(connection) }
        if connections[connection.slot] === connection { updateEvents(connection) }
    }

    private func didFlush(_ connection: Connection) {
        connection.readRate.end()
        if connection.output.hasSpareCapacity { connection.output = OutputBuffer() }
        if connection.streamBytes > 0 {
            connection.stream?.didSend(connection.streamBytes)
            connection.streamBytes = 0
        }
        switch connection.session.phase {
        case .closing(let lingers):
            if lingers, !connection.isInputClosed {
                if !connection.isOutputClosed {
                    connection.isOutputClosed = true
                    shutdown(connection.descriptor, Int32(SHUT_WR))
                }
            } else {
                disconnect(connection)
            }
        case .head, .body:
            if !connection.pendingInput.isEmpty, connection.session.isStalled {
                resumeInput(connection)
            } else if connection.isInputClosed {
                disconnect(connection)
            } else if stopsAt != nil, connection.session.isIdle {
                disconnect(connection)
            }
        case .answering, .streaming: break
        }
    }

    /// Requests that came behind the one that was just answered.
    private func resumeInput(_ connection: Connection) {
        let bytes = connection.pendingInput
        if input.count < bytes.count {
            input += [UInt8](repeating: 0, count: bytes.count - input.count)
        }
        input.replaceSubrange(0..<bytes.count, with: bytes)
        process(connection, bytes.count)
    }

    // MARK: Housekeeping

    private func updateEvents(_ connection: Connection) {
        var wanted: UInt32 = 0
        let isFull =
            connection.pendingInput.count >= environment.limits.pipelineBytesMax
            || connection.output.count >= SessionEnvironment.outputBytesMax
        if !connection.isInputClosed, !isFull { wanted |= EPOLLIN.rawValue }
        if !connection.output.isEmpty { wanted |= EPOLLOUT.rawValue }
        guard wanted != connection.events else { return }
        connection.events = wanted
        watch(connection.descriptor, wanted, connection.key, EPOLL_CTL_MOD)
    }

    func watch(_ descriptor: Int32, _ events: UInt32, _ key: UInt64, _ operation: Int32) {
        var event = unsafe epoll_event()
        unsafe event.events = events
        unsafe event.data.u64 = key
        _ = unsafe epoll_ctl(epoll, operation, descriptor, &event)
    }

    private func disconnect(_ connection: Connection) {
        guard connections[connection.slot] === connection else { return }
        connection.stream?.cancel()
        close(connection.descriptor)
        connections[connection.slot] = nil
        freeSlots.append(connection.slot)
        openCount -= 1
        if connection.isAdmitted {
            limiter.leave(connection.networkPrefix)
        } else {
            refusedCount -= 1
        }
    }

    /// Stops accepting, ends what is idle, and lets the rest finish until the limit.
    func stop(drainMilliseconds: UInt64) {
        guard stopsAt == nil else { return }
        for listener in listeners where !listener.isInherited {
            accept(listener, countMax: Int.max)
            listener.refuseNew()
        }
        stopsAt = now + drainMilliseconds
        newConnectionsWaitUntil = now + min(drainMilliseconds, Self.newConnectionMilliseconds)
        ignoreListeners()
        for connection in connections {
            guard let connection else { continue }
            connection.session.closeAfterResponse()
            // A request that is on its way already is answered.
            if connection.session.isIdle { read(connection) }
            if connections[connection.slot] === connection, connection.isIdle,
                connection.session.hasAsked
            {
                disconnect(connection)
            }
        }
    }
}
