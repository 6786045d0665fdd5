internal import Domain
internal import Records

/// The letter of a decision: what was decided, why, by whom, on what law, and how to complain. Staff write the reasons;
/// every date, paragraph and address is the rules'.
///
/// - Law: Forvaltningsloven §§ 22–25.
struct DecisionLetter {
    let decide: Decide
    let state: CaseState
    let draft: DecisionDraft

    var text: LetterText {
        LetterText(
            recipient: decide.recipient,
            subject: "Afgørelse om \(draft.applied.danishName)",
            decision: decision,
            paragraphs: paragraphs.filter { !$0.isEmpty },
            guidance: draft.isAdverse ? guidance : [])
    }

    private var profile: CentreProfile { state.standard.profile }
    private var words: DecisionWords { decide.words }

    // MARK: What was decided

    private var decision: [String] {
        switch decide.outcome {
        case .granted: granted
        case .otherGranted: ["Du kan ikke få \(draft.applied.danishName) nu."] + granted
        case .refused:
            [
                "Du kan ikke få \(draft.applied.danishName) nu.",
                "I stedet tilbyder vi: \(words.instead)",
            ]
        }
    }

    private var granted: [String] {
        guard let grant = decide.grant else { return [] }
        let what = decide.outcome == .granted ? "Du får" : "I stedet får du"
        return [
            "\(what) \(grant.modality.danishName). Stedet er \(grant.place).",
            "Du kan begynde \(grant.from.inWords). Det gælder til og med \(grant.until.inWords).",
            payment(grant),
        ]
    }

    private func payment(_ grant: Decide.Grant) -> String {
        guard let crowns = grant.payment else { return "Det er gratis for dig." }
        return """
            Behandlingen er gratis. Du betaler \(crowns) kr. om dagen for mad og for at bo der. \
            \(words.paymentWhy)
            """
    }

    // MARK: Why

    private var paragraphs: [String] {
        [
            "Kære \(decide.recipient.first ?? "")",
            "Du har søgt om \(draft.applied.danishName). Nu har vi afgjort det.",
            words.reasons.isEmpty ? "" : "Vi har lagt vægt på dette: \(words.reasons)",
            hearing,
            freeChoice,
            taken,
            "Reglerne, vi har brugt, er: \(legalBasis).",
            "Har du spørgsmål, så ring til os på \(profile.phone).",
        ]
    }

    /// What came of asking the citizen, or why she was not asked.
    private var hearing: String {
        guard draft.isAdverse else { return "" }
        guard words.noHearing.isEmpty else {
            return "Vi har ikke spurgt dig først. Det er fordi: \(words.noHearing)"
        }
        guard let hearing = state.visitation.hearing else { return "" }
        let asked = "Vi skrev til dig \(hearing.asked.on.inWords) og spurgte, hvad du mener."
        guard let answer = hearing.answer?.own(HearingAnswered.self) else {
            return "\(asked) Vi har ikke hørt fra dig."
        }
        return answer.hasRemarks
            ? "\(asked) Vi har læst dit svar og tænkt over det."
            : "\(asked) Du havde ikke mere at sige."
    }

    /// Nobody is granted anything without being told of her choice.
    private var freeChoice: String {
        guard let grant = decide.grant else { return "" }
        var history = state.file.history()
        let place = ChosenPlace(
            modality: grant.modality, granted: grant.modality, approved: true, listed: true,
            municipalAgreements: 1, municipal: false)
        history.questions = [Question(on: state.today, .freeChoice(place))]
        let answer = verdict(of: history, under: state.standard.standard, on: state.today)
            .answers.first
        guard answer?.allowed == true else { return "" }
        return """
            Du kan vælge et andet sted til \(grant.modality.danishName). Det skal være godkendt af \
            Socialtilsynet og stå på tilbudsportalen.dk. Vi hjælper dig gerne med at finde et.
            """
    }

    private var taken: String {
        let who = decide.rules(state).body?.name ?? profile.unit
        let meeting = state.visitation.agenda.last { $0.meeting == decide.meeting }
        guard let meeting else { return "Det er afgjort \(state.today.inWords) af: \(who)." }
        return "Det er afgjort på et møde \(meeting.heldOn.inWords) af: \(who)."
    }

    private var legalBasis: String {
        decide.rules(state).legalBasis.joined(separator: "; ")
    }

    // MARK: How to complain

    private var guidance: [String] {
        guard let adverse = decide.decisions(state).first else { return [] }
        return guidanceText(
            complaintGuidance(on: adverse, dated: state.today, under: state.standard.standard),
            delivery: decide.delivery, phone: profile.phone)
    }
}
