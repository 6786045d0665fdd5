/// Writes a response's bytes (RFC 9112 §4, §6; RFC 9110 §6.6.1, §8.6).
struct ResponseWriter {
    /// What the connection and the request have to do with the writing.
    struct Context {
        var isHead = false
        var isMinorZero = false
        var keepsAlive = true
        var isSecure = false
    }

    let defaults: DefaultHeaders
    /// The `Date` line; made anew each second.
    private let dateLine: [UInt8]
    /// The first two lines of most responses.
    private let okAndDateLines: [UInt8]

    init(defaults: DefaultHeaders, dateLine: [UInt8]) {
        self.defaults = defaults
        self.dateLine = dateLine
        var lines: [UInt8] = []
        Self.appendStatusLine(.ok, to: &lines)
        okAndDateLines = lines + dateLine
    }

    /// Writes head and body; of a stream, the head.
    func write(_ response: Response, _ context: Context, to output: inout Output) {
        if response.status == .ok {
            output.open.append(contentsOf: okAndDateLines)
        } else {
            Self.appendStatusLine(response.status, to: &output.open)
            output.open.append(contentsOf: dateLine)
        }
        if let lines = response.fieldLines {
            output.open.append(contentsOf: lines)
        } else {
            Self.appendFields(response, defaults, to: &output.open)
        }
        if context.isSecure { output.open.append(contentsOf: defaults.strictTransport) }
        writeFraming(response, context, to: &output.open)
        Self.append("\r\n", to: &output.open)
        guard !context.isHead, !response.status.forbidsContent else { return }
        switch response.body {
        case .bytes(let bytes): output.append(bytes, 0..<bytes.count)
        case .slice(let bytes, let range): output.append(bytes, range)
        case .stream: break
        }
    }

    /// What a response says of itself, and the defaults it leaves unsaid.
    static func appendFields(
        _ response: Response, _ defaults: DefaultHeaders, to bytes: inout [UInt8]
    ) {
        if let contentType = response.contentType {
            append("Content-Type: ", to: &bytes)
            appendValue(contentType, to: &bytes)
            append("\r\n", to: &bytes)
        }
        for field in response.headers.fields { appendField(field, to: &bytes) }
        defaults.append(to: &bytes, given: response.headers)
    }

    private static func appendStatusLine(_ status: Status, to bytes: inout [UInt8]) {
        append("HTTP/1.1 ", to: &bytes)
        append(status.code, to: &bytes)
        bytes.append(Byte.space)
        append(status.reason, to: &bytes)
        append("\r\n", to: &bytes)
    }

    private func writeFraming(_ response: Response, _ context: Context, to bytes: inout [UInt8]) {
        if response.fieldLines == nil, response.headers["Connection"] != nil {
            // The handler has said it.
        } else if !context.keepsAlive {
            Self.append("Connection: close\r\n", to: &bytes)
        } else if context.isMinorZero {
            Self.append("Connection: keep-alive\r\n", to: &bytes)
        }
        if response.status.code < 200 || response.status.code == 204 { return }
        if let length = response.contentLength {
            // A 304 says nothing of a length it does not know.
            if response.status.code == 304 { return }
            Self.append("Content-Length: ", to: &bytes)
            Self.append(length, to: &bytes)
            Self.append("\r\n", to: &bytes)
        } else if !context.isMinorZero {
            Self.append("Transfer-Encoding: chunked\r\n", to: &bytes)
        }
    }

    static func appendField(_ field: (name: String, value: String), to bytes: inout [UInt8]) {
        append(text: field.name, to: &bytes)
        append(": ", to: &bytes)
        appendValue(field.value, to: &bytes)
        append("\r\n", to: &bytes)
    }

    /// A value with its control bytes made spaces: nothing can break out of its line.
    private static func appendValue(_ value: String, to bytes: inout [UInt8]) {
        let start = bytes.count
        append(text: value, to: &bytes)
        for index in start..<bytes.count where isControl(bytes[index]) {
            bytes[index] = Byte.space
        }
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != Byte.tab || byte == 0x7F
    }

    static func append(text: String, to bytes: inout [UInt8]) {
        let isCopied: Void? = unsafe text.utf8.withContiguousStorageIfAvailable {
            unsafe bytes.append(contentsOf: $0)
        }
        if isCopied == nil { bytes.append(contentsOf: text.utf8) }
    }

    static func append(_ literal: StaticString, to bytes: inout [UInt8]) {
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    static func append(_ number: Int, to bytes: inout [UInt8]) {
        if number >= 10 { append(number / 10, to: &bytes) }
        bytes.append(0x30 + UInt8(number % 10))
    }
}

/// Fields that every response carries unless it says otherwise itself.
public struct DefaultHeaders: Sendable {
    private let fields: [(name: String, value: String)]
    /// Each field, written.
    private let lines: [[UInt8]]
    private let all: [UInt8]
    /// The line for those who speak TLS.
    let strictTransport: [UInt8]

    /// Fields in the order they are sent.
    ///
    /// - Parameter strictTransport: The value of `Strict-Transport-Security`, sent only where the client spoke TLS.
    public init(_ fields: [(String, String)], strictTransport: String? = nil) {
        self.fields = fields.map { (name: $0.0, value: $0.1) }
        lines = self.fields.map { field in
            var line: [UInt8] = []
            ResponseWriter.appendField(field, to: &line)
            return line
        }
        all = Array(lines.joined())
        var line: [UInt8] = []
        if let strictTransport {
            ResponseWriter.appendField(
                (name: "Strict-Transport-Security", value: strictTransport), to: &line)
        }
        self.strictTransport = line
    }

    /// None.
    public static let none = DefaultHeaders([])

    /// Nothing may be framed, sniffed, fetched from elsewhere or kept by a cache.
    public static let strict = DefaultHeaders(
        [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cache-Control", "no-store"),
        ], strictTransport: "max-age=63072000; includeSubDomains")

    func append(to bytes: inout [UInt8], given: ResponseHeaders) {
        if given.fields.isEmpty {
            bytes.append(contentsOf: all)
        } else {
            for (field, line) in zip(fields, lines) where !given.has(field.name) {
                bytes.append(contentsOf: line)
            }
        }
    }
}
