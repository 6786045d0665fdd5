/// A method and a pattern, and who answers.
public struct Route<Context>: Sendable {
    /// Answers a request.
    public typealias Handler = @Sendable (Request, PathParameters, Context) -> Answer<Context>

    /// The method. A GET route answers HEAD too.
    public let method: Method
    /// The path; `{name}` stands for one whole segment.
    public let pattern: String
    /// The most content a request to this route may carry; nil is the server's own limit.
    public let bodyLimit: Int?
    /// Makes what takes the content while it comes in; nil is to wait for it in memory.
    public let makeReceiver: (@Sendable (Request) -> any ContentReceiver)?
    /// Who answers.
    public let handle: Handler

    /// A route.
    public init(
        _ method: Method, _ pattern: String, bodyLimit: Int? = nil,
        receiver: (@Sendable (Request) -> any ContentReceiver)? = nil, handle: @escaping Handler
    ) {
        makeReceiver = receiver
        self.method = method
        self.pattern = pattern
        self.bodyLimit = bodyLimit
        self.handle = handle
    }
}
