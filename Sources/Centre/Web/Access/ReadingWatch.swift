internal import Domain
internal import Records
internal import Synchronization

/// Tells the leader at once when somebody opens many cases in a short time; the access log shows which. In memory: after a
/// restart the log itself tells of what was before.
final class ReadingWatch: Sendable {
    /// More cases than anybody meets in an hour's work.
    static let casesAnHourMax = 20
    /// For so long it stands on the leader's first page.
    private static let shownSeconds = 86_400

    /// Somebody has opened too many.
    struct Alarm: Hashable, Sendable {
        let staff: StaffID
        let name: String
        let at: Instant
        var caseCount: Int
    }

    private struct State {
        var openings: [StaffID: [CaseID: Instant]] = [:]
        var alarms: [StaffID: Alarm] = [:]
    }

    private let state = Mutex(State())

    /// A member of staff has opened a case.
    func note(_ ref: CaseRef, by member: StaffMember, at now: Instant) {
        state.withLock { state in
            var hers = state.openings[member.id] ?? [:]
            hers[ref.id] = now
            if hers.count > Self.casesAnHourMax {
                hers = hers.filter { $0.value.age(at: now) < 3_600 }
            }
            state.openings[member.id] = hers
            guard hers.count > Self.casesAnHourMax else { return }
            if let alarm = state.alarms[member.id], alarm.at.age(at: now) < 3_600 {
                state.alarms[member.id]?.caseCount = max(alarm.caseCount, hers.count)
            } else {
                state.alarms[member.id] = Alarm(
                    staff: member.id, name: member.name, at: now, caseCount: hers.count)
            }
        }
    }

    /// What the leader is to see, the latest first.
    func alarms(at now: Instant) -> [Alarm] {
        state.withLock { state in
            state.alarms = state.alarms.filter { $0.value.at.age(at: now) < Self.shownSeconds }
            return state.alarms.values.sorted { $0.at > $1.at }
        }
    }
}
