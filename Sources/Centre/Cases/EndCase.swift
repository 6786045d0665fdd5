internal import Domain
internal import HTML
internal import Records

/// The course ends (udskrivning), or the case is closed because nothing more comes of it: then there was no course to be
/// discharged from.
struct EndCase: CaseAct {
    static let address = "afslut"
    static let title = "Afslut sagen"
    static let button = "Afslut sagen"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("case-ended", "afsluttede en sag")

    private static let closing = "luk"

    static func fields(_ state: CaseState) -> [ActField] {
        let hasBegun = state.clock?.startedOn != nil
        let reasons = DischargeReason.allCases.map {
            Choice($0.rawValue, "\($0.danishName.capitalisedFirst)")
        }
        let close = Choice(
            closing, "Luk uden udskrivning",
            hint: "Rådgivning er givet, eller borgeren har trukket sig")
        return [
            .choice("aarsag", "Hvorfor sluttede det?", reasons + (hasBegun ? [] : [close])),
            .day("slut-dato", "Dato", state.today),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        let day = [entry.on.fieldText]
        if case .discharge(let reason) = entry.fact {
            return FieldValues(["aarsag": [reason.rawValue], "slut-dato": day])
        }
        guard entry.isOwn(CaseClosed.self) else { return nil }
        return FieldValues(["aarsag": [closing], "slut-dato": day])
    }

    /// A discharge with its reason, or the closing of a case that never was a course.
    enum Ending: Sendable {
        case discharge(DischargeReason, on: CalendarDay)
        case closing
    }

    let ending: Ending

    func require(_ state: CaseState) throws(ActRefusal) {
        switch ending {
        case .discharge(_, let day): try state.requireEndable(on: day)
        case .closing: try state.requireNobodyWaits()
        }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        switch ending {
        case .discharge(let reason, let day): [NewFact(.discharge(reason), on: day)]
        case .closing: [NewFact(CaseClosed(), on: scene.day)]
        }
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Sag \(state.ref.number) er afsluttet.")
    }

    func field(of refusal: ActRefusal) -> String? {
        if case .closing = ending { "aarsag" } else { "slut-dato" }
    }
}

extension EndCase {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        guard typed.raw("aarsag") != Self.closing else {
            ending = .closing
            return
        }
        let reason = typed.choice("aarsag", DischargeReason.self, ifMissing: "Vælg en årsag")
        let day = typed.pastDay("slut-dato")
        ending = .discharge(try typed.required(reason), on: try typed.required(day))
    }
}
