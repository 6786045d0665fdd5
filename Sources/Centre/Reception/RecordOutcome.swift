internal import Domain
internal import HTML
internal import Records

/// What became of an offer, or of the whole wish, before treatment began.
struct RecordOutcome: CaseAct {
    static let address = "udfald"
    static let title = "Registrér udfald"
    static let button = "Gem"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("outcome-recorded", "registrerede et udfald")

    /// The outcomes as the form offers them.
    enum Outcome: String, CaseIterable, Sendable {
        case didNotCome = "kom-ikke"
        /// Another time or place by own choice.
        case ownChoice = "eget-valg"
        case otherReason = "anden-aarsag"
        case withdrew = "trak-sig"
        /// The municipality has no duty meanwhile.
        ///
        /// - Law: Sundhedsloven § 141, stk. 1, 2. pkt.
        case admitted = "indlagt"
        case integratedTreatment = "integreret"
    }

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .choice(
                "udfald", "Hvad skete der?",
                [
                    Choice(Outcome.didNotCome.rawValue, "Kom ikke"),
                    Choice(
                        Outcome.ownChoice.rawValue,
                        "Ønskede selv en senere tid eller et andet sted",
                        hint:
                            "Kun borgerens eget valg. Tiden, der var tilbudt, bliver stående."),
                    Choice(Outcome.otherReason.rawValue, "Takkede nej af en anden årsag"),
                    Choice(Outcome.withdrew.rawValue, "Trak sig og vil ikke i behandling nu"),
                    Choice(Outcome.admitted.rawValue, "Ikke omfattet: indlagt på hospital"),
                    Choice(
                        Outcome.integratedTreatment.rawValue,
                        "Ikke omfattet: visiteret til integreret behandling"),
                ], hint: "Kom borgeren, så skriv et notat på sagen."),
            .tick("skriftligt", "Meddelt skriftligt"),
            .day("udfald-dato", "Hvornår?", state.today),
            .text("udfald-tekst", "Hvad blev der sagt?", isOptional: true),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let (outcome, inWriting) = outcome(of: entry.fact) else { return nil }
        return FieldValues([
            "udfald": [outcome.rawValue], "skriftligt": inWriting ? ["ja"] : [],
            "udfald-dato": [entry.on.fieldText], "udfald-tekst": body.text.map { [$0] } ?? [],
        ])
    }

    private static func outcome(of fact: Fact?) -> (Outcome, inWriting: Bool)? {
        switch fact {
        case .noShow: (.didNotCome, false)
        case .offerDeclined(let reason, let written):
            (reason == .ownChoice ? .ownChoice : .otherReason, written)
        case .withdrawal: (.withdrew, false)
        case .outsideDuty(let reason, _):
            (reason == .admitted ? .admitted : .integratedTreatment, false)
        default: nil
        }
    }

    let outcome: Outcome
    let day: CalendarDay
    let isInWriting: Bool
    let text: String

    /// An answer follows its offer, and nobody fails to come before the time.
    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        try state.requireAsked(on: day)
        let offered = state.file.current.last { $0.offer != nil }
        switch outcome {
        case .didNotCome:
            guard let offered else { throw .noOffer }
            let time = offered.offer?.startsOn ?? offered.on
            guard day >= time else { throw .beforeOffer(time) }
        case .ownChoice, .otherReason:
            guard let offered else { throw .noOffer }
            guard day >= offered.on else { throw .beforeOffer(offered.on) }
        case .withdrew, .admitted, .integratedTreatment:
            guard let clock = state.clock, day < clock.received else { return }
            throw .beforeEnquiry(clock.received)
        }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(fact, on: day, body: Words(text))]
    }

    private var fact: Fact {
        switch outcome {
        case .didNotCome: .noShow
        case .ownChoice: .offerDeclined(reason: .ownChoice, written: isInWriting)
        case .otherReason: .offerDeclined(reason: .other, written: isInWriting)
        case .withdrew: .withdrawal
        case .admitted: .outsideDuty(reason: .admitted, regionReceivedOn: nil)
        case .integratedTreatment:
            .outsideDuty(reason: .integratedTreatment, regionReceivedOn: nil)
        }
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Udfaldet er gemt på sag \(state.ref.number).")
    }

    func field(of refusal: ActRefusal) -> String? {
        refusal == .noOffer ? "udfald" : "udfald-dato"
    }
}

extension RecordOutcome {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let outcome = typed.choice("udfald", Outcome.self, ifMissing: "Vælg, hvad der skete")
        text = typed.text("udfald-tekst")
        let day = typed.pastDay("udfald-dato")
        isInWriting = typed.isTicked("skriftligt")
        self.outcome = try typed.required(outcome)
        self.day = try typed.required(day)
    }
}
