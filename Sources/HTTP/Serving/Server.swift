internal import Synchronization

/// Event loops, their threads and their sockets.
///
/// `Local` is what belongs to a loop (a read connection): made on its thread, never seen by another.
public final class Server<Local>: Sendable {
    private let configuration: ServerConfiguration
    private let router: Router<Local>
    private let makeLocal: @Sendable (Int) throws -> Local

    private struct State {
        var loops: [Loop] = []
        var listeners: [Listener] = []
        var pools: [Pool] = []
    }

    private struct Loop: Sendable {
        let mailbox: Mailbox<Local>
        let thread: Thread
        let metrics: LoopMetrics
    }

    private let state = Mutex(State())
    private let gate: ConnectionGate

    /// A server that does not run yet.
    public init(
        configuration: ServerConfiguration, router: Router<Local>,
        makeLocal: @escaping @Sendable (Int) throws -> Local
    ) {
        self.configuration = configuration
        self.router = router.ready(with: configuration.defaultHeaders)
        self.makeLocal = makeLocal
        gate = ConnectionGate(limits: configuration.limits)
    }

    /// Opens the sockets and starts the loops; returns when every loop has its `Local` and serves.
    ///
    /// - Throws: The first reason why not: a socket that cannot be opened, or what `makeLocal` threw.
    public func start() throws {
        do {
            let perLoop = try openListeners()
            let slow = try Pool(
                named: "slow", threadCount: configuration.slowThreadCount, queueMax: 256)
            state.withLock { $0.pools.append(slow) }
            let streams = try Pool(
                named: "stream", threadCount: configuration.streamThreadCount, queueMax: 64)
            state.withLock { $0.pools.append(streams) }
            for (number, listeners) in perLoop.enumerated() {
                let loop = try startLoop(number, listeners, slow, streams)
                state.withLock { $0.loops.append(loop) }
            }
        } catch {
            // What did start must not serve half a server, nor leave its socket behind.
            stop(drainLimit: .zero)
            throw error
        }
    }

    /// The TCP port it listens on; with port 0, the one the system chose.
    public var port: UInt16? {
        state.withLock { state in state.listeners.lazy.compactMap(\.port).first }
    }

    /// Connections open now.
    public var connectionCount: Int { gate.count }

    /// What has been counted since the start.
    public var metrics: ServerMetrics {
        let loops = state.withLock { state in state.loops.map(\.metrics) }
        return ServerMetrics(loops, connectionCount: gate.count)
    }

    /// Accepts no more, lets what is being answered finish, closes the rest after the limit, and
    /// returns when every thread has ended. Whoever waits at a socket that was handed over is left to the next run.
    public func stop(drainLimit: Duration = .seconds(10)) {
        let ending = state.withLock { state in
            defer { state = State() }
            return state
        }
        let milliseconds = UInt64(max(0, drainLimit / .milliseconds(1)))
        // The next run may put its own socket there already.
        for listener in ending.listeners { listener.file?.remove() }
        for loop in ending.loops { loop.mailbox.post(.stop(drainMilliseconds: milliseconds)) }
        for loop in ending.loops { loop.thread.join() }
        for listener in ending.listeners { listener.close() }
        for pool in ending.pools { pool.stop() }
    }

    /// Each loop's listeners: a TCP address has one socket per loop, the others are shared.
    private func openListeners() throws(ServerError) -> [[Listener]] {
        var perLoop = [[Listener]](repeating: [], count: configuration.loopCount)
        for address in configuration.addresses {
            var address = address
            try Listener.checkFree(address)
            let first = try openListener(address)
            perLoop[0].append(first)
            if case .tcp(let host, 0) = address, let port = first.port {
                address = .tcp(host: host, port: port)
            }
            for number in perLoop.indices.dropFirst() {
                perLoop[number].append(first.isShared ? first : try openListener(address))
            }
        }
        return perLoop
    }

    private func openListener(_ address: ListenAddress) throws(ServerError) -> Listener {
        let listener = try Listener.open(address)
        state.withLock { $0.listeners.append(listener) }
        return listener
    }

    private func startLoop(
        _ number: Int, _ listeners: [Listener], _ slow: Pool, _ streams: Pool
    ) throws -> Loop {
        let bell = try Semaphore(isBell: true)
        let mailbox = Mailbox<Local>(bell: bell)
        let ready = try Semaphore()
        let report = Report(ready: ready)
        let metrics = LoopMetrics()
        let thread = try Thread(named: "loop-\(number)") {
            [configuration, router, makeLocal, gate] in
            do {
                let application = LoopApplication(
                    local: try makeLocal(number), router: router, mailbox: mailbox, slow: slow,
                    streams: streams, metrics: metrics, configuration: configuration)
                let surroundings = Surroundings(
                    limits: configuration.limits, defaults: configuration.defaultHeaders,
                    trust: configuration.proxyTrust, wallClock: configuration.wallClock,
                    contentPlan: router.contentPlan)
                surroundings.finished = application.finished
                let loop = try EventLoop(
                    listeners: listeners, bell: bell, surroundings: surroundings, gate: gate,
                    handler: application)
                report.succeed()
                loop.run()
            } catch {
                report.fail(error)
            }
        }
        if let error = report.wait() {
            thread.join()
            throw error
        }
        return Loop(mailbox: mailbox, thread: thread, metrics: metrics)
    }
}

/// How a loop's start went, told to the thread that waits for it.
private final class Report: Sendable {
    private let problem = Mutex<(any Error)?>(nil)
    private let ready: Semaphore

    init(ready: Semaphore) { self.ready = ready }

    func succeed() { ready.signal() }

    func fail(_ error: any Error) {
        problem.withLock { $0 = error }
        ready.signal()
    }

    func wait() -> (any Error)? {
        ready.wait()
        return problem.withLock { $0 }
    }
}
