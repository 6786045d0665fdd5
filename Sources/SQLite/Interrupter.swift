private import CSQLite
private import Synchronization

/// Stops a connection's running statement from another thread; harmless once it has closed.
public final class Interrupter: Sendable {
    /// The connection's address while it is open. A number, because a pointer may not cross.
    private let address: Mutex<UInt>

    init(_ handle: OpaquePointer) {
        address = Mutex(UInt(bitPattern: handle))
    }

    /// The running statement, if any, ends with an error that says so.
    public func interrupt() {
        address.withLock { address in
            if let handle = unsafe OpaquePointer(bitPattern: address) {
                unsafe sqlite3_interrupt(handle)
            }
        }
    }

    func retire() {
        address.withLock { $0 = 0 }
    }
}
