/// What every session of one loop shares. Never leaves the loop's thread.
final class SessionEnvironment {
    let limits: Limits
    var writer: ResponseWriter
    private let trust: ProxyTrust
    private let isBehindTLS: Bool
    /// What becomes of the content that a head announces.
    var contentPolicy: (Request) -> ContentPolicy = { _ in .accept() }
    /// The page for a status that no handler answers with.
    var errorPage: (Status, Request) -> Response = { status, _ in
        .text(status.codeAndReason + "\n", status: status)
    }
    private let wallClock: (@Sendable () -> Int)?
    private var dateSeconds: Int?
    private var numberState: UInt64
    /// Told about each request when its response is written.
    var requestDidComplete: (HTTP1Session.Completed) -> Void = { _ in }
    /// Measures how long an answer took.
    var microseconds: () -> UInt64 = MonotonicClock.microseconds

    /// A client that does not read is not asked for more.
    static let outputBytesMax = 262_144

    init(
        limits: Limits, defaults: DefaultHeaders, trust: ProxyTrust, isBehindTLS: Bool = false,
        wallClock: (@Sendable () -> Int)? = nil
    ) {
        self.limits = limits
        self.trust = trust
        self.isBehindTLS = isBehindTLS
        self.wallClock = wallClock
        writer = ResponseWriter(defaults: defaults, dateLine: [])
        numberState = UInt64.random(in: 1...UInt64.max)
        refreshDate()
    }

    /// Makes the `Date` line anew. A server without a clock sends none (RFC 9110 §6.6.1).
    func refreshDate() {
        guard let seconds = wallClock?(), seconds != dateSeconds else { return }
        dateSeconds = seconds
        writer = ResponseWriter(
            defaults: writer.defaults, dateLine: Array("Date: \(HTTPDate.text(seconds))\r\n".utf8))
    }

    /// The next request number: SplitMix64, so that numbers neither repeat nor count requests aloud.
    func nextNumber() -> UInt64 {
        numberState &+= 0x9E37_79B9_7F4A_7C15
        var mixed = numberState
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Who asks, and whether over TLS: forwarded fields count only where the peer is trusted.
    func origin(of peer: ClientAddress, _ framing: Framing, _ input: borrowing Span<UInt8>) -> (
        client: ClientAddress, isSecure: Bool
    ) {
        guard trust.trusts(peer) else { return (peer, isBehindTLS) }
        var client = peer
        if let place = framing.forwardedFor {
            // The last one is what our own proxy saw; those before it are hearsay.
            let list = input.extracting(place).array
            if let last = list.split(separator: Byte.comma).last, let address = ClientAddress(last)
            {
                client = address
            }
        }
        let isSecure =
            framing.forwardedProto.map { input.extracting($0).equalsIgnoringCase("https") }
            ?? isBehindTLS
        return (client, isSecure)
    }

    /// The answer to what reaches no handler: a short one to bytes that are no request, the site's own to a request.
    func refusalPage(_ refusal: RequestRefusal, _ request: Request? = nil) -> Response {
        let status = refusal.status
        let response =
            request.map { errorPage(status, $0) }
            ?? .text(status.codeAndReason + "\n", status: status)
        return refusal == .unavailable ? response.retrying(afterSeconds: 5) : response
    }
}
