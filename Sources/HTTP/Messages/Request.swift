/// One request, complete: what came before the handler is asked was read, limited and checked.
package struct Request: Sendable {
    /// What does not change, shared by every copy.
    private let head: Head
    /// The whole content; empty when none was sent.
    package internal(set) var body: [UInt8]
    /// What took the content while it came, where the route has a receiver; ``body`` is empty then.
    package internal(set) var receiver: (any ContentReceiver)?

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
        }
    }

    init(_ head: Head, body: [UInt8] = []) {
        self.head = head
        self.body = body
    }

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
    package var host: String? { head.authority ?? head.headers["Host"] }
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
        self.init(head, body: form.map { Array($0.urlencoded.utf8) } ?? body)
    }

    /// Names the request in logs; random, tells nothing about the client.
    package var id: String { Self.idText(number) }

    static func idText(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The query's fields. Parsed at each call: keep the value.
    package var query: Fields { Fields(urlencoded: Array(queryText.utf8)) }

    /// The fields of an urlencoded form; none when the content is something else.
    /// Parsed at each call: keep the value.
    package var form: Fields {
        hasContentType("application/x-www-form-urlencoded")
            ? Fields(urlencoded: body) : Fields()
    }

    /// The content's media type without its parameters, compared without regard to case.
    package func hasContentType(_ mediaType: String) -> Bool {
        guard let value = headers["Content-Type"] else { return false }
        let sent = value.utf8.prefix { $0 != Byte.semicolon }
        let bytes = sent.filter { $0 != Byte.space && $0 != Byte.tab }.map(Byte.lowercased)
        return bytes.elementsEqual(mediaType.utf8)
    }

    /// The first cookie of that name (RFC 6265 §5.4).
    package func cookie(_ name: String) -> String? {
        for line in headers.all("Cookie") {
            if let value = CookieHeader.value(of: name, in: line) { return value }
        }
        return nil
    }
}
