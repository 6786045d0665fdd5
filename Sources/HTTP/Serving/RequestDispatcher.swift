/// Joins one loop with the router, the loop's `Local`, and the threads for what takes long.
final class LoopApplication<Local>: LoopHandler {
    private let local: Local
    private let router: Router<Local>
    private let mailbox: Mailbox<Local>
    private let slow: Pool
    private let streams: Pool
    private let metrics: LoopMetrics
    private let pages = CompressedPages()
    private let accessLog: AccessLog?
    private let wallClock: (@Sendable () -> Int)?
    private let onFinished: (@Sendable (FinishedRequest) -> Void)?

    init(
        local: Local, router: Router<Local>, mailbox: Mailbox<Local>, slow: Pool, streams: Pool,
        metrics: LoopMetrics, configuration: ServerConfiguration
    ) {
        self.local = local
        self.router = router
        self.mailbox = mailbox
        self.slow = slow
        self.streams = streams
        self.metrics = metrics
        onFinished = configuration.onFinished
        accessLog = configuration.accessLog.map {
            AccessLog($0, told: configuration.accessLogPath)
        }
        wallClock = configuration.wallClock
        isNewSecond()
    }

    func handle(_ request: Request, _ ticket: Ticket) -> Response? {
        switch router.answer(request, local: local) {
        case .now(let response): return pages.response(response, to: request)
        case .later(let start):
            let mailbox = mailbox
            start(Responder { mailbox.post(.reply(ticket, $0)) })
            return nil
        case .slow(let make):
            let mailbox = mailbox
            let isTaken = slow.submit { mailbox.post(.reply(ticket, .response(make()))) }
            return isTaken ? nil : Self.busy
        }
    }

    /// Too much slow work waits already.
    private static var busy: Response {
        .text(Status.serviceUnavailable.plainWords, status: .serviceUnavailable)
            .setting("Retry-After", "5")
    }

    func takeLetters(_ loop: EventLoop) {
        for letter in mailbox.takeAll() {
            switch letter {
            case .reply(let ticket, .response(let response)): loop.deliver(ticket, response)
            case .reply(let ticket, .make(let make)):
                if loop.awaits(ticket) { loop.deliver(ticket, make(local)) }
            case .piece(let ticket, let bytes): loop.deliver(ticket, piece: bytes)
            case .end(let ticket, let failed): loop.endStream(ticket, failed: failed)
            case .stop(let drainMilliseconds): loop.stop(drainMilliseconds: drainMilliseconds)
            }
        }
    }

    func startStream(
        _ ticket: Ticket, _ producer: @escaping @Sendable (StreamWriter) throws -> Void
    ) -> StreamWriter? {
        let mailbox = mailbox
        let writer = try? StreamWriter { mailbox.post(.piece(ticket, $0)) }
        guard let writer else { return nil }
        let isTaken = streams.submit {
            do {
                try producer(writer)
                mailbox.post(.end(ticket, failed: false))
            } catch {
                mailbox.post(.end(ticket, failed: true))
            }
        }
        return isTaken ? writer : nil
    }

    func finished(_ finished: Session.Finished) {
        metrics.count(finished.status, finished.microseconds)
        accessLog?.note(
            finished.request, finished.number, finished.status, finished.microseconds)
        guard let onFinished else { return }
        onFinished(
            FinishedRequest(
                id: Request.idText(finished.number), method: finished.request?.method,
                path: finished.request?.path, status: finished.status,
                microseconds: finished.microseconds))
    }

    var hasPutOff: Bool { accessLog?.hasLines ?? false }

    func doWhatWasPutOff() {
        accessLog?.flush()
    }

    func isNewSecond() {
        guard let accessLog else { return }
        if let wallClock { accessLog.setSecond(wallClock()) }
        accessLog.catchUp()
    }
}
