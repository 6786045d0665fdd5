internal import CLinux
internal import Glibc

/// What a loop asks its application. Lives on the loop's thread.
protocol LoopHandler: AnyObject {
    /// Answers at once, or returns nil and lets the answer come through the mailbox.
    func handle(_ request: Request, _ ticket: Ticket) -> Response?
    /// Opens the mailbox.
    func takeLetters(_ loop: EventLoop)
    /// The writer of a streamed response, whose producer it has started; nil when no thread is free.
    func startStream(
        _ ticket: Ticket, _ producer: @escaping @Sendable (StreamWriter) throws -> Void
    )
        -> StreamWriter?
    /// Something was put off until there is nothing else to do, or a quarter of a second is over.
    var hasPutOff: Bool { get }
    /// The moment has come.
    func doWhatWasPutOff()
    /// The calendar clock may have moved on.
    func isNewSecond()
}

/// One thread's sockets: epoll, level-triggered; one buffer in and one out for all connections, so that an
/// idle connection holds next to nothing.
final class EventLoop {
    private let epoll: Int32
    let listeners: [Listener]
    private let bell: Semaphore
    let surroundings: Surroundings
    let gate: ConnectionGate
    private let handler: any LoopHandler

    var connections: [Connection?] = []
    var freeSlots: [Int] = []
    var generation: UInt32 = 0
    var liveCount = 0
    var turnedAwayCount = 0
    private var input = [UInt8](repeating: 0, count: 65_536)
    private var output = Output()
    var now = MonotonicClock.now()
    private var nextSweep: UInt64 = 0
    var acceptsAgainAt: UInt64?
    var spare: SpareDescriptor
    var stopsAt: UInt64?
    /// Whoever was let in just before the stop and has asked nothing yet may do so until then.
    private var newcomersWaitUntil: UInt64?

    private static let bellKey = UInt64.max
    static let listenerKeyFirst = UInt64.max - 64
    private static let sweepMilliseconds: UInt64 = 250
    /// A pause this long among those who ask is one to use.
    private static let putOffMilliseconds: Int32 = 10
    private static let readBytesMin = 16_384
    static let turnedAwayMax = 128
    private static let newcomerMilliseconds: UInt64 = 1_000

    init(
        listeners: [Listener], bell: Semaphore, surroundings: Surroundings, gate: ConnectionGate,
        handler: any LoopHandler
    ) throws(ServerError) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { throw .system(call: "epoll_create1", code: errno) }
        self.listeners = listeners
        self.bell = bell
        self.surroundings = surroundings
        self.gate = gate
        self.handler = handler
        spare = SpareDescriptor()
        watch(bell.descriptor, EPOLLIN.rawValue, Self.bellKey, EPOLL_CTL_ADD)
        watchListeners()
    }

    deinit { close(epoll) }

    // MARK: The loop

    /// Runs until stopped and drained.
    func run() {
        var events = unsafe [epoll_event](repeating: epoll_event(), count: 512)
        while !isDone {
            let patience = waitMilliseconds
            let count = unsafe epoll_wait(epoll, &events, Int32(events.count), patience)
            now = MonotonicClock.now()
            for index in 0..<max(Int(count), 0) {
                unsafe dispatch(events[index])
            }
            let isSweep = now >= nextSweep
            if isSweep { sweep() }
            if count <= 0 || isSweep { handler.doWhatWasPutOff() }
        }
        for connection in connections {
            if let connection { drop(connection) }
        }
        handler.doWhatWasPutOff()
    }

    private var isDone: Bool {
        guard let stopsAt else { return false }
        return liveCount == 0 || now >= stopsAt
    }

    private var waitMilliseconds: Int32 {
        if handler.hasPutOff { return Self.putOffMilliseconds }
        if liveCount == 0, acceptsAgainAt == nil, stopsAt == nil { return 1_000 }
        return Int32(clamping: nextSweep > now ? nextSweep - now : 0)
    }

    private func dispatch(_ event: epoll_event) {
        let key = unsafe event.data.u64
        if key == Self.bellKey {
            bell.wait()
            handler.takeLetters(self)
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

    /// Once in a while: the time that is up, the date, listeners that rested.
    private func sweep() {
        nextSweep = now + Self.sweepMilliseconds
        surroundings.refreshDate()
        handler.isNewSecond()
        if let time = acceptsAgainAt, now >= time {
            acceptsAgainAt = nil
            watchListeners()
        }
        for connection in connections {
            if let connection, connection.isTimeUp(now, surroundings.limits) {
                expire(connection)
            }
        }
        if let time = newcomersWaitUntil, now >= time {
            newcomersWaitUntil = nil
            for connection in connections {
                if let connection, connection.isQuiet { drop(connection) }
            }
        }
    }

    private func expire(_ connection: Connection) {
        let mayAnswer = connection.output.isEmpty && !connection.isOutputOver
        if mayAnswer, connection.session.expire(now: now, surroundings, to: &output) {
            settle(connection)
        } else {
            connection.forgetUnread()
            drop(connection)
        }
    }

    // MARK: Reading

    private func read(_ connection: Connection) {
        if connection.isInputOver {
            drop(connection)
            return
        }
        let kept = connection.kept.count
        if input.count < kept + Self.readBytesMin {
            input += [UInt8](repeating: 0, count: kept + Self.readBytesMin - input.count)
        }
        if kept > 0 { input.replaceSubrange(0..<kept, with: connection.kept) }
        let room = input.count - kept
        let count = unsafe input.withUnsafeMutableBytes { bytes in
            unsafe recv(connection.descriptor, bytes.baseAddress.map { unsafe $0 + kept }, room, 0)
        }
        if count < 0 {
            if errno != EAGAIN, errno != EINTR { drop(connection) }
            return
        }
        if count == 0 {
            endInput(connection)
            return
        }
        process(connection, kept + count)
    }

    /// The client sends no more; what it asked for is still answered.
    private func endInput(_ connection: Connection) {
        connection.isInputOver = true
        switch connection.session.phase {
        case .answering, .streaming: updateEvents(connection)
        case .head, .body, .closing:
            if connection.output.isEmpty { drop(connection) } else { updateEvents(connection) }
        }
    }

    /// Offers the session the first bytes of the input buffer.
    private func process(_ connection: Connection, _ count: Int) {
        let slot = connection.slot
        let hasOutput = !connection.output.isEmpty
        if hasOutput { swap(&output, &connection.output) }
        let used = connection.session.receive(
            input.span.extracting(0..<count), now: now, surroundings, to: &output
        ) { request in
            if connection.isForwarded(request), !admit(connection, request.clientAddress.household)
            {
                return surroundings.refusalPage(.unavailable).setting("Connection", "close")
            }
            return handler.handle(request, Ticket(slot: slot, request: request.number))
        }
        if used < count {
            connection.kept = Array(input[used..<count])
        } else if !connection.kept.isEmpty {
            connection.kept = []
        }
        if hasOutput { swap(&output, &connection.output) }
        settle(connection)
    }

    /// A connection of a proxy counts as its client's while it carries that client's request.
    private func admit(_ connection: Connection, _ household: ClientAddress) -> Bool {
        guard gate.move(from: connection.household, to: household) else { return false }
        connection.household = household
        return true
    }

    // MARK: Answering

    /// After a letter: the session spoke into the shared output, or has nothing to say.
    func deliver(_ ticket: Ticket, _ response: Response) {
        guard let connection = live(ticket), connection.session.phase == .answering else { return }
        speak(connection) { session, output in
            session.answer(ticket.request, response, now: now, surroundings, to: &output)
        }
    }

    /// Somebody still waits for the answer.
    func awaits(_ ticket: Ticket) -> Bool {
        live(ticket)?.session.phase == .answering
    }

    func deliver(_ ticket: Ticket, piece: [UInt8]) {
        guard let connection = live(ticket) else { return }
        connection.streamBytes += piece.count
        speak(connection) { session, output in
            session.stream(ticket.request, piece, now: now, to: &output)
        }
    }

    func endStream(_ ticket: Ticket, failed: Bool) {
        guard let connection = live(ticket) else { return }
        connection.stream = nil
        speak(connection) { session, output in
            session.endStream(ticket.request, failed: failed, now: now, to: &output)
        }
    }

    /// Lets a session write behind what already waits, or into the shared buffer when nothing does.
    func speak(_ connection: Connection, _ body: (inout Session, inout Output) -> Void) {
        if connection.output.isEmpty {
            body(&connection.session, &output)
        } else {
            body(&connection.session, &connection.output)
        }
        settle(connection)
    }

    private func live(_ ticket: Ticket) -> Connection? {
        guard ticket.slot < connections.count, let connection = connections[ticket.slot],
            connection.session.number == ticket.request
        else { return nil }
        return connection
    }

    /// Everything a session may have asked for by changing its phase: start a stream, send, go on, close.
    private func settle(_ connection: Connection) {
        if let producer = connection.session.takeProducer() {
            let ticket = Ticket(slot: connection.slot, request: connection.session.number)
            connection.stream = handler.startStream(ticket, producer)
            if connection.stream == nil {
                connection.session.endStream(ticket.request, failed: true, now: now, to: &output)
            }
        }
        flush(connection)
    }

    /// Sends what waits; then goes on with kept requests, or closes.
    private func flush(_ connection: Connection) {
        if connection.output.isEmpty, !output.isEmpty {
            connection.pace.begin(
                now, isLocalSocket: connection.session.peer.isLocalSocket, surroundings.limits)
            let isAlive = connection.send(&output)
            if isAlive, !output.isEmpty { connection.output.take(&output) }
            output.removeAll()
            guard isAlive else { return drop(connection) }
        } else if !connection.output.isEmpty {
            // The shared buffer is nobody's: whatever is in it leaves with the one who was speaking.
            if !output.isEmpty { connection.output.take(&output) }
            guard connection.send(&connection.output) else { return drop(connection) }
        }
        if connection.output.isEmpty { flushed(connection) }
        if connections[connection.slot] === connection { updateEvents(connection) }
    }

    private func flushed(_ connection: Connection) {
        connection.pace.end()
        if connection.output.hasRoomToGiveBack { connection.output = Output() }
        if connection.streamBytes > 0 {
            connection.stream?.wasSent(connection.streamBytes)
            connection.streamBytes = 0
        }
        switch connection.session.phase {
        case .closing(let lingers):
            if lingers, !connection.isInputOver {
                if !connection.isOutputOver {
                    connection.isOutputOver = true
                    shutdown(connection.descriptor, Int32(SHUT_WR))
                }
            } else {
                drop(connection)
            }
        case .head, .body:
            if !connection.kept.isEmpty, connection.session.isStalled {
                goOn(connection)
            } else if connection.isInputOver {
                drop(connection)
            } else if stopsAt != nil, connection.session.isIdle {
                drop(connection)
            }
        case .answering, .streaming: break
        }
    }

    /// Requests that came behind the one that was just answered.
    private func goOn(_ connection: Connection) {
        let kept = connection.kept
        if input.count < kept.count {
            input += [UInt8](repeating: 0, count: kept.count - input.count)
        }
        input.replaceSubrange(0..<kept.count, with: kept)
        process(connection, kept.count)
    }

    // MARK: Housekeeping

    private func updateEvents(_ connection: Connection) {
        var wanted: UInt32 = 0
        let isFull =
            connection.kept.count >= surroundings.limits.pipelineBytesMax
            || connection.output.count >= Surroundings.outputBytesMax
        if !connection.isInputOver, !isFull { wanted |= EPOLLIN.rawValue }
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

    private func drop(_ connection: Connection) {
        guard connections[connection.slot] === connection else { return }
        connection.stream?.abandon()
        close(connection.descriptor)
        connections[connection.slot] = nil
        freeSlots.append(connection.slot)
        liveCount -= 1
        if connection.isCounted {
            gate.leave(connection.household)
        } else {
            turnedAwayCount -= 1
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
        newcomersWaitUntil = now + min(drainMilliseconds, Self.newcomerMilliseconds)
        ignoreListeners()
        for connection in connections {
            guard let connection else { continue }
            connection.session.makeLast()
            // A request that is on its way already is answered.
            if connection.session.isIdle { read(connection) }
            if connections[connection.slot] === connection, connection.isQuiet,
                connection.session.hasAsked
            {
                drop(connection)
            }
        }
    }
}
