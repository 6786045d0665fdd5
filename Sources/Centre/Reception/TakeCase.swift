internal import Domain
internal import Records

/// Somebody takes the case (tager sagen) and is responsible for it from then on.
struct TakeCase: CaseAct {
    static let address = "tag"
    static let title = "Tag sagen"
    static let button = "Tag sagen"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("case-taken", "tog en sag")

    static func fields(_ state: CaseState) -> [ActField] { [] }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        entry.isOwn(ResponsibleChosen.self) ? FieldValues() : nil
    }

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireUntaken()
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(ResponsibleChosen(scene.actor.staff), on: scene.day)]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Du har taget sag \(state.ref.number).")
    }
}

extension TakeCase {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {}
}
