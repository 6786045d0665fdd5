/// Writes a response's bytes (RFC 9112 §4, §6; RFC 9110 §6.6.1, §8.6).
struct ResponseWriter {
    /// What the connection and the request have to do with the writing.
    struct Options {
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
    func write(_ response: Response, _ options: Options, to output: inout OutputBuffer) {
        if response.status == .ok {
            output.tail.append(contentsOf: okAndDateLines)
        } else {
            Self.appendStatusLine(response.status, to: &output.tail)
            output.tail.append(contentsOf: dateLine)
        }
        if let lines = response.fieldLines {
            output.tail.append(contentsOf: lines)
        } else {
            Self.appendFields(response, defaults, to: &output.tail)
        }
        if options.isSecure { output.tail.append(contentsOf: defaults.strictTransport) }
        writeFraming(response, options, to: &output.tail)
        output.tail.append("\r\n")
        guard !options.isHead, !response.status.forbidsContent else { return }
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
            bytes.append("Content-Type: ")
            appendValue(contentType, to: &bytes)
            bytes.append("\r\n")
        }
        for field in response.headers.fields { appendField(field, to: &bytes) }
        defaults.append(to: &bytes, given: response.headers)
    }

    private static func appendStatusLine(_ status: Status, to bytes: inout [UInt8]) {
        bytes.append("HTTP/1.1 ")
        bytes.append(decimal: status.code)
        bytes.append(Byte.space)
        bytes.append(status.reason)
        bytes.append("\r\n")
    }

    private func writeFraming(_ response: Response, _ options: Options, to bytes: inout [UInt8]) {
        if response.fieldLines == nil, response.headers["Connection"] != nil {
            // The handler has said it.
        } else if !options.keepsAlive {
            bytes.append("Connection: close\r\n")
        } else if options.isMinorZero {
            bytes.append("Connection: keep-alive\r\n")
        }
        if response.status.code < 200 || response.status.code == 204 { return }
        if let length = response.contentLength {
            // A 304 says nothing of a length it does not know.
            if response.status.code == 304 { return }
            bytes.append("Content-Length: ")
            bytes.append(decimal: length)
            bytes.append("\r\n")
        } else if !options.isMinorZero {
            bytes.append("Transfer-Encoding: chunked\r\n")
        }
    }

    static func appendField(_ field: (name: String, value: String), to bytes: inout [UInt8]) {
        bytes.append(text: field.name)
        bytes.append(": ")
        appendValue(field.value, to: &bytes)
        bytes.append("\r\n")
    }

    /// A value with its control bytes made spaces: nothing can break out of its line.
    private static func appendValue(_ value: String, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(text: value)
        for index in start..<bytes.count where isControl(bytes[index]) {
            bytes[index] = Byte.space
        }
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != Byte.tab || byte == 0x7F
    }
}

extension Response {
    /// The same response with its fields prepared, for a server with these default headers.
    func prepared(with defaults: DefaultHeaders) -> Response {
        guard headers["Connection"] == nil else { return self }
        var response = self
        var lines: [UInt8] = []
        ResponseWriter.appendFields(self, defaults, to: &lines)
        response.fieldLines = lines
        return response
    }
}
