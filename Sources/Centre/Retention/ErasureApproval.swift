internal import Domain
internal import Records
internal import SQLite

/// Carries out what a second person has said yes to.
struct ErasureApproval: Sendable {
    let retention: RetentionService
    let house: House

    /// A second person has said yes to a request: its cases are erased, or she is told why not. Waits for the disk;
    /// never on a loop.
    ///
    /// - Returns: nil where there is no such request.
    func approve(
        _ id: FormID, by actor: Actor
    ) throws -> Result<ErasureRequest, ErasureRefusal>? {
        let (retention, audit, ledger, now) = (
            retention, house.audit, house.ledger, house.clock.now
        )
        let outcome = try house.writer.perform { db -> Result<[CaseRef], ErasureRefusal>? in
            guard let request = try retention.request(id, in: db) else { return nil }
            do {
                let refs = try retention.approve(request, by: actor, at: now, in: db)
                for ref in refs { ledger.willErase(ref) }
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
            try house.destroyKeys(of: refs)
            return try house.writer.perform { db in try retention.request(id, in: db) }
                .map { .success($0) }
        }
    }
}
