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
        try destroyKeys(of: [ref])
    }

    /// A second person has said yes to a request: its cases are forgotten, or she is told why not. Waits for the disk;
    /// never on a loop.
    ///
    /// - Returns: nil where there is no such request.
    func approveErasure(
        _ id: FormID, by actor: Actor
    ) throws -> Result<ErasureRequest, ErasureRefusal>? {
        let (retention, audit, cases, now) = (retention, audit, cases, clock.now)
        let outcome = try writer.perform { db -> Result<[CaseRef], ErasureRefusal>? in
            guard let request = try retention.request(id, in: db) else { return nil }
            do {
                let refs = try retention.approve(request, by: actor, at: now, in: db)
                for ref in refs { cases.isForgetting(ref) }
                return .success(refs)
            } catch let refusal as ErasureRefusal {
                try audit.record(
                    .erasureRefused, by: actor, cases: request.cases.map(\.ref), at: now, in: db)
                return .failure(refusal)
            }
        }
        switch outcome {
        case nil: return nil
        case .failure(let refusal): return .failure(refusal)
        case .success(let refs):
            try destroyKeys(of: refs)
            return try writer.perform { db in try retention.request(id, in: db) }
                .map { .success($0) }
        }
    }

    /// The keys follow the rows, and what the log file still held goes with the next checkpoint at the latest.
    private func destroyKeys(of refs: [CaseRef]) throws {
        for ref in refs { try vault.erase(slot: ref.slot) }
        // A reader may be in the way for a moment; then the next checkpoint takes it.
        _ = try writer.performAlone { db in try db.truncateLog() }
    }
}
