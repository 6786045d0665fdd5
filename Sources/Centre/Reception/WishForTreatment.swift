internal import Domain
internal import Records

/// A person who only asked for advice now wants treatment, or who was done asks again: her fourteen days begin.
///
/// - Law: Sundhedsloven § 141, stk. 2.
struct WishForTreatment: CaseAct {
    static let address = "oensker"
    static let title = "Borgeren ønsker nu behandling"
    static let button = "Borgeren ønsker nu behandling"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("treatment-wished", "noterede et ønske om behandling")

    static func fields(_ state: CaseState) -> [ActField] { [] }

    static func writes(_ entry: LedgerEntry) -> Bool { entry.fact == .treatmentWish }

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireAsked(on: state.today)
        try state.requireNoClock()
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(.treatmentWish, on: scene.day)]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Fristen løber fra i dag.")
    }
}

extension WishForTreatment {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {}
}
