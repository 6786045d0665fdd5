internal import Domain
internal import HTML
internal import Records

/// A week of the drinks calendar (genstandskalender): how many genstande each day, as the citizen remembers it.
struct DrinksCounted: HouseFact {
    static let type = "drinks"
    typealias Body = DrinksWeek

    init() {}
    init(keys: JSONObject) {}
    var keys: JSONObject { JSONObject() }
}

/// Seven days from the first on; nil where nobody remembers.
struct DrinksWeek: FactBody {
    var days: [Int?]
    var text: String

    init(days: [Int?], text: String = "") {
        self.days = days
        self.text = text
    }

    init(_ json: JSONObject) {
        days = json["days"]?.array?.map(\.wholeNumber) ?? []
        text = json["said"]?.string ?? ""
    }

    var json: JSONObject {
        var json = JSONObject()
        json.append("text", .string(summary))
        json.append("days", .array(days.map { $0.map { .integer($0) } ?? .null }))
        if !text.isEmpty { json.append("said", .string(text)) }
        return json
    }

    /// What they add up to; nil where a day is not remembered: six days are no week.
    var total: Int? { days.contains(nil) ? nil : days.reduce(0) { $0 + ($1 ?? 0) } }

    /// Days without alcohol, of those that are remembered.
    var dryDays: Int { days.count { $0 == 0 } }

    private var summary: String {
        let dry = "\(dryDays) \(dryDays == 1 ? "dag" : "dage") uden alkohol"
        let sum = total.map { "\($0) genstande" } ?? "ikke alle dage er husket"
        return ["\(sum), \(dry).", text].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// A week is gone through with the citizen, day by day.
struct RecordDrinks: CaseAct {
    static let address = "genstande"
    static let title = "Genstandskalender"
    static let button = "Gem ugen"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("drinks-recorded", "noterede genstande")
    static let ownFacts: [any HouseFact.Type] = [DrinksCounted.self]

    static let dayMax = 100

    static func fields(_ state: CaseState) -> [ActField] {
        let first = ActField.day(
            "genstande-fra", "Ugens første dag", state.today.adding(days: -7),
            hint: "De syv dage tælles herfra. En genstand er 12 gram alkohol")
        return [first]
            + (1...7).map { number in
                var field = ActField.number("genstande-\(number)", "Dag \(number)", row: 1)
                field.isOptional = true
                return field
            } + [.text("genstande-tekst", "Hvad var anderledes de dage?", isOptional: true)]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard entry.isOwn(DrinksCounted.self) else { return nil }
        let week = (try? body.read(DrinksWeek.self)) ?? DrinksWeek(days: [])
        var values = FieldValues([
            "genstande-fra": [entry.on.adding(days: -6).fieldText],
            "genstande-tekst": week.text.isEmpty ? [] : [week.text],
        ])
        for (place, day) in week.days.enumerated() {
            values["genstande-\(place + 1)"] = day.map { [String($0)] } ?? []
        }
        return values
    }

    /// The last of the seven days: the week is known when it is over.
    let lastDay: CalendarDay
    let week: DrinksWeek

    func require(_ state: CaseState) throws(ActRefusal) {}

    func facts(in scene: ActScene) throws -> [NewFact] {
        [NewFact(DrinksCounted(), on: lastDay, body: week)]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            week.total.map { "Ugen er gemt: \($0) genstande." }
                ?? "Ugen er gemt uden sum, fordi ikke alle dage er husket.")
    }
}

extension RecordDrinks {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let first = typed.pastDay("genstande-fra")
        if let first, first.adding(days: 6) > typed.today {
            typed.fault("genstande-fra", "Ugen er ikke gået endnu. Vælg en dag, der ligger før")
        }
        let days = (1...7).map { number -> Int? in
            let name = "genstande-\(number)"
            guard !typed.raw(name).isEmpty else { return nil }
            return typed.number(
                name, in: 0...Self.dayMax, otherwise: "Skriv et helt tal fra 0 til \(Self.dayMax)")
        }
        if (1...7).allSatisfy({ typed.raw("genstande-\($0)").isEmpty }) {
            typed.fault("genstande-1", "Skriv mindst én dag")
        }
        week = DrinksWeek(days: days, text: typed.text("genstande-tekst"))
        lastDay = try typed.required(first).adding(days: 6)
    }
}
