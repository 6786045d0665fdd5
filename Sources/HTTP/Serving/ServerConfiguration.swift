internal import CLinux
internal import Glibc

/// How a server runs.
public struct ServerConfiguration: Sendable {
    /// Where it listens.
    public var addresses: [ListenAddress]
    /// Event loops; one per core unless told otherwise.
    public var loopCount: Int
    /// Threads for slow answers.
    public var slowThreadCount = 2
    /// Threads for streamed responses.
    public var streamThreadCount = 2
    /// The bounds on what a client may ask.
    public var limits = Limits()
    /// Fields every response carries.
    public var defaultHeaders = DefaultHeaders.strict
    /// Whose forwarded fields are believed.
    public var proxyTrust = ProxyTrust.unixSocket
    /// Seconds since 1970, for the `Date` field; without a clock none is sent.
    public var wallClock: (@Sendable () -> Int)?
    /// Where the access log is written, a line of JSON for each request; nil for nowhere.
    public var accessLog: LogStream?
    /// What the access log tells of a path; unless told otherwise, the path.
    public var accessLogPath: @Sendable (String) -> String = { $0 }
    /// Told about each request that was answered, on the loop's thread; must not block.
    public var onFinished: (@Sendable (FinishedRequest) -> Void)?

    /// A configuration with the defaults.
    public init(addresses: [ListenAddress]) {
        self.addresses = addresses
        loopCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}
