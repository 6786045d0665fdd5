internal import Domain
internal import Records
internal import Synchronization

/// Which cases that are over were looked at and are still kept, so that the next look need not read them again.
///
/// In memory only. Nothing changes in a case that is over without a new entry in its ledger, and a standard is never
/// changed once adopted; so what was kept until a day is kept until that day.
final class RetainedCases: Sendable {
    private struct Kept {
        let position: Int
        let until: CalendarDay?
    }

    private let kept = Mutex<[CaseID: Kept]>([:])

    /// Whether a case was found to be kept, by a look at the same ledger.
    func keeps(_ id: CaseID, at position: Int, on day: CalendarDay) -> Bool {
        kept.withLock { kept in
            guard let known = kept[id], known.position == position else { return false }
            return known.until.map { day <= $0 } ?? true
        }
    }

    func note(_ id: CaseID, at position: Int, until day: CalendarDay?) {
        kept.withLock { $0[id] = Kept(position: position, until: day) }
    }
}
