internal import Domain
internal import HTML
internal import Records

/// What came of a complaint, after the centre has looked at it again (genvurdering).
struct ComplaintConcluded: HouseFact {
    static let type = "complaint-concluded"
    typealias Body = ComplaintAnswer

    /// What came of it.
    enum Outcome: String, CaseIterable, Sendable {
        case upheld, partly, rejected, withdrawn, forwarded

        /// As staff say it.
        var danishName: String {
            switch self {
            case .upheld: "Borgeren fik ret"
            case .partly: "Borgeren fik delvist ret"
            case .rejected: "Borgeren fik ikke ret"
            case .withdrawn: "Klagen blev trukket"
            case .forwarded: "Sendt videre til rette sted"
            }
        }
    }

    let complaint: EntryID
    let outcome: Outcome

    init(complaint: EntryID, outcome: Outcome) {
        self.complaint = complaint
        self.outcome = outcome
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let complaint = keys["complaint"]?.string.flatMap({ EntryID(formText: $0) }),
            let outcome = keys["outcome"]?.string.flatMap(Outcome.init)
        else { throw StoredValueError(expected: "a concluded complaint") }
        self.init(complaint: complaint, outcome: outcome)
    }

    var keys: JSONObject {
        JSONObject([
            .init("complaint", .string(complaint.formText)),
            .init("outcome", .string(outcome.rawValue)),
        ])
    }
}

/// What was answered, and what the centre learns from it.
struct ComplaintAnswer: FactBody {
    var text: String
    /// Without names: the leader reads them together. Empty where nothing was learned.
    var lesson: String

    init(text: String, lesson: String) {
        self.text = text
        self.lesson = lesson
    }

    init(_ json: JSONObject) throws(StoredValueError) {
        text = json["text"]?.string ?? ""
        lesson = json["lesson"]?.string ?? ""
    }

    var json: JSONObject {
        var json = JSONObject([.init("text", .string(text))])
        if !lesson.isEmpty { json.append("lesson", .string(lesson)) }
        return json
    }
}

/// A complaint is answered, sent on, or over for another reason.
struct ConcludeComplaint: CaseAct {
    static let address = "klagesvar"
    static let title = "Svar på en klage"
    static let button = "Gem svaret"
    static let roles: Set<Role> = [.visitator, .leader]
    static let leadsTo = CaseTab.complaints
    static let audit = AuditAction("complaint-concluded", "svarede på en klage")
    static let ownFacts: [any HouseFact.Type] = [ComplaintConcluded.self]

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .select(
                "svar-klage", "Hvilken klage?", state.complaintChoices { _ in true }, prompt: "Vælg"
            ),
            .choice(
                "svar-udfald", "Hvad blev der af den?",
                ComplaintConcluded.Outcome.allCases.map { outcome in
                    Choice(
                        outcome.rawValue, "\(outcome.danishName)",
                        hint: outcome == .forwarded
                            ? "For eksempel til Styrelsen for Patientklager" : nil)
                }),
            .text("klagesvar", "Hvad svarede vi, og hvorfor?", rows: 4, lengthMax: 10_000),
            .day("klagesvar-dato", "Svaret er givet", state.today),
            ActField(
                name: "svar-laering", label: "Hvad lærer vi af det?",
                kind: .text(rows: 2, lengthMax: 2_000),
                hint: "Uden navne. Lederen læser dem samlet", isOptional: true),
        ]
    }

    static func about(_ entry: LedgerEntry, _ state: CaseState) -> FieldValues? {
        WrittenComplaint(entry).map { FieldValues(["svar-klage": [$0.entry.id.formText]]) }
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let concluded = entry.own(ComplaintConcluded.self) else { return nil }
        let answer = try? body.read(ComplaintAnswer.self)
        return FieldValues([
            "svar-klage": [concluded.complaint.formText],
            "svar-udfald": [concluded.outcome.rawValue], "klagesvar": [answer?.text ?? ""],
            "klagesvar-dato": [entry.on.fieldText], "svar-laering": [answer?.lesson ?? ""],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        "Klage: \(entry.own(ComplaintConcluded.self)?.outcome.danishName.lowercased() ?? "")"
    }

    let complaint: EntryID
    let outcome: ComplaintConcluded.Outcome
    let answer: ComplaintAnswer
    let day: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) {
        guard let written = state.file.complaint(complaint) else { throw .noComplaint }
        if let day = written.endedOn { throw .complaintOver(day) }
        if day < written.entry.on { throw .beforeComplaint(written.entry.on) }
        // One that came too late is judged first: whether it is taken up at all.
        if state.lateness(of: written) != nil, written.assessment == nil {
            throw .lateComplaintFirst
        }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        let fact = NewFact(
            ComplaintConcluded(complaint: complaint, outcome: outcome), on: day, body: answer)
        guard scene.corrected == nil else { return [fact] }
        return [
            fact,
            NewFact(.pendingEnded(.complaint), on: day).together(with: scene.id),
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        let isDecision = state.file.complaint(complaint)?.complaint.about == .decision
        let isChanged = [.upheld, .partly].contains(outcome)
        return Confirmation(
            "Svaret er gemt.",
            next: isDecision && isChanged ? "Skriv den nye afgørelse på sagen." : nil)
    }

    func field(of refusal: ActRefusal) -> String? {
        if case .beforeComplaint = refusal { "klagesvar-dato" } else { "svar-klage" }
    }
}

extension ConcludeComplaint {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let complaint = typed.entry("svar-klage")
        if complaint == nil { typed.fault("svar-klage", "Vælg, hvilken klage det er") }
        let outcome = typed.choice(
            "svar-udfald", ComplaintConcluded.Outcome.self, ifMissing: "Vælg, hvad der blev af den")
        answer = ComplaintAnswer(
            text: typed.text("klagesvar", ifMissing: "Skriv, hvad vi svarede"),
            lesson: typed.text("svar-laering"))
        let day = typed.pastDay("klagesvar-dato")
        self.complaint = try typed.required(complaint)
        self.outcome = try typed.required(outcome)
        self.day = try typed.required(day)
    }
}
