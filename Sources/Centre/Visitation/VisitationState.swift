internal import Domain
internal import Records

/// Where a case stands on its way to a decision: read from what counts in its ledger, never stored.
struct VisitationState: Sendable {
    /// What is applied for; the latest.
    let proposal: Proposal?
    /// The entries of the decision that stands; two where another offer is granted than was applied for.
    let decision: [LedgerEntry]
    /// The decision was taken up again, and no other has followed.
    let reopened: LedgerEntry?
    /// It was put off, and nothing has been decided since.
    let postponed: LedgerEntry?
    /// The citizen was asked for her view before the next decision.
    let hearing: Hearing?
    /// The meetings at which the case is to be decided, the latest last.
    let agenda: [OnAgenda]
    /// Who may not take part.
    let conflicts: Set<StaffID>

    /// The citizen was asked, and what came of it.
    struct Hearing: Sendable {
        let asked: LedgerEntry
        /// The day until which she may answer.
        let until: CalendarDay
        let answer: LedgerEntry?
    }

    init(_ file: CaseFile) {
        let entries = file.current
        let proposal = entries.last { Proposal($0) != nil }.flatMap { Proposal($0) }
        // A correction stands in the place of what it corrects: what follows a proposal follows it there.
        let place = proposal.flatMap { one in entries.firstIndex { $0.id == one.entry.id } }
        let since = place.map { Array(entries[($0 + 1)...]) } ?? []
        let newest = since.filter(\.isDecision).max { $0.position < $1.position }
        let decision = newest.map { newest in
            since.filter { $0.isDecision && $0.recordedAt == newest.recordedAt }
        }
        let after = since.filter { $0.position > (newest?.position ?? 0) }
        self.proposal = proposal
        self.decision = decision ?? []
        reopened =
            newest == nil ? nil : after.last { $0.isOwn(DecisionReopened.self) }
        postponed = after.last { $0.isOwn(DecisionPostponed.self) }
        hearing = Self.hearing(in: after)
        agenda = since.compactMap { $0.own(OnAgenda.self) }
        conflicts = Set(
            entries.compactMap { entry in
                entry.isOwn(ConflictOfInterest.self) ? entry.recordedBy : nil
            })
    }

    private static func hearing(in entries: [LedgerEntry]) -> Hearing? {
        guard let asked = entries.last(where: { $0.isOwn(HearingSent.self) }),
            let sent = asked.own(HearingSent.self)
        else { return nil }
        let answer = entries.last {
            $0.isOwn(HearingAnswered.self) && $0.position > asked.position
        }
        return Hearing(asked: asked, until: sent.until, answer: answer)
    }

    /// Something is applied for, ready, and not decided; or decided and taken up again.
    var awaitsDecision: Bool {
        proposal?.isReady == true && (decision.isEmpty || reopened != nil)
    }

    /// The day of the decision that stands.
    var decidedOn: CalendarDay? { decision.first?.on }

    /// Whether the citizen has had her say, or the time for it.
    func isHeard(on day: CalendarDay) -> Bool {
        hearing.map { $0.answer != nil || $0.until < day } ?? false
    }
}

extension CaseState {
    var visitation: VisitationState { VisitationState(file) }

    func requireNoConflict() throws(ActRefusal) {
        guard let staff, visitation.conflicts.contains(staff) else { return }
        throw .conflictOfInterest
    }
}

extension LedgerEntry {
    /// An afgørelse.
    var isDecision: Bool {
        if case .decision = fact { true } else { false }
    }

    var decision: Decision? {
        guard case .decision(let decision) = fact else { return nil }
        return decision
    }
}
