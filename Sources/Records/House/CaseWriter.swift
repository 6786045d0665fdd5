package import Domain
package import SQLite

/// Who acts, when, and the id the first fact will have: a form carries it, so that a double submit meets itself.
package struct WriteContext: Sendable {
    package let actor: Actor
    package let now: Instant
    package let id: EntryID

    package init(by actor: Actor, at now: Instant, id: EntryID = .random()) {
        self.actor = actor
        self.now = now
        self.id = id
    }
}

/// The form was sent before with something else in it: Back, and typed over.
package struct SentBeforeRefusal: Error, Hashable, Sendable {
    /// The case it was written in.
    package let number: CaseNumber
}

/// Writes facts and their entry in the audit log, in one transaction; sent twice with the same id it is done once. What
/// opens a case, writes in one or in many goes through here.
package struct CaseWriter: Sendable {
    private let ledger: Ledger
    private let audit: AuditLog

    package init(ledger: Ledger, audit: AuditLog) {
        self.ledger = ledger
        self.audit = audit
    }

    /// Opens a case with its first facts.
    ///
    /// - Returns: The case; the one it opened before, when the form was sent twice.
    /// - Throws: ``SentBeforeRefusal`` when something else was typed over one that is saved.
    package func open(
        _ facts: [NewFact], under standard: StandardID?, _ action: AuditAction,
        _ context: WriteContext,
        in db: borrowing Connection
    ) throws -> CaseRef {
        let facts = named(facts, context)
        if let known = try alreadyWritten(facts, context, in: db) { return known }
        let ref = try ledger.openCase(under: standard, at: context.now, in: db)
        try append(facts, to: ref, action, context, in: db)
        return ref
    }

    /// Writes in a case.
    ///
    /// - Throws: ``SentBeforeRefusal`` when what was written under this id is something else.
    package func write(
        _ facts: [NewFact], to ref: CaseRef, _ action: AuditAction, _ context: WriteContext,
        in db: borrowing Connection
    ) throws {
        let facts = named(facts, context)
        guard try alreadyWritten(facts, context, in: db) == nil else { return }
        try append(facts, to: ref, action, context, in: db)
    }

    /// Whether something was written under this id already.
    package func isWritten(_ context: WriteContext, in db: borrowing Connection) throws -> Bool {
        try ledger.writtenCase(context.id, in: db) != nil
    }

    private func named(_ facts: [NewFact], _ context: WriteContext) -> [NewFact] {
        var facts = facts
        if !facts.isEmpty { facts[0].id = context.id }
        return facts
    }

    private func append(
        _ facts: [NewFact], to ref: CaseRef, _ action: AuditAction, _ context: WriteContext,
        in db: borrowing Connection
    ) throws {
        let row = try ledger.append(
            facts, to: ref, by: context.actor.staff, at: context.now, in: db)
        try audit.record(
            action, by: context.actor, cases: [ref], writing: row, at: context.now, in: db)
    }

    /// Whether the facts were written before: nil when they are still to be, the case when the same was sent twice.
    ///
    /// - Throws: ``SentBeforeRefusal`` when the same form came with something else in it. A second press a moment later may
    ///   carry another minute, so the hour is not compared.
    private func alreadyWritten(
        _ facts: [NewFact], _ context: WriteContext, in db: borrowing Connection
    ) throws -> CaseRef? {
        guard let first = facts.first, let ref = try ledger.writtenCase(first.id, in: db) else {
            return nil
        }
        let token = try audit.record(
            .caseRead, by: context.actor, cases: [ref], at: context.now, in: db)
        let written = try ledger.file(ref, in: db).entries
        guard let place = written.firstIndex(where: { $0.id == first.id }),
            written.count - place >= facts.count
        else { throw SentBeforeRefusal(number: ref.number) }
        for (new, old) in zip(facts, written[place...]) {
            guard new.isSame(as: old, try ledger.body(of: old, in: ref, token)) else {
                throw SentBeforeRefusal(number: ref.number)
            }
        }
        return ref
    }
}

extension NewFact {
    fileprivate func isSame(as entry: LedgerEntry, _ body: OpenedBody) -> Bool {
        type == entry.type && on == entry.on && corrects == entry.corrects
            && JSONWriter.text(.object(keys)) == JSONWriter.text(.object(entry.keys))
            && JSONWriter.text(.object(details)) == JSONWriter.text(.object(entry.details))
            && opened.bytes == body.bytes
    }
}
