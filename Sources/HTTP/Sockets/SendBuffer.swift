internal import CLinux
internal import Glibc

/// What the kernel keeps of a connection's output. Left to itself it takes megabytes for a client that reads nothing.
enum SendBuffer {
    private static let bytesMax: Int32 = 262_144
    private static let localBytesMax: Int32 = 65_536
    /// Bytes that wait for the client to have room; what is on its way does not count.
    private static let unsentBytesMax: Int32 = 65_536
    /// `TCP_NOTSENT_LOWAT` of tcp(7).
    private static let notSentLowat: Int32 = 25

    /// Sets the bounds of a connection that came in.
    static func limit(_ descriptor: Int32, isLocalSocket: Bool) {
        set(descriptor, SOL_SOCKET, SO_SNDBUF, isLocalSocket ? localBytesMax : bytesMax)
        guard !isLocalSocket else { return }
        set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        set(descriptor, Int32(IPPROTO_TCP), notSentLowat, unsentBytesMax)
    }

    private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        unsafe setsockopt(descriptor, level, option, &value, 4)
    }

    /// How much of what was sent the client has not taken.
    static func unacknowledgedBytes(_ descriptor: Int32) -> UInt64 {
        var count: Int32 = 0
        guard unsafe ioctl(descriptor, UInt(TIOCOUTQ), &count) == 0 else { return 0 }
        return UInt64(max(0, count))
    }

    /// What the client did not take is forgotten when the socket is closed; otherwise the kernel would keep it
    /// for minutes more.
    static func discardOnClose(_ descriptor: Int32) {
        var atOnce = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &atOnce, socklen_t(MemoryLayout<linger>.size))
    }
}
