/// What is sent back.
package struct Response: Sendable {
    /// The status.
    package var status: Status
    /// The media type of the content; nil when there is none.
    package var contentType: String? { didSet { fieldLines = nil } }
    /// Further fields. `Date`, `Content-Length`, `Connection` and the default headers are the server's.
    package var headers: ResponseHeaders { didSet { fieldLines = nil } }
    /// The content.
    package var body: Body
    /// Nothing in it is one visitor's own.
    var mayBeCompressed = false
    /// A thread waits to write its content.
    var isClaimedStream = false
    /// The fields and the default headers, written beforehand for an answer that is given often.
    var fieldLines: [UInt8]?

    /// The content of a response.
    package enum Body: Sendable {
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

    /// A response of any kind.
    package init(
        status: Status = .ok, contentType: String? = nil, headers: ResponseHeaders = [],
        body: Body = .bytes([])
    ) {
        self.status = status
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }

    /// An HTML page.
    package static func html(_ bytes: [UInt8], status: Status = .ok) -> Response {
        Response(status: status, contentType: "text/html; charset=utf-8", body: .bytes(bytes))
    }

    /// Plain text.
    package static func text(_ text: String, status: Status = .ok) -> Response {
        Response(
            status: status, contentType: "text/plain; charset=utf-8",
            body: .bytes(Array(text.utf8)))
    }

    /// Bytes of a media type.
    package static func bytes(_ bytes: [UInt8], contentType: String, status: Status = .ok)
        -> Response
    {
        Response(status: status, contentType: contentType, body: .bytes(bytes))
    }

    /// Content that is made while it is sent; the producer runs on a thread where it may block.
    package static func stream(
        contentType: String, _ producer: @escaping @Sendable (StreamWriter) throws -> Void
    ) -> Response {
        Response(contentType: contentType, body: .stream(producer))
    }

    /// No content.
    package static func empty(_ status: Status = .noContent) -> Response {
        Response(status: status)
    }

    /// Sends the browser to a page of this site with GET: after every POST that was obeyed.
    package static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [("Location", path)])
    }

    /// Adds a `Set-Cookie`.
    package mutating func setCookie(_ cookie: Cookie) {
        headers.add("Set-Cookie", cookie.headerValue)
    }

    /// The response with one more cookie to set.
    package func setting(_ cookie: Cookie) -> Response {
        var response = self
        response.setCookie(cookie)
        return response
    }

    /// The response with one header set.
    package func setting(_ name: String, _ value: String) -> Response {
        var response = self
        response.headers[name] = value
        return response
    }

    /// The response, usually a 503 or a 429, saying when to come again (RFC 9110 §10.2.3), unless it says so already.
    package func retrying(afterSeconds seconds: Int) -> Response {
        headers.has("Retry-After") ? self : setting("Retry-After", String(seconds))
    }

    /// Makes the browser save the content under a file name (RFC 6266, RFC 8187).
    package func asAttachment(named fileName: String) -> Response {
        let ascii = String(
            decoding: fileName.utf8.map { byte -> UInt8 in
                byte > 0x1F && byte < 0x7F && byte != Byte.quote && byte != Byte.backslash
                    ? byte : UInt8(ascii: "_")
            }, as: UTF8.self)
        let encoded = Percent.encode(fileName.utf8)
        return setting(
            "Content-Disposition", "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(encoded)")
    }

    /// How many bytes of content there are; nil for a stream.
    package var contentLength: Int? {
        switch body {
        case .bytes(let bytes): bytes.count
        case .slice(_, let range): range.count
        case .stream: nil
        }
    }

    /// The content where it is all there: for tests and the test client.
    package var bodyBytes: [UInt8] {
        switch body {
        case .bytes(let bytes): bytes
        case .slice(let bytes, let range): Array(bytes[range])
        case .stream: []
        }
    }
}
