internal import Domain
internal import Records

/// One version of a case's plan.
struct PlanVersion: Sendable {
    let entry: LedgerEntry
    let version: Int
    let text: PlanText
    /// When it was agreed with the citizen; nil for a draft.
    let agreed: LedgerEntry?
}

/// The plan of a case, through its versions: oldest first.
struct PlanHistory: Sendable {
    let versions: [PlanVersion]

    init(_ reading: CaseReading) throws {
        let agreements = reading.file.current.filter(\.isPlanAct)
        versions = try reading.file.current.compactMap { entry in
            guard let written = entry.own(PlanWritten.self) else { return nil }
            return PlanVersion(
                entry: entry, version: written.version,
                text: try reading.body(of: entry).read(PlanText.self),
                agreed: agreements.first { $0.agreedPlan == entry.id })
        }
    }

    var latest: PlanVersion? { versions.last }

    /// The version that holds: the latest that was agreed.
    var agreed: PlanVersion? { versions.last { $0.agreed != nil } }

    func version(_ number: Int) -> PlanVersion? { versions.last { $0.version == number } }
}

extension CaseFile {
    /// The latest version of the plan, agreed or not.
    var latestPlan: LedgerEntry? { current.last { $0.isOwn(PlanWritten.self) } }

    /// The plan that was agreed in the course that runs: one from before a discharge is over.
    var planInCourse: LedgerEntry? {
        let facts = chronological
        guard let plan = facts.lastIndex(where: { $0.fact == .planAgreed }) else { return nil }
        let isOver = facts[plan...].contains { entry in
            if case .discharge = entry.fact { true } else { false }
        }
        return isOver ? nil : facts[plan]
    }
}

extension LedgerEntry {
    /// The plan was agreed, or seen again.
    var isPlanAct: Bool { fact == .planAgreed || fact == .planReviewed }

    /// The version that was agreed with it.
    var agreedPlan: EntryID? { details["plan"]?.string.flatMap { EntryID(formText: $0) } }
}

extension CaseReading {
    /// When the plan is to be seen again at the latest, were it agreed or seen today, as the rules say; nil where the
    /// standard is silent.
    func nextReview() -> Deadline? {
        var history = file.history(person: person)
        history.events.append(
            Event(on: today, file.planInCourse != nil ? .planReviewed : .planAgreed))
        return Domain.verdict(of: history, under: state.standard.standard, on: today).deadlines
            .last { $0.kind == .planReview && $0.due != nil }
    }

    /// What the rules say of the plan's reviews.
    var planDeadlines: [Deadline] {
        verdict.deadlines.filter {
            $0.kind == .planReview || $0.kind == .planInGuarantee || $0.kind == .courseEvaluation
        }
    }
}
