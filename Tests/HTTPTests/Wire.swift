@testable import HTTP

/// A client's line to a session without a socket: what is sent goes in as it is cut, what comes back is kept.
struct Wire {
    let router: Router<Int>
    let environment: SessionEnvironment
    var session: HTTP1Session
    var now: UInt64 = 1_000
    /// Everything the server said.
    private(set) var heard: [UInt8] = []
    private(set) var isOpen = true
    private var kept: [UInt8] = []
    private var output = OutputBuffer()

    init(
        _ router: Router<Int> = TestSite.router, limits: Limits = TestSite.limits,
        defaults: DefaultHeaders = .none, trust: ProxyTrust = .unixSocket,
        isBehindTLS: Bool = false,
        peer: ClientAddress = .localSocket
    ) {
        self.router = router
        environment = SessionEnvironment(
            limits: limits, defaults: defaults, trust: trust, isBehindTLS: isBehindTLS,
            wallClock: { 784_111_777 })
        environment.contentPolicy = { router.contentPolicy(for: $0, context: 0) }
        environment.errorPage = router.errorPage
        session = HTTP1Session(peer: peer, now: 1_000)
    }

    mutating func send(_ bytes: some Sequence<UInt8>) {
        guard isOpen else { return }
        kept += bytes
        let router = router
        var isGoingOn = true
        while isGoingOn, isOpen {
            let bytes = kept
            let used = session.receive(bytes.span, now: now, environment, to: &output) { request in
                guard case .now(let response) = router.answer(request, context: 0) else {
                    return nil
                }
                return response
            }
            kept.removeFirst(used)
            drain()
            isGoingOn = session.isStalled && session.phase == .head && !kept.isEmpty
        }
    }

    /// Time passes; what is due happens.
    mutating func wait(milliseconds: UInt64) {
        now += milliseconds
        guard isOpen, now >= session.deadline(environment.limits) else { return }
        if !session.expire(now: now, environment, to: &output) { isOpen = false }
        drain()
    }

    /// A later answer to the request that waits.
    mutating func answer(_ response: Response) {
        session.answer(session.number, response, now: now, environment, to: &output)
        drain()
        send([])
    }

    /// Speaks to the session as the loop does.
    mutating func with(_ body: (inout HTTP1Session, inout OutputBuffer) -> Void) {
        body(&session, &output)
        drain()
    }

    var text: String { String(decoding: heard, as: UTF8.self) }

    /// The statuses in the order they were sent.
    var statuses: [Int] {
        text.matches(of: /HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n/).compactMap { Int($0.1) }
    }

    private mutating func drain() {
        while !output.isEmpty {
            var sent: [UInt8] = []
            _ = output.send { bytes in
                sent += bytes
                return bytes.count
            }
            heard += sent
        }
        output.removeAll()
        if case .closing = session.phase { isOpen = false }
    }
}
