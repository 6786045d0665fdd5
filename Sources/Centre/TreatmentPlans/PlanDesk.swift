internal import Domain
internal import Records
internal import SQLite

/// Why a version is not written.
enum PlanRefusal: Error, Hashable, Sendable {
    /// A colleague has written a version meanwhile.
    case overtaken(by: StaffID?, at: Instant)
    /// The case was closed meanwhile.
    case closed
    /// The form was sent before with something else in it.
    case sentBefore(CaseNumber)
}

/// Writes versions of treatment plans.
struct PlanDesk: Sendable {
    let ledger: Ledger
    let audit: AuditLog

    /// Writes a version, once however often it is sent.
    ///
    /// - Parameter base: the version it was written on from.
    /// - Throws: ``PlanRefusal``; nothing of it is written then.
    func write(
        _ plan: PlanText, onto base: EntryID?, in ref: CaseRef, _ context: WriteContext,
        _ db: borrowing Connection
    ) throws {
        let writer = CaseWriter(ledger: ledger, audit: audit)
        let file = try ledger.file(ref, in: db)
        var version = (file.entries.compactMap { $0.own(PlanWritten.self)?.version }.max() ?? 0) + 1
        if let written = file.entries.first(where: { $0.id == context.id }) {
            version = written.own(PlanWritten.self)?.version ?? version
        } else {
            guard CaseProjection(file)?.isOpen == true else { throw PlanRefusal.closed }
            if let latest = file.latestPlan, latest.id != base {
                throw PlanRefusal.overtaken(by: latest.recordedBy, at: latest.recordedAt)
            }
        }
        do {
            try writer.write(
                [NewFact(PlanWritten(version: version), on: context.now.day, body: plan)], to: ref,
                .planWritten, context, in: db)
        } catch let before as SentBeforeRefusal {
            throw PlanRefusal.sentBefore(before.number)
        }
    }
}

extension AuditAction {
    static let planWritten = AuditAction("plan-written", "skrev en version af behandlingsplanen")
}
