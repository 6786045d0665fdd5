internal import Domain
internal import Records
internal import SQLite

// The invariants of handing over:
// - every open case has one responsible person, or stands among those nobody has taken;
// - what is handed over is a fact of the case, with why; nothing is moved unseen.

/// Hands cases over from one colleague to others.
struct HandoverDesk: Sendable {
    let writer: CaseWriter
    let ledger: Ledger

    /// Cases go to new hands, each to her own. One that is closed meanwhile, or that somebody else has by now, is left.
    ///
    /// - Returns: how many were handed over.
    func handOver(
        _ cases: [(ref: CaseRef, to: StaffID)], from staff: StaffID, why: String, by actor: Actor,
        at now: Instant, in db: borrowing Connection
    ) throws -> Int {
        var count = 0
        for (ref, taker) in cases where taker != staff {
            guard let known = CaseProjection(try ledger.file(ref, in: db)), known.isOpen,
                known.responsible == staff
            else { continue }
            try writer.write(
                [NewFact(ResponsibleChosen(taker), on: now.day, body: Words(why))], to: ref,
                .caseHandedOver, WriteContext(by: actor, at: now), in: db)
            count += 1
        }
        return count
    }
}
