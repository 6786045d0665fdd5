/// One request that was answered, as the access log may tell it: nothing personal.
package struct FinishedRequest: Sendable {
    /// The request's id.
    package let id: String
    /// The method; nil for bytes that were no request.
    package let method: Method?
    /// The path. Routes keep what is personal out of paths; the query is not told at all.
    package let path: String?
    /// The status.
    package let status: Status
    /// From the moment the handler was asked until the response was written.
    package let microseconds: UInt64
}
