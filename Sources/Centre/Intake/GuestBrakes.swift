internal import Domain
internal import HTTP
internal import Synchronization

/// What guests may fill: drafts that wait, and enquiries that were sent. Counted in memory and by household; where anybody
/// comes from is written nowhere. Over a brake the page says so and gives the telephone number: nobody is lost in silence.
final class GuestBrakes: Sendable {
    /// Drafts of one household that are not sent yet.
    static let draftsPerHousehold = 20
    /// And of all together: each holds a message at the most.
    static let draftsInAll = 3_000
    /// Enquiries of one household. A library or a shelter is a household too.
    static let registrations = Pace(atOnce: 10, secondsForOne: 360)
    /// Enquiries in an hour that are more than a centre of this country ever had. Nobody is turned away for it.
    static let alarmInAnHour = 60

    private struct Draft {
        let households: [NetworkPrefix]
        var expiresAt: Int
    }

    private struct State {
        var drafts: [[UInt8]: Draft] = [:]
        var perHousehold: [NetworkPrefix: Int] = [:]
        /// When the latest enquiries were sent, the oldest first.
        var sent: [Int] = []
    }

    private let state = Mutex(State())
    private let turns = TurnTaking<NetworkPrefix>()

    // MARK: Drafts

    /// Whether one more draft may be begun there; it is counted until it is sent, deleted or over.
    func admits(draft id: [UInt8], from guest: ClientAddress, at now: Instant) -> Bool {
        state.withLock { state in
            if state.drafts.count >= Self.draftsInAll / 2 { forgetExpired(&state, now) }
            let households = guest.networkPrefixes
            func hasRoom(_ state: State) -> Bool {
                state.drafts.count < Self.draftsInAll
                    && zip(households, [1, 2, 4]).allSatisfy {
                        (state.perHousehold[$0] ?? 0) < Self.draftsPerHousehold * $1
                    }
            }
            if !hasRoom(state) { forgetExpired(&state, now) }
            guard hasRoom(state) else { return false }
            for household in households { state.perHousehold[household, default: 0] += 1 }
            state.drafts[id] = Draft(
                households: households, expiresAt: now.seconds + EnquiryDraft.minutesMax * 60)
            return true
        }
    }

    /// A draft was kept again, and lives its hour from now.
    func kept(draft id: [UInt8], at now: Instant) {
        state.withLock { state in
            state.drafts[id]?.expiresAt = now.seconds + EnquiryDraft.minutesMax * 60
        }
    }

    /// A draft was sent or deleted.
    func gone(draft id: [UInt8]) {
        state.withLock { forget(id, &$0) }
    }

    private func forgetExpired(_ state: inout State, _ now: Instant) {
        for (id, draft) in state.drafts where draft.expiresAt <= now.seconds { forget(id, &state) }
    }

    private func forget(_ id: [UInt8], _ state: inout State) {
        guard let draft = state.drafts.removeValue(forKey: id) else { return }
        for household in draft.households {
            let left = (state.perHousehold[household] ?? 1) - 1
            state.perHousehold[household] = left > 0 ? left : nil
        }
    }

    // MARK: Enquiries

    /// Takes a household's turn to send an enquiry.
    ///
    /// - Returns: nil where it had one, else in how many seconds it has.
    func secondsToSend(from guest: ClientAddress, at now: Instant) -> Int? {
        turns.secondsToWait(guest.paces(Self.registrations), at: now)
    }

    /// It was sent; or it was not, or had been before, and the turn is given back.
    func sent(_ isNew: Bool, from guest: ClientAddress, at now: Instant) {
        guard isNew else { return turns.giveBack(guest.paces(Self.registrations), at: now) }
        state.withLock { state in
            state.sent.append(now.seconds)
            if state.sent.count > 4 * Self.alarmInAnHour {
                state.sent.removeFirst(2 * Self.alarmInAnHour)
            }
        }
    }

    /// How many enquiries came in the last hour, where that is more than anybody expects; nil while it is not.
    func flood(at now: Instant) -> Int? {
        let count = state.withLock { $0.sent.count { now.seconds - $0 < 3_600 } }
        return count > Self.alarmInAnHour ? count : nil
    }
}
