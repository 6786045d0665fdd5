/// What is sent back.
public struct Response: Sendable {
    /// The status.
    public var status: Status
    /// The media type of the content; nil when there is none.
    public var contentType: String? { didSet { fieldLines = nil } }
    /// Further fields. `Date`, `Content-Length`, `Connection` and the default headers are the server's.
    public var headers: ResponseHeaders { didSet { fieldLines = nil } }
    /// The content.
    public var body: Body
    /// Nothing in it is one visitor's own.
    var isForEverybody = false
    /// The fields and the default headers, written beforehand for an answer that is given often.
    private(set) var fieldLines: [UInt8]?

    /// The content of a response.
    public enum Body: Sendable {
        /// Bytes, all there.
        case bytes([UInt8])
        /// A part of bytes kept elsewhere: a range of a file.
        case slice([UInt8], Range<Int>)
        /// Written piece by piece on a thread of its own, no faster than the client reads.
        case stream(@Sendable (StreamWriter) throws -> Void)
    }

    /// The handler wants the connection closed behind this response.
    var endsConnection: Bool {
        guard fieldLines == nil, let connection = headers["Connection"] else { return false }
        return ResponseHeaders.same(connection, "close")
    }

    /// The same response with its fields written, for a server with these default headers.
    func written(with defaults: DefaultHeaders) -> Response {
        guard headers["Connection"] == nil else { return self }
        var response = self
        var lines: [UInt8] = []
        ResponseWriter.appendFields(self, defaults, to: &lines)
        response.fieldLines = lines
        return response
    }

    /// A response of any kind.
    public init(
        status: Status = .ok, contentType: String? = nil, headers: ResponseHeaders = [],
        body: Body = .bytes([])
    ) {
        self.status = status
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }

    /// An HTML page.
    public static func html(_ bytes: [UInt8], status: Status = .ok) -> Response {
        Response(status: status, contentType: "text/html; charset=utf-8", body: .bytes(bytes))
    }

    /// Plain text.
    public static func text(_ text: String, status: Status = .ok) -> Response {
        Response(
            status: status, contentType: "text/plain; charset=utf-8",
            body: .bytes(Array(text.utf8)))
    }

    /// Bytes of a media type.
    public static func bytes(_ bytes: [UInt8], contentType: String, status: Status = .ok)
        -> Response
    {
        Response(status: status, contentType: contentType, body: .bytes(bytes))
    }

    /// Content that is made while it is sent; the producer runs on a thread where it may block.
    public static func stream(
        contentType: String, _ producer: @escaping @Sendable (StreamWriter) throws -> Void
    ) -> Response {
        Response(contentType: contentType, body: .stream(producer))
    }

    /// No content.
    public static func empty(_ status: Status = .noContent) -> Response {
        Response(status: status)
    }

    /// Sends the browser to a page of this site with GET: after every POST that was obeyed.
    public static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [("Location", path)])
    }

    /// Adds a `Set-Cookie`.
    public mutating func setCookie(_ cookie: Cookie) {
        headers.add("Set-Cookie", cookie.headerValue)
    }

    /// The response with one more cookie to set.
    public func setting(_ cookie: Cookie) -> Response {
        var response = self
        response.setCookie(cookie)
        return response
    }

    /// The response with one header set.
    public func setting(_ name: String, _ value: String) -> Response {
        var response = self
        response.headers[name] = value
        return response
    }

    /// Makes the browser save the content under a file name (RFC 6266, RFC 8187).
    public func asAttachment(named fileName: String) -> Response {
        let ascii = String(
            decoding: fileName.utf8.map { byte -> UInt8 in
                byte > 0x1F && byte < 0x7F && byte != Byte.quote && byte != Byte.backslash
                    ? byte : UInt8(ascii: "_")
            }, as: UTF8.self)
        let encoded = Percent.encode(fileName)
        return setting(
            "Content-Disposition", "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(encoded)")
    }

    /// How many bytes of content there are; nil for a stream.
    public var contentLength: Int? {
        switch body {
        case .bytes(let bytes): bytes.count
        case .slice(_, let range): range.count
        case .stream: nil
        }
    }

    /// The content where it is all there: for tests and the test client.
    public var bodyBytes: [UInt8] {
        switch body {
        case .bytes(let bytes): bytes
        case .slice(let bytes, let range): Array(bytes[range])
        case .stream: []
        }
    }
}

/// The fields of a response, in the order they are sent.
public struct ResponseHeaders: Sendable, ExpressibleByArrayLiteral {
    /// The fields.
    public private(set) var fields: [(name: String, value: String)]

    /// Fields in the order given.
    public init(arrayLiteral elements: (String, String)...) {
        fields = elements.map { (name: $0.0, value: $0.1) }
    }

    /// The first value of a name; setting replaces every field of that name, nil removes them.
    public subscript(name: String) -> String? {
        get { fields.first { Self.same($0.name, name) }?.value }
        set {
            fields.removeAll { Self.same($0.name, name) }
            if let newValue { fields.append((name: name, value: newValue)) }
        }
    }

    /// There is a field of that name.
    func has(_ name: String) -> Bool {
        fields.contains { Self.same($0.name, name) }
    }

    /// Every value of a name.
    public func all(_ name: String) -> [String] {
        fields.filter { Self.same($0.name, name) }.map(\.value)
    }

    /// Adds a field and keeps those that are there.
    public mutating func add(_ name: String, _ value: String) {
        fields.append((name: name, value: value))
    }

    static func same(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        if one == other { return true }
        guard let first = one.utf8.first, let second = other.utf8.first else { return true }
        return Byte.lowercased(first) == Byte.lowercased(second)
            && zip(one.utf8, other.utf8).allSatisfy {
                Byte.lowercased($0) == Byte.lowercased($1)
            }
    }
}
