internal import Domain
internal import HTML
internal import Records

/// The answer will come later than the seven working days: the citizen is told why, and when, in a letter (fristbrev).
///
/// - Law: Offentlighedsloven § 36, stk. 2; forvaltningsloven § 16, stk. 2.
struct DelayRecords: CaseAct {
    static let address = "aktindsigt-forsinket"
    static let title = "Vi kan ikke nå aktindsigten"
    static let button = "Lav brevet"
    static let roles = Set<Role>.clinical
    static let leadsTo = CaseTab.records
    static let audit = AuditAction("records-delayed", "skrev, at aktindsigt bliver forsinket")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            ActField(
                name: "forsinket-hvorfor", label: "Vi kan ikke nå det, fordi",
                kind: .text(rows: 2, lengthMax: 1_000),
                hint:
                    "Sætningen står i brevet. For eksempel: sagen er lang, og vi skal læse den igennem"
            ),
            ActField(
                name: "forsinket-dato", label: "Vi regner med at svare senest", kind: .day,
                hint: "For eksempel \(state.today.adding(days: 14).fieldText) eller +14"),
            ActField(
                name: "forsinket-modtager", label: "Modtager", kind: .text(rows: 4, lengthMax: 300),
                hint: "Navn og adresse, som de skal stå i rudekuverten"),
        ]
    }

    let why: String
    let expectedOn: CalendarDay
    let recipient: [String]

    func require(_ state: CaseState) throws(ActRefusal) {
        let waiting = try state.waitingRecordsRequest()
        if expectedOn <= waiting.due { throw .notDelayed(waiting.due) }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        let waiting = try scene.state.waitingRecordsRequest()
        let text = LetterText(
            recipient: recipient, subject: RecordsDelayLetter.title,
            paragraphs: RecordsDelayLetter.paragraphs(
                RecordsDelayLetter.Values(
                    name: recipient.first ?? "", askedOn: waiting.request.on.inWords,
                    due: waiting.due.inWords, why: why, expectedOn: expectedOn.inWords,
                    phone: scene.state.standard.profile.phone)))
        return [
            NewFact(
                LetterMade(kind: RecordsDelayLetter.id, version: RecordsDelayLetter.version),
                on: scene.day, body: text)
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Brevet er lavet.", next: "Åbn det under Breve på sagen, og send det i dag.")
    }

    func field(of refusal: ActRefusal) -> String? { "forsinket-dato" }
}

extension DelayRecords {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        why = typed.text("forsinket-hvorfor", ifMissing: "Skriv, hvorfor vi ikke kan nå det")
        let day = typed.comingDay(
            "forsinket-dato", ifMissing: "Skriv, hvornår vi regner med at svare",
            ifPast: "Den dag er gået. Skriv en dag, der kommer")
        recipient = typed.text("forsinket-modtager", ifMissing: "Skriv, hvem brevet er til")
            .split(whereSeparator: \.isNewline).map { plainLine(String($0)) }
            .filter { !$0.isEmpty }
        expectedOn = try typed.required(day)
    }
}
