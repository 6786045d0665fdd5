internal import Domain
internal import HTML
internal import Records

/// The citizen is asked for her view before a decision that is not what she applied for (partshøring).
///
/// - Law: Forvaltningsloven § 19.
struct SendHearing: CaseAct {
    static let address = "partshoering"
    static let title = "Partshøring"
    static let button = "Send partshøringen"
    static let roles: Set<Role> = [.consultant, .visitator, .leader]
    static let audit = AuditAction("hearing-sent", "sendte en partshøring")
    static let ownFacts: [any HouseFact.Type] = [HearingSent.self]
    static let isFinal = true
    static let isChecked = true
    static let leadsTo = CaseTab.decisions

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .text(
                "hoer-om", "Hvad lægger vi vægt på, som borgeren ikke kender eller er uenig i?",
                rows: 4),
            .day(
                "hoer-frist", "Svar senest", nil,
                hint: "For eksempel \(state.today.adding(days: 14).fieldText) eller +14"),
        ] + LetterFields.all(state)
    }

    static func told(_ entry: LedgerEntry) -> String {
        let until = entry.own(HearingSent.self)?.until.danishDigits ?? ""
        return "Partshøring sendt, svar senest \(until)"
    }

    let facts: String
    let until: CalendarDay
    let recipient: [String]
    let delivery: Delivery

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        guard state.visitation.proposal?.isReady == true else { throw .nothingApplied }
        if let day = state.visitation.decidedOn, state.visitation.reopened == nil {
            throw .decidedAlready(day)
        }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [
            NewFact(
                HearingSent(until: until), on: scene.day,
                body: WordsWithLetter(facts, letter(scene.state)))
        ]
    }

    func preview(_ scene: ActScene, _ reading: CaseReading) -> HTML {
        reading.draft(of: letter(scene.state), by: scene.actor.staff)
    }

    private func letter(_ state: CaseState) -> LetterText {
        let what = state.visitation.proposal?.modality.danishName ?? "behandling"
        return LetterText(
            recipient: recipient, subject: ActLetter.hearing.title,
            paragraphs: [
                "Kære \(recipient.first ?? "")",
                """
                Du har søgt om \(what). Vi har ikke afgjort det endnu. Måske kan vi ikke sige ja til \
                det, du har søgt om. Derfor vil vi gerne høre dig først.
                """,
                "Vi lægger vægt på dette:", facts,
                """
                Er det rigtigt? Er der noget, vi har misforstået, eller noget, vi har brug for at \
                vide? Skriv eller ring til os senest \(until.inWords). Så tager vi dit svar med.
                """,
                """
                Du behøver ikke at svare. Så afgør vi det ud fra det, vi ved nu. Du kan få hjælp til \
                at svare. Ring til os på \(state.standard.profile.phone).
                """,
                "Din ret til at blive hørt står i \(Law.citation(.hearing, on: state.today)).",
            ])
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Partshøringen er sendt.",
            next: "Der kan træffes afgørelse, når svaret er kommet, eller efter \(until.inWords).")
    }

    func field(of refusal: ActRefusal) -> String? { "hoer-om" }
}

extension SendHearing {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        facts = typed.letterText("hoer-om", ifMissing: "Skriv, hvad vi lægger vægt på")
        let until = typed.comingDay(
            "hoer-frist", ifMissing: "Skriv, hvornår borgeren senest kan svare",
            ifPast: "Datoen kan ikke ligge før i dag")
        recipient = typed.recipient()
        let delivery = typed.delivery(state)
        self.until = try typed.required(until)
        self.delivery = try typed.required(delivery)
    }
}

/// The citizen's answer, or word that she has none.
struct AnswerHearing: CaseAct {
    static let address = "hoeringssvar"
    static let title = "Svar på partshøring"
    static let button = "Gem svaret"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("hearing-answered", "skrev et svar på en partshøring")
    static let ownFacts: [any HouseFact.Type] = [HearingAnswered.self]
    static let leadsTo = CaseTab.decisions

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .choice(
                "svar", "Hvad svarede borgeren?",
                [
                    Choice("bemaerkninger", "Har bemærkninger"),
                    Choice("ingen", "Har ingen bemærkninger"),
                ]),
            .text("hoering-svar", "Borgerens bemærkninger", rows: 4, isOptional: true),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let answer = entry.own(HearingAnswered.self) else { return nil }
        return FieldValues([
            "svar": [answer.hasRemarks ? "bemaerkninger" : "ingen"],
            "hoering-svar": body.text.map { [$0] } ?? [],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        entry.own(HearingAnswered.self)?.hasRemarks == true
            ? "Svar på partshøring" : "Svar på partshøring: ingen bemærkninger"
    }

    let hasRemarks: Bool
    let text: String

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        guard state.visitation.hearing != nil else { throw .nothingAsked }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(HearingAnswered(hasRemarks: hasRemarks), on: scene.day, body: Words(text))]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Svaret er gemt på sag \(state.ref.number).")
    }
}

extension AnswerHearing {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let answer = typed.raw("svar")
        if !["bemaerkninger", "ingen"].contains(answer) {
            typed.fault("svar", "Vælg, hvad borgeren svarede")
        }
        hasRemarks = answer == "bemaerkninger"
        text = typed.text(
            "hoering-svar", ifMissing: hasRemarks ? "Skriv borgerens bemærkninger" : nil)
        try typed.finish()
    }
}
