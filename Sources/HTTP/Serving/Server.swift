internal import CLinux
internal import Glibc
internal import Synchronization

/// How a server runs.
public struct ServerConfiguration: Sendable {
    /// Where it listens.
    public var addresses: [ListenAddress]
    /// Event loops; one per core unless told otherwise.
    public var loopCount: Int
    /// Threads for slow answers.
    public var slowThreadCount = 2
    /// Threads for streamed responses.
    public var streamThreadCount = 2
    /// The bounds on what a client may ask.
    public var limits = Limits()
    /// Fields every response carries.
    public var defaultHeaders = DefaultHeaders.strict
    /// Whose forwarded fields are believed.
    public var proxyTrust = ProxyTrust.unixSocket
    /// Seconds since 1970, for the `Date` field; without a clock none is sent.
    public var wallClock: (@Sendable () -> Int)?
    /// Where the access log is written, a line of JSON for each request; nil for nowhere.
    public var accessLog: LogStream?
    /// What the access log tells of a path; unless told otherwise, the path.
    public var accessLogPath: @Sendable (String) -> String = { $0 }
    /// Told about each request that was answered, on the loop's thread; must not block.
    public var onFinished: (@Sendable (FinishedRequest) -> Void)?

    /// A configuration with the defaults.
    public init(addresses: [ListenAddress]) {
        self.addresses = addresses
        loopCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}

/// One request that was answered, as the access log may tell it: nothing personal.
public struct FinishedRequest: Sendable {
    /// The request's id.
    public let id: String
    /// The method; nil for bytes that were no request.
    public let method: Method?
    /// The path. Routes keep what is personal out of paths; the query is not told at all.
    public let path: String?
    /// The status.
    public let status: Status
    /// From the moment the handler was asked until the response was written.
    public let microseconds: UInt64
}

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
