/// Brings a loop's requests to the router, with the loop's context, and to the threads for what takes long.
final class RequestDispatcher<Context>: EventLoopDelegate {
    private let context: Context
    private let router: Router<Context>
    private let messages: MessageQueue<Context>
    private let pools: WorkPools
    private let metrics: LoopMetrics
    private let pages = CompressionCache()
    private let accessLog: AccessLog?
    private let wallClock: (@Sendable () -> Int)?

    init(
        context: Context, router: Router<Context>, messages: MessageQueue<Context>,
        pools: WorkPools, metrics: LoopMetrics, configuration: ServerConfiguration
    ) {
        self.context = context
        self.router = router
        self.messages = messages
        self.pools = pools
        self.metrics = metrics
        accessLog = configuration.accessLog.map {
            AccessLog($0, redactedPath: router.redactedPath)
        }
        wallClock = configuration.wallClock
        clockDidTick()
    }

    func contentPolicy(for request: Request) -> ContentPolicy {
        router.contentPolicy(for: request, context: context)
    }

    func handle(_ request: Request, _ pending: PendingRequest) -> Response? {
        switch router.answer(request, context: context) {
        case .now(let response):
            return ready(response, request, pending).map { pages.response($0, to: request) }
        case .later(let start):
            let messages = messages
            start(Responder { messages.post(.reply(pending, $0)) })
            return nil
        case .slow(let queue, let make):
            let (messages, router) = (messages, router)
            let work = Work {
                messages.post(.reply(pending, .response(make())))
            } giveUp: {
                messages.post(.reply(pending, .make { _ in router.busyPage(request, queue) }))
            }
            return pools.submit(work, on: queue) ? nil : router.busyPage(request, queue)
        }
    }

    func drainMessages(_ loop: EventLoop) {
        for message in messages.drain() {
            switch message {
            case .reply(let pending, .response(let response)):
                deliver(pending, loop) { _ in response }
            case .reply(let pending, .make(let make)): deliver(pending, loop, make)
            case .piece(let pending, let bytes): loop.deliver(pending, piece: bytes)
            case .end(let pending, let failed): loop.endStream(pending, failed: failed)
            case .stop(let drainMilliseconds): loop.stop(drainMilliseconds: drainMilliseconds)
            }
        }
    }

    private func deliver(
        _ pending: PendingRequest, _ loop: EventLoop, _ make: (Context) -> Response
    ) {
        guard let request = loop.awaitedRequest(pending),
            let response = ready(make(context), request, pending)
        else { return }
        loop.deliver(pending, response)
    }

    /// What may be sent now. A stream waits for a thread first; nil while it does.
    private func ready(
        _ response: Response, _ request: Request, _ pending: PendingRequest
    ) -> Response? {
        guard case .stream(let producer) = response.body, !response.isClaimedStream,
            request.method != .head
        else { return response }
        guard let claim = try? StreamClaim() else { return router.busyPage(request, .streams) }
        let (messages, router) = (messages, router)
        let work = Work {
            messages.post(.reply(pending, .response(claim.claimed(response))))
            guard let writer = claim.wait() else { return }
            do {
                try producer(writer)
                messages.post(.end(pending, failed: false))
            } catch {
                messages.post(.end(pending, failed: true))
            }
        } giveUp: {
            messages.post(.reply(pending, .make { _ in router.busyPage(request, .streams) }))
        }
        return pools.submit(work, on: .streams) ? nil : router.busyPage(request, .streams)
    }

    func startStream(
        _ pending: PendingRequest, _ producer: @escaping @Sendable (StreamWriter) throws -> Void
    ) -> StreamWriter? {
        let messages = messages
        guard let writer = try? StreamWriter({ messages.post(.piece(pending, $0)) }) else {
            return nil
        }
        // The claimed thread goes on with it.
        try? producer(writer)
        return writer
    }

    func requestDidComplete(_ requestDidComplete: HTTP1Session.Completed) {
        metrics.count(requestDidComplete.status, requestDidComplete.microseconds)
        accessLog?.record(
            requestDidComplete.request, requestDidComplete.number, requestDidComplete.status,
            requestDidComplete.microseconds)
    }

    var hasDeferredWork: Bool { accessLog?.hasLines ?? false }

    func runDeferredWork() {
        accessLog?.flush()
    }

    func clockDidTick() {
        pools.giveUpOverdue()
        guard let accessLog else { return }
        if let wallClock { accessLog.setSecond(wallClock()) }
        accessLog.flushBacklog()
    }
}

extension Router {
    /// Too much work of a kind waits already.
    fileprivate func busyPage(_ request: Request, _ queue: WorkQueue) -> Response {
        errorPage(.serviceUnavailable, request).retrying(afterSeconds: queue.retryAfterSeconds)
    }
}
