/// One client's conversation, without its socket: bytes in, requests out, responses in, bytes out.
///
/// Invariants: requests are answered in the order they came, one at a time; what a later request sent waits;
/// after a refusal nothing more is read as a request. Time comes in as an argument.
struct HTTP1Session {
    enum Phase: Equatable {
        /// Between requests, or inside a head.
        case head
        case body
        /// A handler has the request.
        case answering
        /// The head of a streamed response is out; its content is on the way.
        case streaming
        /// Everything is said; close when it is sent. `lingers`: the client may still be sending.
        case closing(lingers: Bool)
    }

    /// What a response to the current request is written with.
    private struct Exchange {
        var options = ResponseWriter.Options()
        var request: Request?
        var content = Framing.Content.none
        var bodyLimit = 0
        var receiver: (any ContentReceiver)?
        /// The request is answered although its content has not been read.
        var leavesContent = false
        /// Content that has come.
        var received = 0
        /// When the handler was asked.
        var askedAt: UInt64 = 0
    }

    let peer: ClientAddress
    private(set) var phase = Phase.head
    /// The number of the request being answered; an answer with another number comes too late.
    private(set) var number: UInt64 = 0
    /// The address the current or last request was made from.
    private(set) var client: ClientAddress
    /// A streamed response whose producer has not been started.
    private(set) var producer: (@Sendable (StreamWriter) throws -> Void)?
    /// Input was left because an answer must come or go out first, not because it is incomplete.
    private(set) var isStalled = false

    private var parser = HeadParser()
    private var chunks = ChunkedReader()
    private var body: [UInt8] = []
    private var exchange = Exchange()
    /// When the phase began; for a head, when its first byte came.
    private var since: UInt64
    private var isInsideHead = false
    /// Set when the server is stopping: the next response is the last.
    private var closesAfterResponse = false

    /// One request as the log tells it.
    struct Completed {
        let request: Request?
        let number: UInt64
        let status: Status
        let microseconds: UInt64
    }

    init(peer: ClientAddress, now: UInt64) {
        self.peer = peer
        client = peer
        since = now
    }

    /// Nothing has been asked that is not answered.
    var isIdle: Bool { phase == .head && !isInsideHead }

    /// A request has come, answered or not.
    var hasAsked: Bool { number != 0 }

    /// Goes on with bytes that begin where the last call stopped.
    ///
    /// - Parameter handle: Answers now, or returns nil and answers later by number.
    /// - Returns: How many bytes were used. The rest must be offered again, with more behind it.
    mutating func receive(
        _ input: borrowing Span<UInt8>, now: UInt64, _ environment: SessionEnvironment,
        to output: inout OutputBuffer, handle: (Request) -> Response?
    ) -> Int {
        var position = 0
        isStalled = false
        do throws(RequestRefusal) {
            while position < input.count {
                if output.count >= SessionEnvironment.outputBytesMax {
                    isStalled = true
                    return position
                }
                let rest = input.extracting(position..<input.count)
                switch phase {
                case .head:
                    guard let used = try readHead(rest, now, environment, &output) else {
                        return position
                    }
                    position += used
                case .body:
                    let (used, isComplete) = try readBody(rest, environment.limits)
                    position += used
                    guard isComplete else { return position }
                case .answering, .streaming:
                    isStalled = true
                    return position
                case .closing: return input.count
                }
                if phase == .answering { ask(now, environment, &output, handle) }
            }
        } catch {
            refuse(error, now, environment, to: &output)
            return input.count
        }
        return position
    }

    // MARK: Reading

    private mutating func readHead(
        _ input: borrowing Span<UInt8>, _ now: UInt64, _ environment: SessionEnvironment,
        _ output: inout OutputBuffer
    ) throws(RequestRefusal) -> Int? {
        if !isInsideHead {
            isInsideHead = true
            since = now
            exchange = Exchange()
        }
        guard let length = try parser.advance(input, limits: environment.limits),
            let line = parser.requestLine
        else { return nil }
        exchange.options.isHead = line.method == .head
        exchange.options.isMinorZero = line.isMinorZero
        let framing = try Framing(input, parser.fieldRanges, isMinorZero: line.isMinorZero)
        let target = try RequestTarget(input.extracting(line.target), line.method)
        let origin = environment.origin(of: peer, framing, input)
        client = origin.client
        exchange.options.keepsAlive = framing.keepsAlive && !closesAfterResponse
        exchange.options.isSecure = origin.isSecure
        exchange.content = framing.content
        number = environment.nextNumber()
        let request = Request(
            Request.Head(
                method: line.method, path: target.path, queryText: target.query,
                authority: target.authority,
                headers: Headers(
                    bytes: input.extracting(0..<length).array, fieldRanges: parser.fieldRanges),
                peer: peer, clientAddress: origin.client, isSecure: origin.isSecure,
                number: number))
        guard request.query.fault == nil else { throw .badRequest }
        exchange.request = request
        parser = HeadParser()
        isInsideHead = false
        since = now
        try enterBody(framing, hasMore: length < input.count, environment, &output)
        return length
    }

    private mutating func enterBody(
        _ framing: Framing, hasMore: Bool, _ environment: SessionEnvironment,
        _ output: inout OutputBuffer
    ) throws(RequestRefusal) {
        guard let request = exchange.request, !framing.content.isNone else {
            phase = .answering
            return
        }
        switch environment.contentPolicy(request) {
        case .refuse(let response):
            exchange.leavesContent = true
            exchange.options.keepsAlive = false
            respond(response, since, environment, to: &output)
            return
        case .accept(let bytesMax, let makeReceiver):
            exchange.bodyLimit = bytesMax ?? environment.limits.bodyBytesMax
            exchange.receiver = makeReceiver?(request)
        }
        switch framing.content {
        case .none: break
        case .length(let length):
            if length > exchange.bodyLimit { throw .contentTooLarge }
            // Room is made as the bytes come: a promise costs nothing.
            body.reserveCapacity(min(length, 65_536))
        case .chunked:
            chunks = ChunkedReader()
        }
        phase = .body
        if framing.expectsContinue, !hasMore {
            output.tail.append("HTTP/1.1 100 Continue\r\n\r\n")
        }
    }

    private mutating func readBody(_ input: borrowing Span<UInt8>, _ limits: Limits)
        throws(RequestRefusal) -> (Int, Bool)
    {
        let used: Int
        let isComplete: Bool
        switch exchange.content {
        case .none: (used, isComplete) = (0, true)
        case .length(let length):
            used = min(length - exchange.received, input.count)
            unsafe input.extracting(0..<used).withUnsafeBytes {
                unsafe body.append(contentsOf: $0)
            }
            exchange.received += used
            isComplete = exchange.received == length
        case .chunked:
            (used, isComplete) = try chunks.take(
                input, into: &body, bodyLimit: exchange.bodyLimit, limits: limits)
            exchange.received = chunks.received
        }
        if let receiver = exchange.receiver {
            receiver.take(body)
            body.removeAll(keepingCapacity: true)
        }
        if isComplete {
            exchange.request = exchange.request.map {
                Request($0, body: body, receiver: exchange.receiver)
            }
            exchange.receiver = nil
            body = []
            phase = .answering
        }
        return (used, isComplete)
    }

    private mutating func ask(
        _ now: UInt64, _ environment: SessionEnvironment, _ output: inout OutputBuffer,
        _ handle: (Request) -> Response?
    ) {
        since = now
        guard let request = exchange.request else { return }
        exchange.askedAt = environment.microseconds()
        if let response = handle(request) {
            respond(response, now, environment, to: &output)
        }
    }

    // MARK: Writing

    /// Answers the request of a number, unless that is not the one being answered.
    mutating func answer(
        _ number: UInt64, _ response: Response, now: UInt64, _ environment: SessionEnvironment,
        to output: inout OutputBuffer
    ) {
        guard phase == .answering, number == self.number else { return }
        respond(response, now, environment, to: &output)
    }

    private mutating func respond(
        _ response: Response, _ now: UInt64, _ environment: SessionEnvironment,
        to output: inout OutputBuffer
    ) {
        var isStream = false
        if case .stream(let producer) = response.body, !exchange.options.isHead {
            isStream = true
            self.producer = producer
            // A 1.0 client learns the end of what has no length by the close.
            if exchange.options.isMinorZero { exchange.options.keepsAlive = false }
        }
        if closesAfterResponse || response.endsConnection { exchange.options.keepsAlive = false }
        environment.writer.write(response, exchange.options, to: &output)
        report(response.status, environment)
        if isStream {
            phase = .streaming
            since = now
        } else {
            finish(now)
        }
    }

    private mutating func report(_ status: Status, _ environment: SessionEnvironment) {
        let took =
            exchange.askedAt == 0 ? 0 : environment.microseconds() - exchange.askedAt
        environment.requestDidComplete(
            Completed(request: exchange.request, number: number, status: status, microseconds: took)
        )
        exchange.request = nil
    }

    private mutating func finish(_ now: UInt64) {
        since = now
        isInsideHead = false
        phase =
            exchange.options.keepsAlive ? .head : .closing(lingers: exchange.leavesContent)
    }

    private mutating func refuse(
        _ refusal: RequestRefusal, _ now: UInt64, _ environment: SessionEnvironment,
        to output: inout OutputBuffer
    ) {
        exchange.options.keepsAlive = false
        if let line = parser.requestLine { exchange.options.isHead = line.method == .head }
        if exchange.request == nil { number = environment.nextNumber() }
        environment.writer.write(
            environment.refusalPage(refusal, exchange.request), exchange.options, to: &output)
        report(refusal.status, environment)
        body = []
        parser = HeadParser()
        since = now
        phase = .closing(lingers: true)
    }

    // MARK: Streams

    /// What is being answered.
    var request: Request? { exchange.request }

    /// The loop starts the producer once.
    mutating func takeProducer() -> (@Sendable (StreamWriter) throws -> Void)? {
        defer { producer = nil }
        return producer
    }

    /// Sends one piece of a streamed response.
    mutating func stream(
        _ number: UInt64, _ bytes: [UInt8], now: UInt64, to output: inout OutputBuffer
    ) {
        guard phase == .streaming, number == self.number, !bytes.isEmpty else { return }
        since = now
        if exchange.options.isMinorZero {
            output.append(bytes, 0..<bytes.count)
        } else {
            output.tail.append(text: String(bytes.count, radix: 16))
            output.tail.append("\r\n")
            output.append(bytes, 0..<bytes.count)
            output.tail.append("\r\n")
        }
    }

    /// Ends a streamed response; one that failed ends without its last chunk, so the client knows.
    mutating func endStream(
        _ number: UInt64, failed: Bool, now: UInt64, to output: inout OutputBuffer
    ) {
        guard phase == .streaming, number == self.number else { return }
        if failed {
            phase = .closing(lingers: false)
            return
        }
        if !exchange.options.isMinorZero { output.tail.append("0\r\n\r\n") }
        finish(now)
    }

    // MARK: Time and the end

    /// When the phase's time is up, and what then happens is ``expire(now:_:to:)``.
    func deadline(_ limits: Limits) -> UInt64 {
        switch phase {
        case .head: since + (isInsideHead ? limits.headMilliseconds : limits.idleMilliseconds)
        case .body:
            since + limits.rateGraceMilliseconds + UInt64(exchange.received) * 1_000
                / max(limits.bytesPerSecondMin, 1)
        case .answering, .streaming: since + limits.answerMilliseconds
        case .closing: since + limits.lingerMilliseconds
        }
    }

    /// The phase's time is up.
    ///
    /// - Returns: False when there is nothing to say: close at once.
    mutating func expire(
        now: UInt64, _ environment: SessionEnvironment, to output: inout OutputBuffer
    ) -> Bool {
        switch phase {
        case .head where !isInsideHead: return false
        case .head, .body:
            refuse(.requestTimeout, now, environment, to: &output)
            return true
        case .answering:
            refuse(.unavailable, now, environment, to: &output)
            return true
        case .streaming, .closing: return false
        }
    }

    /// Nothing has been sent for the request; say why and close.
    mutating func refuseOverloaded(
        now: UInt64, _ environment: SessionEnvironment, to output: inout OutputBuffer
    ) {
        refuse(.unavailable, now, environment, to: &output)
    }

    /// The server stops: what is being answered is answered, nothing more.
    mutating func closeAfterResponse() {
        closesAfterResponse = true
    }
}
