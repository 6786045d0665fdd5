internal import Domain
internal import HTML
internal import Records

/// The decision is put off (udsættes): why, and until when. The citizen is told.
struct PostponeDecision: CaseAct {
    static let address = "udsaet"
    static let title = "Udsæt afgørelsen"
    static let button = "Udsæt"
    static let roles: Set<Role> = [.visitator, .leader]
    static let audit = AuditAction("decision-postponed", "udsatte en afgørelse")
    static let ownFacts: [any HouseFact.Type] = [DecisionPostponed.self]
    static let isFinal = true
    static let isChecked = true
    static let leadsTo = CaseTab.decisions

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .text("udsat-hvorfor", "Hvorfor udsættes den?", rows: 3),
            .day(
                "udsat-til", "Tages op igen", nil,
                hint: "For eksempel \(state.today.adding(days: 7).fieldText) eller +7"),
        ] + LetterFields.all(state)
    }

    static func told(_ entry: LedgerEntry) -> String {
        "Afgørelsen er udsat til \(entry.own(DecisionPostponed.self)?.until.danishDigits ?? "")"
    }

    let why: String
    let until: CalendarDay
    let recipient: [String]
    let delivery: Delivery

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        try state.requireAwaitingDecision()
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [
            NewFact(
                DecisionPostponed(until: until), on: scene.day,
                body: WordsWithLetter(why, letter(scene.state)))
        ]
    }

    func preview(_ scene: ActScene, _ reading: CaseReading) -> HTML {
        reading.draft(of: letter(scene.state), by: scene.actor.staff)
    }

    private func letter(_ state: CaseState) -> LetterText {
        let what = state.visitation.proposal?.modality.danishName ?? "behandling"
        return LetterText(
            recipient: recipient, subject: ActLetter.postponed.title,
            paragraphs: [
                "Kære \(recipient.first ?? "")",
                "Du har søgt om \(what). Vi har ikke afgjort det endnu.",
                "Det er fordi: \(why)",
                "Vi tager det op igen \(until.inWords). Så skriver vi til dig.",
                """
                Du kan stadig komme til samtaler hos os imens. Ring til os på \
                \(state.standard.profile.phone), hvis du er i tvivl om noget.
                """,
            ])
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Afgørelsen er udsat til \(until.inWords).")
    }

    func field(of refusal: ActRefusal) -> String? { "udsat-hvorfor" }
}

extension PostponeDecision {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        why = typed.letterText("udsat-hvorfor", ifMissing: "Skriv, hvorfor afgørelsen udsættes")
        let until = typed.comingDay(
            "udsat-til", ifMissing: "Skriv, hvornår den tages op igen",
            ifPast: "Datoen kan ikke ligge før i dag")
        recipient = typed.recipient()
        let delivery = typed.delivery(state)
        self.until = try typed.required(until)
        self.delivery = try typed.required(delivery)
    }
}

extension CaseState {
    /// Something is applied for and not decided.
    func requireAwaitingDecision() throws(ActRefusal) {
        let visitation = visitation
        guard visitation.proposal?.isReady == true else { throw .nothingApplied }
        if let day = visitation.decidedOn, visitation.reopened == nil {
            throw .decidedAlready(day)
        }
    }
}

/// Whoever has a conflict of interest says so herself, and takes no part in the decision.
///
/// - Law: Forvaltningsloven § 3.
struct DeclareConflict: CaseAct {
    static let address = "inhabil"
    static let title = "Jeg er inhabil"
    static let button = "Gem, at jeg er inhabil"
    static let roles: Set<Role> = [.consultant, .medical, .visitator, .leader]
    static let audit = AuditAction("conflict-declared", "meldte sig inhabil i en sag")
    static let ownFacts: [any HouseFact.Type] = [ConflictOfInterest.self]
    static let leadsTo = CaseTab.decisions

    static func fields(_ state: CaseState) -> [ActField] {
        [.text("inhabil-hvorfor", "Hvorfor?", lengthMax: 500)]
    }

    static func told(_ entry: LedgerEntry) -> String { "Inhabil" }

    let why: String

    func require(_ state: CaseState) throws(ActRefusal) { try state.requireOpen() }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(ConflictOfInterest(), on: scene.day, body: Words(why))]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Du er skrevet op som inhabil. En anden træffer afgørelsen.")
    }
}

extension DeclareConflict {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        why = typed.text("inhabil-hvorfor", ifMissing: "Skriv, hvorfor du er inhabil")
        try typed.finish()
    }
}
