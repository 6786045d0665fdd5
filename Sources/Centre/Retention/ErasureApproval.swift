internal import Domain
internal import Records
internal import SQLite
private import Synchronization

/// Carries out what a second person has said yes to.
final class ErasureApproval: Sendable {
    /// One at a time, rows and keys: what a kill leaves undone is then one request at the most.
    private let turn = Mutex(())
    let retention: RetentionService
    let house: House

    init(retention: RetentionService, house: House) {
        self.retention = retention
        self.house = house
    }

    /// A second person has said yes to a request: its cases are erased, or she is told why not. Waits for the disk;
    /// never on a loop.
    ///
    /// - Returns: nil where there is no such request.
    func approve(
        _ id: FormID, by actor: Actor
    ) throws -> Result<ErasureRequest, ErasureRefusal>? {
        try turn.withLock { _ in try approveAlone(id, by: actor) }
    }

    private func approveAlone(
        _ id: FormID, by actor: Actor
    ) throws -> Result<ErasureRequest, ErasureRefusal>? {
        // What a failing disk left undone earlier comes first.
        try house.destroyKeys()
        let (retention, audit, ledger, now) = (
            retention, house.audit, house.ledger, house.clock.now
        )
        let outcome = try house.writer.perform { db -> Result<Void, ErasureRefusal>? in
            guard let request = try retention.request(id, in: db) else { return nil }
            do {
                let refs = try retention.approve(request, by: actor, at: now, in: db)
                for ref in refs { ledger.willErase(ref) }
                return .success(())
            } catch let refusal as ErasureRefusal {
                try audit.record(
                    .erasureRefused, by: actor, cases: request.cases.map(\.ref), at: now, in: db)
                return .failure(refusal)
            }
        }
        switch outcome {
        case nil: return nil
        case .failure(let refusal): return .failure(refusal)
        case .success:
            try house.destroyKeys()
            return try house.writer.perform { db in try retention.request(id, in: db) }
                .map { .success($0) }
        }
    }
}
