internal import Domain
internal import HTML
internal import Records

/// An indstilling: what the citizen needs, what was tried, what she wishes herself, and what is proposed. Once it is ready
/// it stands on the next agenda by itself.
struct Propose: CaseAct {
    static let address = "indstilling"
    static let title = "Indstil til behandling"
    static let button = "Gem indstillingen"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("proposal-written", "skrev en indstilling")
    static let ownFacts: [any HouseFact.Type] = [ProposalWritten.self]
    static let leadsTo = CaseTab.decisions

    static func fields(_ state: CaseState) -> [ActField] {
        let modalities = modalities(state)
        let young: [ActField] =
            state.standard.standard.hasBodyForTheYoung
            ? [.tick("ind-ung", "Borgeren er under 18 år")] : []
        return [
            .choice(
                "ind-form", "Hvad indstilles til?",
                modalities.map { Choice($0.rawValue, "\($0.danishName.capitalisedFirst)") },
                chosen: modalities.first?.rawValue),
            .text("ind-oenske", "Borgerens eget ønske, gerne med egne ord", lengthMax: 2_000),
            .text("ind-behov", "Hvad har borgeren brug for?", rows: 4),
            .tick("ind-forsoegt", "Ambulant behandling er prøvet"),
            .text(
                "ind-proevet", "Hvad er prøvet, og hvad kom der ud af det?", rows: 3,
                isOptional: true),
            .text(
                "ind-hvorfor", "Hvorfor er ambulant behandling ikke nok?", isOptional: true),
            .text(
                "ind-undtagelse", "Hvorfor er ambulant behandling ikke prøvet først?",
                isOptional: true, isAsked: false),
            ActField(
                name: "ind-sted", label: "Foreslået sted", kind: .line(lengthMax: 200),
                isOptional: true),
            ActField(
                name: "ind-periode", label: "Foreslået periode", kind: .line(lengthMax: 100),
                hint: "For eksempel 12 uger fra 24-11", isOptional: true),
        ] + young + [
            .tick("ind-klar", "Klar til afgørelse", isOn: true)
        ]
    }

    /// Outpatient treatment needs a decision only where the standard says who takes it.
    private static func modalities(_ state: CaseState) -> [Modality] {
        Modality.allCases.filter {
            $0 != .outpatient
                || state.standard.standard.decidingBody(for: $0, isYoung: false) != nil
        }
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let proposal = Proposal(entry),
            let text = try? body.read(ProposalText.self)
        else { return nil }
        func line(_ text: String) -> [String] { text.isEmpty ? [] : [text] }
        return FieldValues([
            "ind-form": [proposal.modality.rawValue], "ind-oenske": line(text.wish),
            "ind-behov": line(text.need), "ind-forsoegt": proposal.outpatientTried ? ["ja"] : [],
            "ind-proevet": line(text.tried), "ind-hvorfor": line(text.whyNotLess),
            "ind-undtagelse": line(text.exception), "ind-sted": line(text.place),
            "ind-periode": line(text.period), "ind-ung": proposal.isYoung ? ["ja"] : [],
            "ind-klar": proposal.isReady ? ["ja"] : [],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        guard let proposal = Proposal(entry) else { return title }
        let what = "Indstilling til \(proposal.modality.danishName)"
        return proposal.isReady ? what : "\(what) (kladde)"
    }

    let proposal: ProposalWritten
    let text: ProposalText

    /// An indstilling that a decision was taken on stands; a new one is another.
    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        try state.requireAsked(on: state.today)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        guard proposal.isReady, proposal.modality != .outpatient else {
            return [NewFact(proposal, on: scene.day, body: text)]
        }
        return [
            NewFact(
                .application(application), on: scene.day,
                details: proposal.isYoung ? JSONObject([.init("young", true)]) : JSONObject(),
                body: text)
        ]
    }

    /// The reason itself is personal, and sealed with the rest.
    private var application: Application {
        Application(
            modality: proposal.modality, outpatientTried: proposal.outpatientTried,
            exceptionReason: text.exception.isEmpty ? nil : Self.seeText)
    }

    /// What stands in the plain key where the reason is sealed.
    static let seeText = "se indstillingen"

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Indstillingen er gemt på sag \(state.ref.number).",
            next: proposal.isReady
                ? "Den står på næste dagsorden." : "Sæt kryds i Klar, når den må komme på et møde.")
    }
}

extension Propose {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let modality = typed.choice(
            "ind-form", Modality.self, ifMissing: "Vælg, hvad der indstilles til")
        let isReady = typed.isTicked("ind-klar")
        let tried = typed.isTicked("ind-forsoegt")
        var text = ProposalText()
        text.wish = typed.text(
            "ind-oenske", ifMissing: isReady ? "Skriv, hvad borgeren selv ønsker" : nil)
        text.need = typed.text("ind-behov", ifMissing: "Skriv, hvad borgeren har brug for")
        text.tried = typed.text("ind-proevet")
        text.whyNotLess = typed.text("ind-hvorfor")
        text.exception = typed.text("ind-undtagelse")
        text.place = typed.text("ind-sted")
        text.period = typed.text("ind-periode")
        if let modality, modality != .outpatient, isReady {
            if text.whyNotLess.isEmpty {
                typed.fault("ind-hvorfor", "Skriv, hvorfor ambulant behandling ikke er nok")
            }
            let application = Application(
                modality: modality, outpatientTried: tried,
                exceptionReason: text.exception.isEmpty ? nil : Self.seeText)
            if let refusal = state.refusal(of: application) {
                typed.fault(
                    "ind-forsoegt", "\(refusal.text) Sæt kryds, eller skriv hvorfor",
                    asking: "ind-undtagelse")
            }
        }
        if modality == .outpatient, !Self.modalities(state).contains(.outpatient) {
            typed.fault("ind-form", "Ambulant behandling kræver ingen afgørelse her")
        }
        proposal = ProposalWritten(
            modality: try typed.required(modality), isReady: isReady,
            isYoung: typed.isTicked("ind-ung"),
            outpatientTried: tried)
        self.text = text
    }
}

extension CaseState {
    /// Why an application may not be sent as it stands; nil where it may.
    fileprivate func refusal(of application: Application) -> Reason? {
        var history = file.history()
        history.events.append(Event(on: today, .application(application)))
        history.questions = [Question(on: today, .sendApplication(application.modality))]
        let answer = verdict(of: history, under: standard.standard, on: today).answers.first
        return answer.flatMap { $0.allowed ? nil : $0.because.first }
    }
}
