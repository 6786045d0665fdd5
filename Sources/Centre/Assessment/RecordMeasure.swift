internal import Domain
internal import HTML
internal import Records

/// A measure from paper or from another system is kept as it came (MapPlan, TEM): its name, a figure where it has one,
/// and its areas in words.
struct RecordMeasure: CaseAct {
    static let address = "maaling-udefra"
    static let title = "Måling fra papir eller et andet system"
    static let button = "Gem målingen"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("measure-recorded", "gemte en måling fra et andet system")
    static let ownFacts: [any HouseFact.Type] = [MeasureTaken.self]

    static let nameLengthMax = 60
    static let tenthsMax = 100_000

    static func fields(_ state: CaseState) -> [ActField] {
        [
            ActField(
                name: "udefra-navn", label: "Hvad hedder målingen?",
                kind: .line(lengthMax: nameLengthMax), hint: "For eksempel MapPlan eller TEM"),
            ActField(
                name: "udefra-tal", label: "Samlet tal", kind: .line(lengthMax: 10),
                hint: "Med højst én decimal", isOptional: true),
            .text("udefra-tekst", "Områder og værdier", rows: 4, isOptional: true),
            .day("udefra-dato", "Målt den", state.today),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let measure = entry.own(MeasureTaken.self), measure.source == .imported else {
            return nil
        }
        return FieldValues([
            "udefra-navn": [measure.name], "udefra-tal": measure.totalText.map { [$0] } ?? [],
            "udefra-tekst": body.text.map { [$0] } ?? [], "udefra-dato": [entry.on.fieldText],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        entry.own(MeasureTaken.self)?.told ?? title
    }

    let name: String
    let tenths: Int?
    let text: String
    let day: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) {}

    func facts(in scene: ActScene) throws -> [NewFact] {
        [
            NewFact(
                MeasureTaken(imported: name, tenths: tenths), on: day,
                body: MeasureBody(text: text))
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("\(name) er gemt på sag \(state.ref.number).")
    }
}

extension RecordMeasure {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        name = plainLine(typed.text("udefra-navn", ifMissing: "Skriv, hvad målingen hedder"))
        if name.isEmpty, !typed.raw("udefra-navn").isEmpty {
            typed.fault("udefra-navn", "Skriv, hvad målingen hedder")
        }
        text = typed.text("udefra-tekst")
        let figure = typed.text("udefra-tal")
        let tenths = MeasureForm.tenths(figure)
        if !figure.isEmpty, tenths == nil {
            typed.fault("udefra-tal", "Skriv tallet som 12 eller 12,5")
        }
        if figure.isEmpty, text.isEmpty {
            typed.fault("udefra-tal", "Skriv et samlet tal, eller skriv områderne nedenfor")
        }
        let day = typed.pastDay("udefra-dato")
        self.tenths = figure.isEmpty ? nil : tenths
        self.day = try typed.required(day)
    }
}
