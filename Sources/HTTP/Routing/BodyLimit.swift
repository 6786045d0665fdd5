/// How much content a route takes. Decided when the head has come, before a byte of the content is read.
package enum BodyLimit<Context>: Sendable {
    /// As much whoever asks.
    case bytes(Int)
    /// Asked for each request that announces content: an upload, say, which only somebody who is logged in may send.
    ///
    ///     Route(.post, "/bilag", bodyLimit: .decided { request, _, context in
    ///         isLoggedIn(request, context) ? .accept(bytesMax: 20 << 20) : .refuse(loginPage)
    ///     }) { … }
    case decided(@Sendable (Request, PathParameters, Context) -> BodyDecision)
}

/// What becomes of the content that a head announces.
package enum BodyDecision: Sendable {
    /// It is read, and refused with 413 above so many bytes.
    case accept(bytesMax: Int)
    /// The response is sent at once, the content is not read, and the connection ends behind the response.
    case refuse(Response)
}

/// What a session asks when a head announces content.
enum ContentPolicy: Sendable {
    /// - Parameters:
    ///   - bytesMax: nil is the server's own limit.
    ///   - makeReceiver: Makes what takes the content while it comes; nil is to wait for it in memory.
    case accept(
        bytesMax: Int? = nil, makeReceiver: (@Sendable (Request) -> any ContentReceiver)? = nil)
    /// See ``BodyDecision/refuse(_:)``.
    case refuse(Response)
}
