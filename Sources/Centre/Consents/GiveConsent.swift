internal import Domain
internal import HTML
internal import Records

/// The citizen consents to somebody being told something (samtykke): to whom, what, what for, and whether in writing.
///
/// - Law: Sundhedsloven §§ 43-44; forvaltningsloven § 29.
struct GiveConsent: CaseAct {
    static let address = "samtykke"
    static let title = "Nyt samtykke"
    static let button = "Gem samtykket"
    static let roles = Set<Role>.clinical
    static let leadsTo = CaseTab.consents
    static let audit = AuditAction("consent-given", "skrev et samtykke")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .select(
                "samtykke-hvem", "Hvem må få noget at vide?",
                RecipientKind.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
                prompt: "Vælg"),
            ActField(
                name: "samtykke-navn", label: "Navn", kind: .line(lengthMax: 120),
                hint: "Personen eller stedet. Samtykket gælder kun dem"),
            ActField(
                name: "samtykke-hvad", label: "Hvad må vi fortælle?",
                kind: .text(rows: 2, lengthMax: 1_000),
                hint: "For eksempel: at jeg går i behandling, og hvornår jeg kommer"),
            ActField(
                name: "samtykke-formaal", label: "Hvad skal det bruges til?",
                kind: .text(rows: 2, lengthMax: 1_000)),
            .choice(
                "samtykke-giver", "Hvem giver samtykket?",
                ConsentGiver.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
                chosen: ConsentGiver.citizen.rawValue,
                hint: "Fra 15 år giver man selv sit samtykke"),
            .choice(
                "samtykke-form", "Er det skriftligt?",
                [Choice("ja", "Skriftligt"), Choice("nej", "Mundtligt")], isInline: true),
            ActField(
                name: "samtykke-mundtligt", label: "Hvorfor ikke skriftligt?",
                kind: .line(lengthMax: 300), hint: "Kun hvis det er mundtligt", isOptional: true),
            .day("samtykke-dato", "Givet", state.today, row: 1),
            ActField(
                name: "samtykke-til", label: "Gælder til og med", kind: .day,
                hint: "Højst et år. Lad feltet stå tomt for et år", isOptional: true, row: 1),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let given = WrittenConsent(entry) else { return nil }
        let words = try? body.read(ConsentWords.self)
        func typed(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
        return FieldValues([
            "samtykke-hvem": [given.kind.rawValue],
            "samtykke-navn": typed(words?.recipient), "samtykke-hvad": typed(words?.what),
            "samtykke-formaal": typed(words?.purpose), "samtykke-giver": [given.giver.rawValue],
            "samtykke-form": [given.isInWriting ? "ja" : "nej"],
            "samtykke-mundtligt": typed(words?.whyOral),
            "samtykke-dato": [entry.on.fieldText],
            "samtykke-til": typed(given.consent.until?.fieldText),
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        "Samtykke: \(WrittenConsent(entry)?.recipient ?? "")"
    }

    let kind: RecipientKind
    let words: ConsentWords
    let giver: ConsentGiver
    let isInWriting: Bool
    let day: CalendarDay
    let until: CalendarDay?

    func require(_ state: CaseState) throws(ActRefusal) {}

    /// The consents of before, to know a recipient again.
    func carriedOver(from file: CaseFile) -> [LedgerEntry] {
        file.entries.filter { WrittenConsent($0) != nil }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        let corrected = scene.corrected.flatMap { WrittenConsent($0) }
        let count = scene.state.file.entries.count { WrittenConsent($0) != nil }
        let consent = Consent(
            id: corrected?.consent.id ?? "s\(count + 1)",
            scope: [recipient(in: scene, corrected)], until: until)
        let details = JSONObject([
            .init("recipientKind", .string(kind.rawValue)),
            .init("givenBy", .string(giver.rawValue)), .init("inWriting", .bool(isInWriting)),
        ])
        return [NewFact(.consent(consent), on: day, details: details, body: words)]
    }

    /// The plain name of a recipient that is known already, or the next of its kind.
    private func recipient(in scene: ActScene, _ corrected: WrittenConsent?) -> String {
        let before =
            scene.state.file.entries.compactMap { WrittenConsent($0) }
            + (corrected.map { [$0] } ?? [])
        let ofKind = before.filter { $0.kind == kind }
        let name = words.recipient.lowercased()
        let known = ofKind.last { given in
            let opened = try? scene.opened[given.entry.id]?.read(ConsentWords.self)
            return opened?.recipient.lowercased().utf8.elementsEqual(name.utf8) == true
        }
        if let known { return known.recipient }
        let taken = ofKind.map(\.recipient)
        let names = (1...taken.count + 1).map {
            $0 == 1 ? kind.danishName : "\(kind.danishName) \($0)"
        }
        return names.first { !taken.contains($0) } ?? kind.danishName
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Samtykket er gemt.", next: "Borgeren kan altid trække det tilbage.")
    }
}

extension GiveConsent {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let kind = typed.choice(
            "samtykke-hvem", RecipientKind.self, ifMissing: "Vælg, hvem der må få noget at vide")
        words = ConsentWords(
            recipient: plainLine(
                typed.text("samtykke-navn", ifMissing: "Skriv navnet på personen eller stedet")),
            what: typed.text("samtykke-hvad", ifMissing: "Skriv, hvad vi må fortælle"),
            purpose: typed.text("samtykke-formaal", ifMissing: "Skriv, hvad det skal bruges til"),
            whyOral: typed.text("samtykke-mundtligt"))
        let giver = typed.choice(
            "samtykke-giver", ConsentGiver.self, ifMissing: "Vælg, hvem der giver samtykket")
        isInWriting = typed.raw("samtykke-form") == "ja"
        switch typed.raw("samtykke-form") {
        case "ja": break
        case "nej":
            if words.whyOral.isEmpty {
                typed.fault("samtykke-mundtligt", "Skriv, hvorfor samtykket ikke er skriftligt")
            }
        default: typed.fault("samtykke-form", "Vælg, om samtykket er skriftligt")
        }
        let day = typed.pastDay("samtykke-dato")
        until = Self.until(&typed, givenOn: day)
        self.kind = try typed.required(kind)
        self.giver = try typed.required(giver)
        self.day = try typed.required(day)
    }

    private static func until(
        _ typed: inout TypedForm, givenOn day: CalendarDay?
    ) -> CalendarDay? {
        guard !typed.raw("samtykke-til").isEmpty else { return nil }
        let until = typed.comingDay(
            "samtykke-til", ifMissing: "", ifPast: "Den dag er gået. Skriv en senere dag")
        guard let day, let until else { return until }
        let latest = Consent.latestLastDay(givenOn: day)
        if until > latest {
            typed.fault(
                "samtykke-til",
                "Et samtykke gælder højst et år. Skriv senest \(latest.fieldText)")
        }
        return until
    }
}
