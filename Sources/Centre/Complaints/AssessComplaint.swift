internal import Domain
internal import HTML
internal import Records

/// A complaint that came too late was looked at: whether it is taken up all the same.
struct ComplaintAssessed: HouseFact {
    static let type = "complaint-assessed"

    let complaint: EntryID
    let isTaken: Bool

    init(complaint: EntryID, isTaken: Bool) {
        self.complaint = complaint
        self.isTaken = isTaken
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let complaint = keys["complaint"]?.string.flatMap({ EntryID(formText: $0) }),
            let isTaken = keys["taken"]?.bool
        else { throw StoredValueError(expected: "an assessed complaint") }
        self.init(complaint: complaint, isTaken: isTaken)
    }

    var keys: JSONObject {
        JSONObject([
            .init("complaint", .string(complaint.formText)), .init("taken", .bool(isTaken)),
        ])
    }
}

/// Decides whether a complaint that came after its day is taken up all the same (dispensation), and says why.
struct AssessComplaint: CaseAct {
    static let address = "klage-for-sent"
    static let title = "Vurdér en klage, der kom for sent"
    static let button = "Gem vurderingen"
    static let roles: Set<Role> = [.visitator, .leader]
    static let leadsTo = CaseTab.complaints
    static let audit = AuditAction("complaint-assessed", "vurderede en klage, der kom for sent")
    static let ownFacts: [any HouseFact.Type] = [ComplaintAssessed.self]

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .select(
                "sent-klage", "Hvilken klage?",
                state.complaintChoices { state.lateness(of: $0) != nil }, prompt: "Vælg"),
            .choice(
                "sent-svar", "Behandles klagen alligevel?",
                [
                    Choice("ja", "Ja, klagen behandles"),
                    Choice("nej", "Nej, klagen behandles ikke"),
                ]),
            .text("sent-hvorfor", "Hvorfor?", rows: 3, lengthMax: 5_000),
        ]
    }

    static func about(_ entry: LedgerEntry, _ state: CaseState) -> FieldValues? {
        WrittenComplaint(entry).map { FieldValues(["sent-klage": [$0.entry.id.formText]]) }
    }

    static func told(_ entry: LedgerEntry) -> String {
        entry.own(ComplaintAssessed.self)?.isTaken == false
            ? "Klagen kom for sent og behandles ikke"
            : "Klagen kom for sent, men behandles alligevel"
    }

    let complaint: EntryID
    let isTaken: Bool
    let why: String

    func require(_ state: CaseState) throws(ActRefusal) {
        guard let written = state.file.complaint(complaint) else { throw .noComplaint }
        if let day = written.endedOn { throw .complaintOver(day) }
        guard state.lateness(of: written) != nil else { throw .complaintInTime }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        let fact = NewFact(
            ComplaintAssessed(complaint: complaint, isTaken: isTaken), on: scene.day,
            body: Words(why))
        guard !isTaken else { return [fact] }
        return [
            fact,
            NewFact(.pendingEnded(.complaint), on: scene.day).together(with: scene.id),
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            isTaken ? "Klagen behandles alligevel." : "Klagen behandles ikke.",
            next: isTaken ? nil : "Skriv til borgeren, hvorfor.")
    }

    func field(of refusal: ActRefusal) -> String? { "sent-klage" }
}

extension AssessComplaint {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let complaint = typed.entry("sent-klage")
        if complaint == nil { typed.fault("sent-klage", "Vælg, hvilken klage det er") }
        isTaken = typed.raw("sent-svar") == "ja"
        if !["ja", "nej"].contains(typed.raw("sent-svar")) {
            typed.fault("sent-svar", "Vælg, om klagen behandles")
        }
        why = typed.text("sent-hvorfor", ifMissing: "Skriv hvorfor")
        self.complaint = try typed.required(complaint)
    }
}
