internal import Domain
internal import Records
internal import SQLite

/// Carries acts out: looks at the case as it is when they are written, writes their facts once, and says what was done.
struct ActWriter: Sendable {
    let ledger: Ledger
    let audit: AuditLog
    let standards: StandardBook

    /// Carries an act out, in the writer's transaction: what was written before is not looked at again, and nothing is
    /// written twice.
    ///
    /// - Throws: ``ActRefusal`` for what the case does not allow as it stands now.
    @discardableResult
    func write<Act: CaseAct>(
        _ act: Act, correcting correction: ActForm.Correction? = nil, in ref: CaseRef,
        _ context: WriteContext, as role: Role, _ db: borrowing Connection
    ) throws -> Confirmation {
        let file = try ledger.file(ref, in: db)
        // What takes an entry's place is judged by what the case says without it.
        let judged = correction.map { file.without($0.entry) } ?? file
        let state = try CaseState(judged, standards, by: context.actor.staff, at: context.now)
        let writer = CaseWriter(ledger: ledger, audit: audit)
        let corrected = correction.flatMap { one in file.entries.first { $0.id == one.entry } }
        if try !writer.isWritten(context, in: db) {
            try requireCorrectable(
                Act.self, correction, corrected,
                try CaseState(file, standards, by: context.actor.staff, at: context.now))
            try act.require(state)
        }
        var facts = try act.facts(
            in: ActScene(
                actor: context.actor, role: role, now: context.now, id: context.id,
                state: state,
                corrected: corrected,
                opened: try opened(act, in: file, context, db)))
        if let correction, !facts.isEmpty {
            facts[0].corrects = correction.entry
            facts[0].why = correction.why
        }
        do {
            // What a room refuses while it follows the ledger undoes the facts too.
            try db.savepoint { try writer.write(facts, to: ref, Act.audit, context, in: db) }
        } catch let before as SentBeforeRefusal {
            throw ActRefusal.sentBefore(in: before.number)
        }
        var confirmation = act.confirmation(state)
        if let first = facts.first, first.corrects == nil {
            confirmation.undo = Confirmation.Undo(number: ref.number, entry: context.id)
        }
        return confirmation
    }

    /// What an act carries over from what is sealed; its reading is in the log.
    private func opened<Act: CaseAct>(
        _ act: Act, in file: CaseFile, _ context: WriteContext, _ db: borrowing Connection
    ) throws -> [EntryID: OpenedBody] {
        let wanted = act.carriedOver(from: file)
        guard !wanted.isEmpty else { return [:] }
        let token = try audit.record(
            .caseRead, by: context.actor, cases: [file.ref], at: context.now, in: db)
        var opened: [EntryID: OpenedBody] = [:]
        for entry in wanted {
            opened[entry.id] = try ledger.body(of: entry, in: file.ref, token)
        }
        return opened
    }

    private func requireCorrectable<Act: CaseAct>(
        _ act: Act.Type, _ correction: ActForm.Correction?, _ corrected: LedgerEntry?,
        _ state: CaseState
    ) throws(ActRefusal) {
        guard let correction else { return }
        try state.requireUnreplaced(correction.entry)
        guard let corrected, corrected.recordedBy != nil,
            Act.values(of: corrected, OpenedBody()) != nil
        else { throw .notCorrectable }
    }
}
