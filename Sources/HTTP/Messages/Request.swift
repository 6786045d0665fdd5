/// One request, complete: what came before the handler is asked was read, limited and checked.
package struct Request: Sendable {
    private let head: Head
    /// What came behind the head; most requests have nothing there.
    private let content: Content?

    /// What came behind a head.
    private final class Content: Sendable {
        let body: [UInt8]
        let form: Fields
        let receiver: (any ContentReceiver)?

        init(body: [UInt8], isForm: Bool, receiver: (any ContentReceiver)?) {
            self.body = body
            self.receiver = receiver
            form = isForm ? Fields(urlencoded: body) : .empty
        }
    }

    /// What the head of a request says, and who sent it.
    final class Head: Sendable {
        let method: Method
        let path: String
        let queryText: String
        let headers: Headers
        let peer: ClientAddress
        let clientAddress: ClientAddress
        let isSecure: Bool
        /// The authority of an absolute target, which wins over Host.
        let authority: String?
        let number: UInt64
        let query: Fields

        init(
            method: Method, path: String, queryText: String, authority: String?,
            headers: Headers, peer: ClientAddress, clientAddress: ClientAddress, isSecure: Bool,
            number: UInt64
        ) {
            self.method = method
            self.path = path
            self.queryText = queryText
            self.authority = authority
            self.headers = headers
            self.peer = peer
            self.clientAddress = clientAddress
            self.isSecure = isSecure
            self.number = number
            query = queryText.isEmpty ? .empty : Fields(urlencoded: Array(queryText.utf8))
        }
    }

    init(_ head: Head) {
        self.head = head
        content = nil
    }

    /// The request with what came behind its head.
    ///
    /// - Parameter receiver: Took the content while it came; the body is empty then.
    init(_ request: Request, body: [UInt8], receiver: (any ContentReceiver)? = nil) {
        head = request.head
        content = Content(
            body: body, isForm: request.hasContentType("application/x-www-form-urlencoded"),
            receiver: receiver)
    }

    /// The whole content; empty when none was sent, or when a receiver took it.
    package var body: [UInt8] { content?.body ?? [] }
    /// What took the content while it came, where the route has a receiver.
    package var receiver: (any ContentReceiver)? { content?.receiver }
    /// The fields of an urlencoded form; none when the content is something else.
    package var form: Fields { content?.form ?? .empty }
    /// Why the form is refused. A query like that is no request at all.
    var formFault: Fields.Fault? { content?.form.fault }
    /// The query's fields.
    package var query: Fields { head.query }

    /// The method; HEAD reaches a handler as ``Method/head`` through the GET route.
    package var method: Method { head.method }
    /// The path, decoded once, without dot segments; never holds an encoded slash or a NUL.
    package var path: String { head.path }
    /// The query as it was sent, without the question mark.
    package var queryText: String { head.queryText }
    /// The header fields.
    package var headers: Headers { head.headers }
    /// The address of the other end of the connection.
    package var peer: ClientAddress { head.peer }
    /// Who asks: the forwarded address where the peer is trusted, else the peer.
    package var clientAddress: ClientAddress { head.clientAddress }
    /// The client spoke TLS, as a trusted proxy says.
    package var isSecure: Bool { head.isSecure }
    /// The host, and the port where one was given, that the request was made to.
    package var host: OutsideText? {
        head.authority.map { OutsideText($0) } ?? head.headers.text("Host")
    }
    /// The number behind ``id``.
    var number: UInt64 { head.number }

    /// A request made by hand, for tests of routers and handlers.
    package init(
        _ method: Method, _ path: String, query: Fields = Fields(), form: Fields? = nil,
        headers: [(String, String)] = [], body: [UInt8] = [],
        clientAddress: ClientAddress = .localSocket, isSecure: Bool = true
    ) {
        var headers = headers
        if form != nil { headers.append(("Content-Type", "application/x-www-form-urlencoded")) }
        let head = Head(
            method: method, path: path, queryText: query.urlencoded, authority: nil,
            headers: Headers(headers), peer: clientAddress, clientAddress: clientAddress,
            isSecure: isSecure, number: 0)
        self.init(Request(head), body: form.map { Array($0.urlencoded.utf8) } ?? body)
    }

    /// Names the request in logs; random, tells nothing about the client.
    package var id: String { Self.idText(number) }

    static func idText(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The content's media type without its parameters, compared without regard to case.
    package func hasContentType(_ mediaType: StaticString) -> Bool {
        guard let value = headers.line("content-type") else { return false }
        let sent = value.prefix { $0 != Byte.semicolon }
        let bytes = sent.span
        let range = bytes.trimmedRange(0..<bytes.count)
        return bytes.extracting(range).equalsIgnoringCase(mediaType)
    }

    /// The first cookie of that name (RFC 6265 §5.4).
    package func cookieText(_ name: String) -> OutsideText? {
        for line in headers.lines("cookie") {
            if let value = CookieHeader.value(of: name, in: line) { return value }
        }
        return nil
    }
}
