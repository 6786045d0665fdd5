internal import Synchronization

/// Event loops, their threads and their sockets.
///
/// `Context` is what belongs to a loop (a read connection): made on its thread, never seen by another.
package final class Server<Context>: Sendable {
    private let configuration: ServerConfiguration
    private let router: Router<Context>
    private let makeContext: @Sendable (Int) throws -> Context

    private struct State {
        var loops: [Loop] = []
        var listeners: [Listener] = []
    }

    private struct Loop: Sendable {
        let messages: MessageQueue<Context>
        let thread: Thread
        let metrics: LoopMetrics
    }

    private let state = Mutex(State())
    private let limiter: ConnectionLimiter
    private let pools = WorkPools()

    /// A server that does not run yet.
    package init(
        configuration: ServerConfiguration, router: Router<Context>,
        makeContext: @escaping @Sendable (Int) throws -> Context
    ) {
        self.configuration = configuration
        self.router = router.prepared(with: configuration.defaultHeaders)
        self.makeContext = makeContext
        limiter = ConnectionLimiter(limits: configuration.limits)
    }

    /// Opens the sockets and starts the loops; returns when every loop has its `Context` and serves.
    ///
    /// - Throws: The first reason why not: a socket that cannot be opened, or what `makeContext` threw.
    package func start() throws {
        do {
            let perLoop = try openListeners()
            for (number, listeners) in perLoop.enumerated() {
                let loop = try startLoop(number, listeners)
                state.withLock { $0.loops.append(loop) }
            }
        } catch {
            // What did start must not serve half a server, nor leave its socket behind.
            stop(drainLimit: .zero)
            throw error
        }
    }

    /// The TCP port it listens on; with port 0, the one the system chose.
    package var port: UInt16? {
        state.withLock { state in state.listeners.lazy.compactMap(\.port).first }
    }

    /// Connections open now.
    package var connectionCount: Int { limiter.count }

    /// What has been counted since the start.
    package var metrics: ServerMetrics {
        let loops = state.withLock { state in state.loops.map(\.metrics) }
        return ServerMetrics(loops, connectionCount: limiter.count)
    }

    /// Accepts no more, lets what is being answered finish, closes the rest after the limit, and
    /// returns when every thread has ended. Whoever waits at a socket that was handed over is left to the next run.
    package func stop(drainLimit: Duration = .seconds(10)) {
        let ending = state.withLock { state in
            defer { state = State() }
            return state
        }
        let milliseconds = UInt64(max(0, drainLimit / .milliseconds(1)))
        // The next run may put its own socket there already.
        for listener in ending.listeners { listener.file?.remove() }
        for loop in ending.loops { loop.messages.post(.stop(drainMilliseconds: milliseconds)) }
        for loop in ending.loops { loop.thread.join() }
        for loop in ending.loops { loop.messages.close() }
        for listener in ending.listeners { listener.close() }
        pools.stop()
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

    private func startLoop(_ number: Int, _ listeners: [Listener]) throws -> Loop {
        let wakeup = try Semaphore(isWakeup: true)
        let messages = MessageQueue<Context>(wakeup: wakeup)
        let started = try Semaphore()
        let outcome = StartOutcome(started: started)
        let metrics = LoopMetrics()
        let thread = try Thread(named: "loop-\(number)") {
            [configuration, router, makeContext, limiter, pools] in
            do {
                let dispatcher = RequestDispatcher(
                    context: try makeContext(number), router: router, messages: messages,
                    pools: pools, metrics: metrics, configuration: configuration)
                let environment = SessionEnvironment(
                    limits: configuration.limits, defaults: configuration.defaultHeaders,
                    trust: configuration.proxyTrust, isBehindTLS: configuration.isBehindTLS,
                    wallClock: configuration.wallClock)
                environment.contentPolicy = dispatcher.contentPolicy
                environment.errorPage = router.errorPage
                environment.requestDidComplete = dispatcher.requestDidComplete
                let loop = try EventLoop(
                    listeners: listeners, wakeup: wakeup, environment: environment,
                    limiter: limiter,
                    delegate: dispatcher)
                outcome.succeed()
                loop.run()
            } catch {
                outcome.fail(error)
            }
        }
        if let error = outcome.wait() {
            thread.join()
            throw error
        }
        return Loop(messages: messages, thread: thread, metrics: metrics)
    }
}

/// How a loop's start went, for the thread that waits for it.
private final class StartOutcome: Sendable {
    private let error = Mutex<(any Error)?>(nil)
    private let started: Semaphore

    init(started: Semaphore) { self.started = started }

    func succeed() { started.signal() }

    func fail(_ error: any Error) {
        self.error.withLock { $0 = error }
        started.signal()
    }

    func wait() -> (any Error)? {
        started.wait()
        return error.withLock { $0 }
    }
}
