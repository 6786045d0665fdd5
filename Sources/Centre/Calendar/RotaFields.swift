internal import Domain
internal import HTML
internal import Records

/// The fields of what is written in the calendar beside the cases: a plan of the week, an absence, a meeting.
enum RotaFields {
    static let spanLengthMax = 80
    static let titleLengthMax = 80

    /// The hours of each weekday, and where.
    static func week(
        _ week: WorkingWeek?, _ facts: CentreFacts, from day: CalendarDay
    ) -> [ActField] {
        [.day("fra-dag", "Gælder fra", day)]
            + Weekday.allCases.filter { !$0.isWeekend }.flatMap { weekday in
                weekdayFields(weekday, week?.spans.filter { $0.weekday == weekday } ?? [], facts)
            }
    }

    private static func weekdayFields(
        _ weekday: Weekday, _ spans: [WorkingWeek.Span], _ facts: CentreFacts
    ) -> [ActField] {
        let number = weekday.rawValue
        func line(_ name: String, _ label: HTML, _ spans: [WorkingWeek.Span]) -> ActField {
            ActField(
                name: "\(name)-\(number)", label: label, kind: .line(lengthMax: spanLengthMax),
                hint: weekday == .monday && name == "arbejde" ? "For eksempel 8-12, 12.30-15" : nil,
                values: [spans.map(\.fieldText).joined(separator: ", ")], isOptional: true,
                row: number)
        }
        let rooms = facts.sites.flatMap { site in
            site.rooms.map { room in
                Choice(
                    room.id, facts.sites.count > 1 ? "\(room.name), \(site.name)" : "\(room.name)")
            }
        }
        return [
            line("arbejde", "\(weekday.danishName.capitalisedFirst)", spans),
            line("foerste", "Heraf første samtaler", spans.filter(\.takesFirstTalks)),
        ]
            + (facts.sites.count > 1
                ? [
                    .select(
                        "dagens-sted-\(number)", "Sted",
                        facts.sites.map { Choice($0.id, "\($0.name)") },
                        chosen: spans.first?.site, row: number)
                ] : [])
            + (rooms.isEmpty
                ? []
                : [
                    .select(
                        "dagens-lokale-\(number)", "Lokale", rooms, chosen: spans.first?.room,
                        prompt: "Et ledigt", row: number)
                ])
    }

    /// From when to when somebody is away; without hours whole days.
    static let absence: [ActField] = [
        ActField(
            name: "vaek-fra", label: "Væk fra", kind: .day,
            hint: "For eksempel i dag eller 19-11-2026",
            row: 1),
        ActField(name: "vaek-til", label: "Til og med", kind: .day, isOptional: true, row: 1),
        ActField(
            name: "vaek-klokken", label: "Fra kl.", kind: .time, hint: "Kun ved en del af en dag",
            isOptional: true, row: 2),
        ActField(name: "vaek-slut", label: "Til kl.", kind: .time, isOptional: true, row: 2),
    ]

    /// A meeting, a group, or a professional who asks.
    static func event(
        _ staff: [StaffMember], own: StaffID, _ facts: CentreFacts
    ) -> [ActField] {
        [
            .choice(
                "post-hvad", "Hvad?",
                CalendarEvent.Kind.allCases.map {
                    Choice($0.rawValue, "\($0.danishName.capitalisedFirst)")
                }, isInline: true),
            ActField(
                name: "post-titel", label: "Hvad skal der stå?",
                kind: .line(lengthMax: titleLengthMax),
                hint: "Aldrig en borgers navn. For eksempel Personalemøde eller Tirsdagsgruppen"),
            .select(
                "post-hos", "Hos hvem?",
                staff.map { Choice(String($0.id.rawValue), "\($0.name)") },
                chosen: String(own.rawValue), row: 1),
            .select(
                "post-lokale", "Lokale",
                facts.sites.flatMap { site in
                    site.rooms.map { Choice($0.id, "\($0.name), \(site.name)") }
                }, prompt: "Intet lokale", row: 1),
            .day("post-dato", "Dato", nil, hint: "For eksempel +7, fre eller 19-11-2026", row: 2),
            .time("post-tid", "Klokken", nil, row: 2),
            ActField(
                name: "post-minutter", label: "Minutter", kind: .number, values: ["60"], row: 2),
            ActField(
                name: "post-antal", label: "Antal gange", kind: .number, values: ["1"], row: 3),
            .select(
                "post-hver", "Hvor tit",
                [Choice("1", "Hver uge"), Choice("2", "Hver anden uge")], chosen: "1", row: 3),
        ]
    }

    /// What the fields are called in a list of what was typed.
    static var labels: [String: HTML] {
        var facts = CentreFacts(.demonstration)
        facts.sites = ["a", "b"].map {
            .init(id: $0, name: $0, street: "", town: "", rooms: [.init(id: $0, name: $0)])
        }
        let day = CalendarDay(number: 0)
        let all =
            week(nil, facts, from: day) + absence + event([], own: StaffID(0), facts)
        return Dictionary(all.map { ($0.name, $0.label) }, uniquingKeysWith: { one, _ in one })
    }
}

extension WorkingWeek.Span {
    /// `8.00-12.00`, as it is typed.
    var fieldText: String { "\(from.danishText)-\(to.danishText)" }
}

/// Some hours as they were typed.
struct TypedSpans {
    /// Reads `8-12, 12.30-15`; nil where something is no hours, or two of them meet.
    static func read(_ text: String) -> [OpeningHours.Span]? {
        var spans: [OpeningHours.Span] = []
        for part in text.split(whereSeparator: { ",;".contains($0) }) {
            guard let span = OpeningHours.Span(typed: String(part)) else { return nil }
            spans.append(span)
        }
        spans.sort { $0.opens < $1.opens }
        for (one, next) in zip(spans, spans.dropFirst()) where next.opens < one.closes {
            return nil
        }
        return spans
    }
}
