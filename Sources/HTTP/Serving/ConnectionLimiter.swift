internal import Synchronization

/// Counts connections, in all and per network prefix, for all loops.
final class ConnectionLimiter: Sendable {
    private struct State {
        var count = 0
        var perNetworkPrefix: [NetworkPrefix: Int] = [:]
    }

    private let state = Mutex(State())
    private let countMax: Int
    private let perNetworkPrefixMax: Int

    init(limits: Limits) {
        countMax = limits.connectionCountMax
        perNetworkPrefixMax = limits.connectionsPerClientMax
    }

    /// Takes a place; false when there is none. A proxy on a Unix socket is only counted in all.
    func enter(_ networkPrefix: NetworkPrefix) -> Bool {
        state.withLock { state in
            let own = state.perNetworkPrefix[networkPrefix, default: 0]
            guard state.count < countMax, networkPrefix.isLocalSocket || own < perNetworkPrefixMax
            else {
                return false
            }
            state.count += 1
            state.perNetworkPrefix[networkPrefix] = own + 1
            return true
        }
    }

    /// Counts a connection under another network prefix; false when that one has its share.
    func move(from old: NetworkPrefix, to new: NetworkPrefix) -> Bool {
        state.withLock { state in
            let own = state.perNetworkPrefix[new, default: 0]
            guard own < perNetworkPrefixMax else { return false }
            state.perNetworkPrefix[new] = own + 1
            let left = state.perNetworkPrefix[old, default: 1] - 1
            state.perNetworkPrefix[old] = left == 0 ? nil : left
            return true
        }
    }

    func leave(_ networkPrefix: NetworkPrefix) {
        state.withLock { state in
            state.count -= 1
            let own = state.perNetworkPrefix[networkPrefix, default: 1] - 1
            state.perNetworkPrefix[networkPrefix] = own == 0 ? nil : own
        }
    }

    var count: Int { state.withLock { $0.count } }
}
