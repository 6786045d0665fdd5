internal import CLinux
internal import Glibc

/// How a server runs.
package struct ServerConfiguration: Sendable {
    /// Where it listens.
    package var addresses: [ListenAddress]
    /// Event loops; one per core unless told otherwise.
    package var loopCount: Int
    /// Threads for slow answers.
    package var slowThreadCount = 2
    /// Threads for streamed responses.
    package var streamThreadCount = 2
    /// The bounds on what a client may ask.
    package var limits = Limits()
    /// Fields every response carries.
    package var defaultHeaders = DefaultHeaders.strict
    /// Whose forwarded fields are believed.
    package var proxyTrust = ProxyTrust.unixSocket
    /// Seconds since 1970, for the `Date` field; without a clock none is sent.
    package var wallClock: (@Sendable () -> Int)?
    /// Where the access log is written, a line of JSON for each request; nil for nowhere.
    package var accessLog: LogStream?
    /// What the access log tells of a path; unless told otherwise, the path.
    package var accessLogPath: @Sendable (String) -> String = { $0 }
    /// Told about each request that was answered, on the loop's thread; must not block.
    package var onFinished: (@Sendable (FinishedRequest) -> Void)?

    /// A configuration with the defaults.
    package init(addresses: [ListenAddress]) {
        self.addresses = addresses
        loopCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}
