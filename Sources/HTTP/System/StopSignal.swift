internal import CLinux
internal import Glibc

/// SIGTERM, SIGINT and SIGHUP as something one waits for.
package enum StopSignal {
    /// Keeps the signals from ending the program, and SIGPIPE too: the reader of the log may go away.
    /// Call before any thread is started.
    package static func block() {
        var set = signals()
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// Blocks until one comes; says which.
    @discardableResult
    package static func wait() -> Int32 {
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
        // nohup(1) asks to outlive the terminal.
        if !isIgnored(SIGHUP) { unsafe sigaddset(&set, SIGHUP) }
        return set
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard unsafe sigaction(number, nil, &action) == 0 else { return false }
        let handler = unsafe action.__sigaction_handler.sa_handler
        return unsafe unsafeBitCast(handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
