internal import Domain
internal import HTML
internal import Records

/// A letter is made from its template, to be printed and sent or handed over.
struct MakeLetter: CaseAct {
    static let address = "brev"
    static let title = "Skriv et brev"
    static let button = "Lav brevet"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("letter-made", "lavede et brev")
    static let ownFacts: [any HouseFact.Type] = [LetterMade.self]

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .select(
                "brev", "Hvilket brev?", LetterKinds.all.map { Choice($0.id, "\($0.title)") },
                chosen: LetterKinds.all.first?.id),
            LetterFields.recipientField,
            ActField(
                name: "brev-tekst", label: "Det, du selv skriver i brevet",
                kind: .text(rows: 4, lengthMax: 5_000),
                hint: "Nogle breve er færdige. Andre har brug for dine ord", isOptional: true),
        ]
    }

    static func told(_ entry: LedgerEntry) -> String {
        let kind = entry.own(LetterMade.self).flatMap { LetterKinds.kind($0.kind) }
        return "Brev: \(kind?.title ?? "uden titel")"
    }

    let kind: any LetterKind.Type
    let recipient: [String]
    /// What the writer adds; empty where the letter says everything itself.
    var words = ""

    func require(_ state: CaseState) throws(ActRefusal) {}

    func facts(in scene: ActScene) throws -> [NewFact] {
        let text = LetterText(
            recipient: recipient, subject: kind.title,
            paragraphs: kind.paragraphs(
                LetterContent(scene.state, to: recipient, saying: words)) ?? [])
        return [
            NewFact(
                LetterMade(kind: kind.id, version: kind.version), on: scene.day, body: text)
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Brevet er lavet.", next: "Åbn det under Breve, og udskriv det derfra.")
    }
}

extension MakeLetter {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let chosen = typed.raw("brev")
        let kind = LetterKinds.all.first { $0.id.utf8.elementsEqual(chosen.utf8) }
        if kind == nil { typed.fault("brev", "Vælg et brev") }
        recipient = typed.recipient()
        words = typed.letterText("brev-tekst")
        if let kind, words.isEmpty, let missing = kind.asksFor {
            typed.fault("brev-tekst", missing)
        }
        let content = LetterContent(state, to: recipient, saying: words)
        if let kind, kind.paragraphs(content) == nil {
            typed.fault("brev", "Brevet passer ikke til sagen. Vælg et andet")
        }
        self.kind = try typed.required(kind)
    }
}
