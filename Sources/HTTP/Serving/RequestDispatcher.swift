/// Brings a loop's requests to the router, with the loop's context, and to the threads for what takes long.
final class RequestDispatcher<Context>: EventLoopDelegate {
    private let context: Context
    private let router: Router<Context>
    private let messages: MessageQueue<Context>
    private let slow: Pool
    private let streams: Pool
    private let metrics: LoopMetrics
    private let pages = CompressionCache()
    private let accessLog: AccessLog?
    private let wallClock: (@Sendable () -> Int)?
    private let onFinished: (@Sendable (FinishedRequest) -> Void)?

    init(
        context: Context, router: Router<Context>, messages: MessageQueue<Context>, slow: Pool,
        streams: Pool,
        metrics: LoopMetrics, configuration: ServerConfiguration
    ) {
        self.context = context
        self.router = router
        self.messages = messages
        self.slow = slow
        self.streams = streams
        self.metrics = metrics
        onFinished = configuration.onFinished
        accessLog = configuration.accessLog.map {
            AccessLog($0, redactedPath: configuration.accessLogPath)
        }
        wallClock = configuration.wallClock
        clockDidTick()
    }

    func handle(_ request: Request, _ pending: PendingRequest) -> Response? {
        switch router.answer(request, context: context) {
        case .now(let response): return pages.response(response, to: request)
        case .later(let start):
            let messages = messages
            start(Responder { messages.post(.reply(pending, $0)) })
            return nil
        case .slow(let make):
            let messages = messages
            let isTaken = slow.submit { messages.post(.reply(pending, .response(make()))) }
            return isTaken ? nil : Self.busy
        }
    }

    /// Too much slow work waits already.
    private static var busy: Response {
        .text(Status.serviceUnavailable.codeAndReason, status: .serviceUnavailable)
            .setting("Retry-After", "5")
    }

    func drainMessages(_ loop: EventLoop) {
        for message in messages.drain() {
            switch message {
            case .reply(let pending, .response(let response)): loop.deliver(pending, response)
            case .reply(let pending, .make(let make)):
                if loop.awaits(pending) { loop.deliver(pending, make(context)) }
            case .piece(let pending, let bytes): loop.deliver(pending, piece: bytes)
            case .end(let pending, let failed): loop.endStream(pending, failed: failed)
            case .stop(let drainMilliseconds): loop.stop(drainMilliseconds: drainMilliseconds)
            }
        }
    }

    func startStream(
        _ pending: PendingRequest, _ producer: @escaping @Sendable (StreamWriter) throws -> Void
    ) -> StreamWriter? {
        let messages = messages
        let writer = try? StreamWriter { messages.post(.piece(pending, $0)) }
        guard let writer else { return nil }
        let isTaken = streams.submit {
            do {
                try producer(writer)
                messages.post(.end(pending, failed: false))
            } catch {
                messages.post(.end(pending, failed: true))
            }
        }
        return isTaken ? writer : nil
    }

    func requestDidComplete(_ requestDidComplete: HTTP1Session.Completed) {
        metrics.count(requestDidComplete.status, requestDidComplete.microseconds)
        accessLog?.record(
            requestDidComplete.request, requestDidComplete.number, requestDidComplete.status,
            requestDidComplete.microseconds)
        guard let onFinished else { return }
        onFinished(
            FinishedRequest(
                id: Request.idText(requestDidComplete.number),
                method: requestDidComplete.request?.method,
                path: requestDidComplete.request?.path, status: requestDidComplete.status,
                microseconds: requestDidComplete.microseconds))
    }

    var hasDeferredWork: Bool { accessLog?.hasLines ?? false }

    func runDeferredWork() {
        accessLog?.flush()
    }

    func clockDidTick() {
        guard let accessLog else { return }
        if let wallClock { accessLog.setSecond(wallClock()) }
        accessLog.flushBacklog()
    }
}
