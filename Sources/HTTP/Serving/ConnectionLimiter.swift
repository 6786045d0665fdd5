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
