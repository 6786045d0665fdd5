internal import CLinux
internal import Glibc

/// How a server runs.
package struct ServerConfiguration: Sendable {
    /// Where it listens.
    package var addresses: [ListenAddress]
    /// Event loops; one per core unless told otherwise.
    package var loopCount: Int
    /// The bounds on what a client may ask.
    package var limits = Limits()
    /// Fields every response carries.
    package var defaultHeaders = DefaultHeaders.strict
    /// Whose forwarded fields are believed.
    package var proxyTrust = ProxyTrust.unixSocket
    /// TLS ends before this server: requests are taken for secure, and `Strict-Transport-Security` is sent, unless a
    /// forwarded field that is believed says otherwise.
    package var isBehindTLS = false
    /// Seconds since 1970, for the `Date` field; without a clock none is sent.
    package var wallClock: (@Sendable () -> Int)?
    /// Where the access log is written, a line of JSON for each request; nil for nowhere.
    package var accessLog: LogStream?

    /// A configuration with the defaults.
    package init(addresses: [ListenAddress]) {
        self.addresses = addresses
        loopCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}
