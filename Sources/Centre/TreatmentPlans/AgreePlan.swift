internal import Domain
internal import HTML
internal import Records

/// The plan was gone through and agreed with the citizen (godkendt sammen med borgeren). The first of a course lays the
/// plan; every later one is a review of it.
struct AgreePlan: CaseAct {
    static let address = "aftal-plan"
    static let title = "Aftalt med borgeren"
    static let button = "Planen er aftalt"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("plan-agreed", "aftalte en behandlingsplan")

    /// How it was agreed.
    enum How: String, CaseIterable, Sendable {
        case together = "sammen"
        case phone = "telefon"
        case video, letter = "brev"

        var danishName: String {
            switch self {
            case .together: "Sammen, ansigt til ansigt"
            case .phone: "I telefon"
            case .video: "På video"
            case .letter: "Skriftligt"
            }
        }
    }

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .day("aftalt-dato", "Aftalt den", state.today),
            .choice(
                "aftalt-hvordan", "Hvordan?",
                How.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
                chosen: How.together.rawValue, isInline: true),
            .text("aftalt-med", "Hvem var med, og hvad sagde borgeren?", isOptional: true),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard entry.isPlanAct, let how = entry.details["how"]?.string, entry.agreedPlan != nil
        else {
            return nil
        }
        return FieldValues([
            "aftalt-dato": [entry.on.fieldText], "aftalt-hvordan": [how],
            "aftalt-med": body.text.map { [$0] } ?? [],
        ])
    }

    let day: CalendarDay
    let how: How
    let text: String

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        try state.requireAsked(on: day)
        guard let plan = state.file.latestPlan else { throw .noPlan }
        if let agreed = state.file.current.first(where: { $0.agreedPlan == plan.id }) {
            throw .planAgreedAlready(agreed.on)
        }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        var details = JSONObject()
        // A correction of the day is about the same version.
        let plan = scene.corrected?.agreedPlan ?? scene.state.file.latestPlan?.id
        details.append("plan", plan.map { .string($0.formText) })
        details.append("how", .string(how.rawValue))
        // The first of the course, and the first still when its form is sent a second time.
        let earlier = scene.state.file.planInCourse
        let isFirst = earlier == nil || earlier?.agreedPlan == plan
        let fact = scene.corrected?.fact ?? (isFirst ? Fact.planAgreed : .planReviewed)
        return [NewFact(fact, on: day, details: details, body: Words(text))]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Planen er aftalt med borgeren \(day.nearInWords).",
            next: "Under fanen Plan kan du udskrive den, og der står, hvornår den skal ses igen.")
    }

    func field(of refusal: ActRefusal) -> String? { "aftalt-dato" }
}

extension AgreePlan {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let day = typed.pastDay("aftalt-dato")
        let how = typed.choice(
            "aftalt-hvordan", How.self, ifMissing: "Vælg, hvordan den blev aftalt")
        text = typed.text("aftalt-med")
        self.day = try typed.required(day)
        self.how = try typed.required(how)
    }
}

/// The plan was seen again with the citizen, and stands as it is (planen set igen).
struct ReviewPlan: CaseAct {
    static let address = "se-plan-igen"
    static let title = "Planen er set igen"
    static let button = "Planen er set igen"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("plan-reviewed", "så en behandlingsplan igen")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .day("set-dato", "Set den", state.today),
            .text("set-tekst", "Hvordan går det med målene?", rows: 3),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard entry.isPlanAct, entry.agreedPlan == nil else { return nil }
        return FieldValues([
            "set-dato": [entry.on.fieldText], "set-tekst": body.text.map { [$0] } ?? [],
        ])
    }

    let day: CalendarDay
    let text: String

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireOpen()
        guard state.file.planInCourse != nil else { throw .noPlan }
        if let agreed = state.file.chronological.last(where: { $0.fact == .planAgreed }),
            day < agreed.on
        {
            throw .beforePlan(agreed.on)
        }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(scene.corrected?.fact ?? .planReviewed, on: day, body: Words(text))]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Det er noteret, at planen er set igen \(day.nearInWords).")
    }

    func field(of refusal: ActRefusal) -> String? { "set-dato" }
}

extension ReviewPlan {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let day = typed.pastDay("set-dato")
        text = typed.text("set-tekst", ifMissing: "Skriv, hvordan det går med målene")
        self.day = try typed.required(day)
    }
}
