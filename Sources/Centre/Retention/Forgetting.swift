internal import Domain
internal import SQLite

extension Centre {
    /// Forgets a case: its rows, its key, and what the log file still held of it. What stays is the
    /// case's number, the day it was forgotten, and the audit entries that say who saw it.
    ///
    /// - Law: databeskyttelsesforordningen art. 5, stk. 1, litra e; art. 17.
    func forget(_ ref: CaseRef, by actor: Actor) throws {
        let (audit, cases, now) = (audit, cases, clock.now)
        try writer.perform { db in
            cases.isForgetting(ref)
            try Erasure.removeRows(of: ref.id.rawValue, at: now.rfc3339, in: db)
            try audit.record(.caseErased, by: actor, cases: [ref], at: now, in: db)
        }
        try vault.erase(slot: ref.slot)
        // A reader may be in the way for a moment; then the next checkpoint takes it.
        _ = try writer.performAlone { db in try db.truncateLog() }
    }
}
