internal import Domain
internal import HTML
internal import Records

/// A decision is taken up again (genoptages): something new has come, or somebody was right to complain. It stands until
/// another follows.
struct ReopenDecision: CaseAct {
    static let address = "genoptag"
    static let title = "Genoptag afgørelsen"
    static let button = "Genoptag"
    static let roles: Set<Role> = [.visitator, .leader]
    static let audit = AuditAction("decision-reopened", "genoptog en afgørelse")
    static let ownFacts: [any HouseFact.Type] = [DecisionReopened.self]
    static let isFinal = true
    static let isChecked = true
    static let leadsTo = CaseTab.decisions

    static func fields(_ state: CaseState) -> [ActField] {
        [.text("genoptag-hvorfor", "Hvorfor genoptages den?", rows: 3)] + LetterFields.all(state)
    }

    static func told(_ entry: LedgerEntry) -> String { "Afgørelsen er genoptaget" }

    let why: String
    let recipient: [String]
    let delivery: Delivery

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        guard !state.visitation.decision.isEmpty, state.visitation.reopened == nil else {
            throw .notDecided
        }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [
            NewFact(
                DecisionReopened(), on: scene.day, body: WordsWithLetter(why, letter(scene.state)))
        ]
    }

    func preview(_ scene: ActScene, _ reading: CaseReading) -> HTML {
        reading.draft(of: letter(scene.state), by: scene.actor.staff)
    }

    private func letter(_ state: CaseState) -> LetterText {
        let day = state.visitation.decidedOn?.inWords ?? ""
        return LetterText(
            recipient: recipient, subject: ActLetter.reopened.title,
            paragraphs: [
                "Kære \(recipient.first ?? "")",
                "Vi traf en afgørelse \(day). Nu ser vi på den igen.",
                "Det er fordi: \(why)",
                """
                Afgørelsen gælder, til vi har truffet en ny. Så skriver vi til dig. Er der noget \
                nyt, vi har brug for at vide, så ring til os på \(state.standard.profile.phone).
                """,
            ])
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Afgørelsen er genoptaget.", next: "Den står på næste dagsorden igen.")
    }

    func field(of refusal: ActRefusal) -> String? { "genoptag-hvorfor" }
}

extension ReopenDecision {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        why = typed.letterText(
            "genoptag-hvorfor", ifMissing: "Skriv, hvorfor afgørelsen genoptages")
        recipient = typed.recipient()
        let delivery = typed.delivery(state)
        self.delivery = try typed.required(delivery)
    }
}

/// A decision is taken back (tilbagekaldes): it should not have been taken, or cannot be kept. The citizen is told why.
struct WithdrawDecision: CaseAct {
    static let address = "tilbagekald"
    static let title = "Træk afgørelsen tilbage"
    static let button = "Træk afgørelsen tilbage"
    static let roles: Set<Role> = [.visitator, .leader]
    static let audit = AuditAction("decision-withdrawn", "trak en afgørelse tilbage")
    static let ownFacts: [any HouseFact.Type] = [DecisionWithdrawn.self]
    static let isFinal = true
    static let isChecked = true
    static let leadsTo = CaseTab.decisions

    static func fields(_ state: CaseState) -> [ActField] {
        [.text("tilbage-hvorfor", "Hvorfor trækkes den tilbage?", rows: 3)]
            + LetterFields.all(state)
    }

    static func told(_ entry: LedgerEntry) -> String { "Afgørelsen er trukket tilbage" }

    let why: String
    let recipient: [String]
    let delivery: Delivery

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        guard !state.visitation.decision.isEmpty else { throw .notDecided }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        let decision = scene.state.visitation.decision
        let withdrawn = NewFact(
            DecisionWithdrawn(), on: scene.day,
            body: WordsWithLetter(why, letter(scene.state)), corrects: decision.first?.id)
        return [withdrawn]
            + decision.dropFirst().map {
                NewFact(DecisionReplaced(), on: scene.day, corrects: $0.id)
            }
    }

    func preview(_ scene: ActScene, _ reading: CaseReading) -> HTML {
        reading.draft(of: letter(scene.state), by: scene.actor.staff)
    }

    private func letter(_ state: CaseState) -> LetterText {
        let day = state.visitation.decidedOn?.inWords ?? ""
        return LetterText(
            recipient: recipient, subject: ActLetter.withdrawn.title,
            paragraphs: [
                "Kære \(recipient.first ?? "")",
                "Vi traf en afgørelse \(day). Den trækker vi tilbage, så den ikke gælder mere.",
                "Det er fordi: \(why)",
                """
                Vi ser på din ansøgning igen og skriver til dig. Ring til os på \
                \(state.standard.profile.phone), hvis du har spørgsmål.
                """,
            ])
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Afgørelsen er trukket tilbage. Den står i tidslinjen med streg over.")
    }

    func field(of refusal: ActRefusal) -> String? { "tilbage-hvorfor" }
}

extension WithdrawDecision {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        why = typed.letterText(
            "tilbage-hvorfor", ifMissing: "Skriv, hvorfor afgørelsen trækkes tilbage")
        recipient = typed.recipient()
        let delivery = typed.delivery(state)
        self.delivery = try typed.required(delivery)
    }
}
