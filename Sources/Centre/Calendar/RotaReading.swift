internal import Domain
internal import HTML
internal import Records

/// Reads what was typed about the calendar beside the cases.
enum RotaReading {
    /// - Throws: every field that is wrong, in the order of the page.
    static func week(
        _ typed: inout TypedForm, of staff: StaffID, _ facts: CentreFacts
    ) throws(FieldFaults) -> WorkingWeek {
        let day = typed.comingDay(
            "fra-dag", ifMissing: "Skriv, fra hvilken dag ugen gælder",
            ifPast: "Ugen kan ikke gælde fra en dag, der er gået")
        var spans: [WorkingWeek.Span] = []
        for weekday in Weekday.allCases where !weekday.isWeekend {
            spans += weekdaySpans(weekday, &typed, facts)
        }
        return WorkingWeek(staff: staff, fromDay: try typed.required(day), spans: spans)
    }

    private static func weekdaySpans(
        _ weekday: Weekday, _ typed: inout TypedForm, _ facts: CentreFacts
    ) -> [WorkingWeek.Span] {
        let number = weekday.rawValue
        func hours(_ name: String) -> [OpeningHours.Span] {
            let field = "\(name)-\(number)"
            if let spans = TypedSpans.read(typed.text(field)) { return spans }
            typed.fault(field, "Skriv \(weekday.danishName) som 8-15 eller 8-12, 12.30-15")
            return []
        }
        let (work, first) = (hours("arbejde"), hours("foerste"))
        for span in first
        where !work.contains(where: { $0.opens <= span.opens && span.closes <= $0.closes }) {
            typed.fault(
                "foerste-\(number)", "Første samtaler skal ligge inden for arbejdstiden")
            break
        }
        let room = facts.room(typed.raw("dagens-lokale-\(number)"))
        let site = room?.site ?? facts.site(typed.raw("dagens-sted-\(number)")) ?? facts.sites.first
        return cut(work, by: first).map { span, takesFirst in
            WorkingWeek.Span(
                weekday: weekday, from: span.opens, to: span.closes, site: site?.id,
                room: room?.room.id, takesFirstTalks: takesFirst)
        }
    }

    /// The hours of work, cut where first talks begin and end.
    static func cut(
        _ work: [OpeningHours.Span], by first: [OpeningHours.Span]
    ) -> [(OpeningHours.Span, takesFirst: Bool)] {
        work.flatMap { span -> [(OpeningHours.Span, takesFirst: Bool)] in
            var parts: [(OpeningHours.Span, takesFirst: Bool)] = []
            var at = span.opens
            for talk in first where talk.opens >= span.opens && talk.closes <= span.closes {
                if at < talk.opens { parts.append((.init(at, talk.opens), false)) }
                parts.append((talk, true))
                at = talk.closes
            }
            if at < span.closes { parts.append((.init(at, span.closes), false)) }
            return parts
        }
    }

    static func absence(
        _ typed: inout TypedForm, of staff: StaffID, as id: FormID
    ) throws(FieldFaults) -> Absence {
        let first = typed.comingDay(
            "vaek-fra", ifMissing: "Skriv den første dag", ifPast: "Skriv en dag fra i dag af")
        let last =
            typed.raw("vaek-til").isEmpty
            ? first
            : typed.comingDay("vaek-til", ifMissing: "", ifPast: "Skriv en dag fra i dag af")
        let (from, to) = (typed.time("vaek-klokken"), typed.time("vaek-slut"))
        var starts: Instant?
        var ends: Instant?
        if let first, let last {
            starts =
                from.map { Instant(day: first, time: $0) }
                ?? Instant(day: first, hour: 0, minute: 0)
            ends =
                to.map { Instant(day: last, time: $0) }
                ?? Instant(day: last.adding(days: 1), hour: 0, minute: 0)
            if let starts, let ends, ends <= starts {
                typed.fault(
                    typed.raw("vaek-slut").isEmpty ? "vaek-til" : "vaek-slut",
                    "Fraværet slutter, før det begynder. Ret en af dem")
            }
            if first.days(until: last) > 400 {
                typed.fault("vaek-til", "Skriv en dag inden for et år")
            }
        }
        return Absence(
            id: id, staff: staff, startsAt: try typed.required(starts),
            endsAt: try typed.required(ends))
    }

    /// One event, or the same again week after week; each with an id that follows from the form's.
    static func events(
        _ typed: inout TypedForm, _ staff: [StaffMember], _ facts: CentreFacts, as id: FormID
    ) throws(FieldFaults) -> [CalendarEvent] {
        let kind = typed.choice(
            "post-hvad", CalendarEvent.Kind.self, ifMissing: "Vælg, hvad det er")
        let title = plainLine(typed.text("post-titel", ifMissing: "Skriv, hvad der skal stå"))
        let holder = staff.first { String($0.id.rawValue) == typed.raw("post-hos") }
        if holder == nil { typed.fault("post-hos", "Vælg, hvem det er hos") }
        let room = facts.room(typed.raw("post-lokale"))?.room.id
        let day = typed.comingDay(
            "post-dato", ifMissing: "Skriv datoen", ifPast: "Datoen kan ikke ligge før i dag")
        let time = typed.time("post-tid")
        var start: Instant?
        if let day, let time { start = Instant(day: day, time: time) }
        let minutes = typed.length("post-minutter", from: start)
        let count = typed.number(
            "post-antal", in: BookTalk.countRange, otherwise: "Skriv et tal fra 1 til 26")
        let weeks = typed.raw("post-hver") == "2" ? 2 : 1
        let (first, length) = (try typed.required(start), try typed.required(minutes))
        let (what, who, times) = (
            try typed.required(kind), try typed.required(holder), try typed.required(count)
        )
        return (0..<times).map { number in
            let begins = Instant(
                day: first.day.adding(days: 7 * weeks * number), time: first.clockTime)
            return CalendarEvent(
                id: FormID((id.rawValue &+ Int64(number)) & Int64.max), kind: what, title: title,
                staff: who.id, room: room, startsAt: begins,
                endsAt: Instant(seconds: begins.seconds + length * 60))
        }
    }
}
