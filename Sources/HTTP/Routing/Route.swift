/// A method and a pattern, and who answers.
package struct Route<Context>: Sendable {
    /// Answers a request.
    package typealias Handler = @Sendable (Request, PathParameters, Context) -> Answer<Context>

    /// The method. A GET route answers HEAD too.
    package let method: Method
    /// The path; `{name}` stands for one whole segment.
    package let pattern: String
    /// The most content a request to this route may carry; nil is the server's own limit.
    package let bodyLimit: BodyLimit<Context>?
    /// Makes what takes the content while it comes in; nil is to wait for it in memory.
    package let makeReceiver: (@Sendable (Request) -> any ContentReceiver)?
    /// Who answers.
    package let handle: Handler

    /// A route.
    package init(
        _ method: Method, _ pattern: String, bodyLimit: BodyLimit<Context>? = nil,
        receiver: (@Sendable (Request) -> any ContentReceiver)? = nil, handle: @escaping Handler
    ) {
        makeReceiver = receiver
        self.method = method
        self.pattern = pattern
        self.bodyLimit = bodyLimit
        self.handle = handle
    }
}
