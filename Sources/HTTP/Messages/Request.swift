/// One request, complete: what came before the handler is asked was read, limited and checked.
public struct Request: Sendable {
    /// The method; HEAD reaches a handler as ``Method/head`` through the GET route.
    public let method: Method
    /// The path, decoded once, without dot segments; never holds an encoded slash or a NUL.
    public let path: String
    /// The query as it was sent, without the question mark.
    public let queryText: String
    /// The header fields.
    public let headers: Headers
    /// The whole content; empty when none was sent.
    public internal(set) var body: [UInt8]
    /// What took the content while it came, where the route has a receiver; ``body`` is empty then.
    public internal(set) var receiver: (any ContentReceiver)?
    /// The address of the other end of the connection.
    public let peer: ClientAddress
    /// The citizen's or colleague's address: the forwarded one where the peer is trusted, else the peer.
    public let clientAddress: ClientAddress
    /// The client spoke TLS, as a trusted proxy says.
    public let isSecure: Bool
    /// The authority of an absolute target, which wins over Host.
    let authority: String?
    /// The number behind ``id``.
    let number: UInt64

    init(
        method: Method, path: String, queryText: String, headers: Headers, body: [UInt8],
        peer: ClientAddress, clientAddress: ClientAddress, isSecure: Bool, authority: String?,
        number: UInt64
    ) {
        self.method = method
        self.path = path
        self.queryText = queryText
        self.headers = headers
        self.body = body
        self.peer = peer
        self.clientAddress = clientAddress
        self.isSecure = isSecure
        self.authority = authority
        self.number = number
    }

    /// A request made by hand, for tests of routers and handlers.
    public init(
        _ method: Method, _ path: String, query: Fields = Fields(), form: Fields? = nil,
        headers: [(String, String)] = [], body: [UInt8] = [],
        clientAddress: ClientAddress = .localSocket, isSecure: Bool = true
    ) {
        var headers = headers
        if form != nil { headers.append(("Content-Type", "application/x-www-form-urlencoded")) }
        self.init(
            method: method, path: path, queryText: query.urlencoded, headers: Headers(headers),
            body: form.map { Array($0.urlencoded.utf8) } ?? body, peer: clientAddress,
            clientAddress: clientAddress, isSecure: isSecure, authority: nil, number: 0)
    }

    /// Names the request in logs; random, tells nothing about the client.
    public var id: String { Self.idText(number) }

    static func idText(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The host, and the port where one was given, that the request was made to.
    public var host: String? { authority ?? headers["Host"] }

    /// The query's fields. Parsed at each call: keep the value.
    public var query: Fields { Fields(urlencoded: Array(queryText.utf8)) }

    /// The fields of an urlencoded form; none when the content is something else.
    /// Parsed at each call: keep the value.
    public var form: Fields {
        hasContentType("application/x-www-form-urlencoded")
            ? Fields(urlencoded: body) : Fields()
    }

    /// The content's media type without its parameters, compared without regard to case.
    public func hasContentType(_ mediaType: String) -> Bool {
        guard let value = headers["Content-Type"] else { return false }
        let sent = value.utf8.prefix { $0 != Byte.semicolon }
        let bytes = sent.filter { $0 != Byte.space && $0 != Byte.tab }.map(Byte.lowercased)
        return bytes.elementsEqual(mediaType.utf8)
    }

    /// The first cookie of that name (RFC 6265 §5.4).
    public func cookie(_ name: String) -> String? {
        for line in headers.all("Cookie") {
            if let value = CookieHeader.value(of: name, in: line) { return value }
        }
        return nil
    }
}
