internal import CLinux
internal import Glibc

/// SIGTERM and SIGINT as something one waits for.
public enum StopSignal {
    /// Keeps the signals from ending the program. Call before any thread is started.
    public static func hold() {
        var set = signals()
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Blocks until one comes; says which.
    @discardableResult
    public static func wait() -> Int32 {
        var set = signals()
        var signal: Int32 = 0
        while unsafe sigwait(&set, &signal) != 0 {}
        return signal
    }

    private static func signals() -> sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGTERM)
        unsafe sigaddset(&set, SIGINT)
        return set
    }
}
