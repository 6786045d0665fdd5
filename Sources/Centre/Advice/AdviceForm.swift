internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// Advice or teaching, as typed.
struct AdviceForm: Sendable {
    var kind = ""
    var audience = ""
    var day = ""
    var people = ""
    var minutes = ""
    var id = FormID.random()

    static let peopleMax = 5_000
    static let minutesMax = 1_440

    init(on today: CalendarDay) { day = today.fieldText }

    init(_ fields: Fields) {
        func field(_ name: String) -> String { fields.written(name) }
        kind = field("raad-slags")
        audience = field("raad-hvem")
        day = field("raad-dato")
        people = field("raad-antal")
        minutes = field("raad-minutter")
        id = FormID(formText: field("id")) ?? id
    }

    /// What was given, or what must be mended first.
    func read(on today: CalendarDay) -> Result<AdviceGiven, FieldFaults> {
        var problems: [FormProblem] = []
        func wrong(_ field: String, _ message: String) {
            problems.append(.init(field: field, message: message))
        }
        let kind = AdviceGiven.Kind(rawValue: kind)
        if kind == nil { wrong("raad-slags", "Vælg, hvad der blev givet") }
        let audience = AdviceGiven.Audience(rawValue: audience)
        if audience == nil { wrong("raad-hvem", "Vælg, hvem det var for") }
        let day = readPastDay(day, field: "raad-dato", on: today, &problems)
        let people = Self.number(people, in: 1...Self.peopleMax)
        if people == nil {
            wrong("raad-antal", "Skriv, hvor mange der var med, fra 1 til \(Self.peopleMax)")
        }
        let minutes = Self.number(minutes, in: 1...Self.minutesMax)
        if minutes == nil { wrong("raad-minutter", "Skriv, hvor mange minutter det varede") }
        guard problems.isEmpty, let kind, let audience, let day, let people, let minutes else {
            return .failure(FieldFaults(problems))
        }
        return .success(
            AdviceGiven(
                id: id, heldOn: day, kind: kind, audience: audience, people: people,
                minutes: minutes))
    }

    private static func number(_ typed: String, in range: ClosedRange<Int>) -> Int? {
        guard typed.utf8.count <= 6, let number = Int(typed), range.contains(number) else {
            return nil
        }
        return number
    }
}
