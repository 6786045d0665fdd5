internal import CLinux
internal import Glibc
internal import Synchronization

/// Counts connections, in all and per household, for all loops.
final class ConnectionGate: Sendable {
    private struct State {
        var count = 0
        var perHousehold: [ClientAddress: Int] = [:]
    }

    private let state = Mutex(State())
    private let countMax: Int
    private let perHouseholdMax: Int

    init(limits: Limits) {
        countMax = limits.connectionCountMax
        perHouseholdMax = limits.connectionsPerClientMax
    }

    /// Takes a place; false when there is none. A proxy on a Unix socket is only counted in all.
    func enter(_ household: ClientAddress) -> Bool {
        state.withLock { state in
            let own = state.perHousehold[household, default: 0]
            guard state.count < countMax, household.isLocalSocket || own < perHouseholdMax else {
                return false
            }
            state.count += 1
            state.perHousehold[household] = own + 1
            return true
        }
    }

    /// Counts a connection under another household; false when that one has its share.
    func move(from old: ClientAddress, to new: ClientAddress) -> Bool {
        state.withLock { state in
            let own = state.perHousehold[new, default: 0]
            guard own < perHouseholdMax else { return false }
            state.perHousehold[new] = own + 1
            let left = state.perHousehold[old, default: 1] - 1
            state.perHousehold[old] = left == 0 ? nil : left
            return true
        }
    }

    func leave(_ household: ClientAddress) {
        state.withLock { state in
            state.count -= 1
            let own = state.perHousehold[household, default: 1] - 1
            state.perHousehold[household] = own == 0 ? nil : own
        }
    }

    var count: Int { state.withLock { $0.count } }
}

/// A connection that is told at once why it is not served.
enum TurnedAway {
    static func answer(_ descriptor: Int32, _ page: [UInt8]) {
        _ = unsafe page.withUnsafeBytes { bytes in
            unsafe send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        }
        // What the client has already sent is read, or the kernel would answer it with a reset
        // and the page would be lost.
        shutdown(descriptor, Int32(SHUT_WR))
        var scrap = [UInt8](repeating: 0, count: 4_096)
        for _ in 0..<4 {
            let count = unsafe recv(descriptor, &scrap, scrap.count, 0)
            if count <= 0 { break }
        }
        close(descriptor)
    }
}

/// A descriptor kept back for the moment when there are no more.
struct SpareDescriptor {
    private var descriptor = SpareDescriptor.open()

    private static func open() -> Int32 {
        unsafe Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
    }

    /// Takes connections off the queue with the spare, answers them one after the other, and gets the spare back.
    mutating func turnAway(_ listener: Listener, countMax: Int, _ page: [UInt8]) {
        if descriptor >= 0 { close(descriptor) }
        for _ in 0..<countMax {
            let client = accept4(
                listener.descriptor, nil, nil,
                Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
            guard client >= 0 else { break }
            TurnedAway.answer(client, page)
        }
        descriptor = Self.open()
    }
}
