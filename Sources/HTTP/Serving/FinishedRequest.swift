/// One request that was answered, as the access log may tell it: nothing personal.
public struct FinishedRequest: Sendable {
    /// The request's id.
    public let id: String
    /// The method; nil for bytes that were no request.
    public let method: Method?
    /// The path. Routes keep what is personal out of paths; the query is not told at all.
    public let path: String?
    /// The status.
    public let status: Status
    /// From the moment the handler was asked until the response was written.
    public let microseconds: UInt64
}
