internal import Domain
internal import HTML
internal import Records

/// The form of a decision, and how it is read.
extension Decide {
    static let outside = "uden"

    static func fields(_ state: CaseState) -> [ActField] {
        let applied = state.visitation.proposal?.modality
        return [
            .choice(
                "afg-udfald", "Afgørelse\(applied.map { " om \($0.danishName)" } ?? "")",
                [
                    Choice(Outcome.granted.rawValue, "Bevilges"),
                    Choice(Outcome.otherGranted.rawValue, "Bevilges et andet tilbud"),
                    Choice(
                        Outcome.refused.rawValue, "Afslag",
                        hint: "Skriv, hvad vi tilbyder i stedet"),
                ]),
            .select(
                "afg-andet", "Hvilket andet tilbud?",
                Modality.allCases.filter { $0 != applied }.map {
                    Choice($0.rawValue, "\($0.danishName.capitalisedFirst)")
                }, prompt: "Kun ved et andet tilbud"),
            ActField(
                name: "afg-sted", label: "Sted", kind: .line(lengthMax: 200),
                hint: "Kun når noget bevilges", isOptional: true),
            ActField(name: "afg-fra", label: "Fra", kind: .day, isOptional: true, row: 1),
            ActField(name: "afg-til", label: "Til og med", kind: .day, isOptional: true, row: 1),
            ActField(
                name: "afg-betaling", label: "Egenbetaling for kost og logi, kr. om dagen",
                kind: .number, hint: "Tomt, når det er gratis", isOptional: true),
            .text(
                "afg-betaling-hvorfor", "Hvorfor betaler borgeren?", lengthMax: 1_000,
                isOptional: true, isAsked: false),
            ActField(
                name: "afg-begrundelse", label: "Begrundelse til borgeren",
                kind: .text(rows: 5, lengthMax: 5_000),
                hint: "Vi har lagt vægt på … Skriv til borgeren, kort og venligt", isOptional: true),
            .text(
                "afg-i-stedet", "I stedet tilbyder vi", lengthMax: 2_000, isOptional: true),
            .text(
                "afg-uden-hoering", "Hvorfor er borgeren ikke hørt først?", lengthMax: 1_000,
                isOptional: true, isAsked: false),
        ] + meetingFields(state) + LetterFields.all(state)
    }

    /// Where the body meets, a decision is taken at a meeting, or outside one for a reason.
    private static func meetingFields(_ state: CaseState) -> [ActField] {
        let visitation = state.visitation
        guard let body = state.decidingBody, body.meets else { return [] }
        let meetings = visitation.agenda.reversed().map {
            Choice($0.meeting.formText, "På mødet \($0.heldOn.danishDigits)")
        }
        return [
            .choice(
                "afg-hvor", "Hvor er det besluttet?",
                meetings + [Choice(outside, "Uden for et møde")],
                chosen: meetings.first?.value ?? outside, hint: "\(body.name)"),
            .text(
                "afg-uden-moede", "Hvorfor uden for et møde?", lengthMax: 1_000, isOptional: true),
            .text(
                "afg-referat", "Til referatet", lengthMax: 5_000, isOptional: true),
        ]
    }

    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let outcome = typed.choice(
            "afg-udfald", Outcome.self, ifMissing: "Vælg, hvad der er besluttet")
        let grant = outcome.flatMap { $0 == .refused ? nil : Self.grant($0, &typed, state) }
        var words = DecisionWords()
        let isAdverse = outcome != .granted || grant?.payment != nil
        words.reasons = typed.letterText(
            "afg-begrundelse",
            ifMissing: isAdverse ? "Skriv begrundelsen, som borgeren får den" : nil)
        words.instead = typed.letterText(
            "afg-i-stedet",
            ifMissing: outcome == .refused ? "Skriv, hvad vi tilbyder i stedet" : nil)
        words.paymentWhy = typed.letterText("afg-betaling-hvorfor")
        if grant?.payment != nil, words.paymentWhy.isEmpty {
            typed.fault(
                "afg-betaling", "Skriv, hvorfor borgeren betaler", asking: "afg-betaling-hvorfor")
        }
        words.noHearing = typed.letterText("afg-uden-hoering")
        let visitation = state.visitation
        if isAdverse, outcome != nil, words.noHearing.isEmpty, visitation.hearing == nil {
            typed.fault(
                "afg-udfald",
                """
                Borgeren skal høres først (\(Law.citation(.hearing, on: state.today))). Send en \
                partshøring, eller skriv, hvorfor det ikke er nødvendigt
                """, asking: "afg-uden-hoering")
        }
        let meeting = Self.meeting(&typed, state, &words)
        recipient = typed.recipient()
        let delivery = typed.delivery(state)
        self.outcome = try typed.required(outcome)
        self.grant = grant
        self.words = words
        self.meeting = meeting
        self.delivery = try typed.required(delivery)
    }

    private static func meeting(
        _ typed: inout TypedForm, _ state: CaseState, _ words: inout DecisionWords
    ) -> FormID? {
        guard state.decidingBody?.meets == true else { return nil }
        words.minutes = typed.text("afg-referat")
        let place = typed.raw("afg-hvor")
        if let meeting = state.visitation.agenda.last(where: { $0.meeting.formText == place }) {
            return meeting.meeting
        }
        if place != outside { typed.fault("afg-hvor", "Vælg, hvor det er besluttet") }
        words.outsideMeeting = typed.text(
            "afg-uden-moede", ifMissing: "Skriv, hvorfor det er besluttet uden for et møde")
        return nil
    }

    private static func grant(
        _ outcome: Outcome, _ typed: inout TypedForm, _ state: CaseState
    ) -> Grant? {
        let applied = state.visitation.proposal?.modality
        let modality =
            outcome == .granted
            ? applied ?? .residential
            : typed.choice(
                "afg-andet", Modality.self, ifMissing: "Vælg, hvilket andet tilbud der bevilges")
        if outcome == .otherGranted, let modality, modality == applied {
            typed.fault("afg-andet", "Det er det, der er søgt om. Vælg Bevilges")
        }
        let place = typed.text("afg-sted", ifMissing: "Skriv stedet")
        let from = typed.comingDay(
            "afg-fra", ifMissing: "Skriv, hvornår det begynder",
            ifPast: "Det kan ikke begynde før i dag")
        let until = typed.comingDay(
            "afg-til", ifMissing: "Skriv den sidste dag", ifPast: "Det kan ikke slutte før i dag")
        if let from, let until, until < from {
            typed.fault("afg-til", "Den sidste dag ligger før den første")
        }
        let payment =
            typed.raw("afg-betaling").isEmpty
            ? nil
            : typed.number(
                "afg-betaling", in: 0...paymentMax,
                otherwise: "Skriv et beløb i hele kroner, højst \(paymentMax)")
        guard let modality, let from, let until else { return nil }
        return Grant(
            modality: modality, place: plainLine(place), from: from, until: until,
            payment: payment == 0 ? nil : payment)
    }
}

extension CaseState {
    /// Who decides on what is applied for.
    var decidingBody: QualityStandard.DecidingBody? {
        visitation.proposal.flatMap {
            standard.standard.decidingBody(for: $0.modality, isYoung: $0.isYoung)
        }
    }
}
