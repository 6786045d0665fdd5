internal import Domain
internal import HTML
internal import Records

/// What `/kalender` shows: the days, and who the citizens are that have hours in them.
struct CalendarSeen: Sendable {
    let form: CalendarForm
    let picture: CalendarPicture
    let names: CalendarNames
    let staff: [StaffMember]
    /// Initials, by case.
    let who: [CaseID: String]
    let today: CalendarDay
    let opensJournal: Bool

    func place(_ ref: CaseRef) -> Address {
        let number = ref.number.description
        return opensJournal ? "/sager/\(word: number)" : "/henvendelser/\(word: number)"
    }

    func login(_ id: StaffID) -> String { staff.first { $0.id == id }?.login ?? "" }
}

/// `/kalender`: a week of one, or a day of all, hours down and days across.
func calendarPage(_ seen: CalendarSeen) -> HTML {
    """
    \(pageHead("Kalender", caption: "\(caption(seen))", actions: [
        buttonLink("Skriv i kalenderen", to: "/kalender/skriv", .secondary, id: "skriv"),
        buttonLink("Arbejdstid og fravær", to: "/kalender/arbejdstid", .secondary, id: "arbejdstid"),
        buttonLink("På telefonen", to: "/kalender/abonnement", .secondary, id: "abonnement"),
        printButton(),
    ]))
    \(whose(seen))
    \(steps(seen))
    \(weekCalendar(WeekCalendar(
        id: "kalender", caption: "\(caption(seen))", columns: columns(seen).map(\.column),
        hours: hours(seen), whenEmpty: "Ingen tider")))
    """
}

private func caption(_ seen: CalendarSeen) -> String {
    switch seen.form.view {
    case .day: return seen.form.day.inWords.capitalisedFirst
    case .week(let staff):
        let week = ISOWeek(containing: seen.form.day)
        return "\(seen.names.name(staff) ?? ""), uge \(week.number), \(week.year)"
    }
}

private func whose(_ seen: CalendarSeen) -> HTML {
    let day = seen.form.day.fieldText
    return filterLinks(
        [
            FilterLink(
                "Alle", to: "/kalender?hvem=alle&dag=\(word: day)",
                isChosen: seen.form.view == .day)
        ]
            + seen.staff.map { member in
                FilterLink(
                    "\(member.name)",
                    to: "/kalender?hvem=\(word: member.login)&dag=\(word: day)",
                    isChosen: seen.form.view == .week(member.id))
            }, label: "Hvis kalender")
}

private func steps(_ seen: CalendarSeen) -> HTML {
    let who =
        switch seen.form.view {
        case .day: CalendarForm.everybody
        case .week(let staff): seen.login(staff)
        }
    func step(_ day: CalendarDay, _ words: HTML, _ id: String) -> HTML {
        let address: Address = "/kalender?hvem=\(word: who)&dag=\(word: day.fieldText)"
        return "<a id=\"\(id)\" href=\"\(address)\">\(words)</a>"
    }
    let isDay = seen.form.view == .day
    return """
        <p>\(step(seen.form.moved(-1), isDay ? "Dagen før" : "Ugen før", "foer")) · \
        \(step(seen.today, isDay ? "I dag" : "Denne uge", "nu")) · \
        \(step(seen.form.moved(1), isDay ? "Dagen efter" : "Ugen efter", "efter"))</p>
        """
}

private struct SeenColumn {
    let column: CalendarColumn
    let day: CalendarDay
    let staff: StaffID
}

private func columns(_ seen: CalendarSeen) -> [SeenColumn] {
    switch seen.form.view {
    case .day:
        return seen.staff.map { member in
            SeenColumn(
                column: CalendarColumn(
                    "\(member.name)", note: note(member.id, seen.form.day, seen)),
                day: seen.form.day, staff: member.id)
        }
    case .week(let staff):
        let days = (0..<7).map { seen.form.days.lowerBound.adding(days: $0) }
        return days.filter { !$0.weekday.isWeekend || hasSomething(staff, $0, seen) }.map { day in
            SeenColumn(
                column: CalendarColumn(
                    "\(day.listText)", note: note(staff, day, seen), isToday: day == seen.today),
                day: day, staff: staff)
        }
    }
}

private func hasSomething(_ staff: StaffID, _ day: CalendarDay, _ seen: CalendarSeen) -> Bool {
    seen.picture.booked.contains { $0.staff == staff && $0.time.day == day }
        || seen.picture.events.contains { $0.staff == staff && $0.startsAt.day == day }
}

/// Why nobody is here.
private func note(_ staff: StaffID, _ day: CalendarDay, _ seen: CalendarSeen) -> HTML? {
    if let closing = seen.picture.closing(on: day) { return "\(closing)" }
    let isAway = seen.picture.absences.contains {
        $0.staff == staff && $0.startsAt <= Instant(day: day, hour: 12, minute: 0)
            && $0.endsAt > Instant(day: day, hour: 12, minute: 0)
    }
    return isAway ? "fravær" : nil
}

/// From the earliest to the latest hour in which something stands, never less than a working day.
private func hours(_ seen: CalendarSeen) -> [CalendarHour] {
    let columns = columns(seen)
    let starts =
        seen.picture.booked.map(\.time.startsAt.clockTime.hour)
        + seen.picture.events.map(\.startsAt.clockTime.hour)
        + seen.picture.weeks.values.flatMap { $0 }.flatMap(\.spans).map(\.from.hour)
    let ends =
        starts + seen.picture.weeks.values.flatMap { $0 }.flatMap(\.spans).map { $0.to.hour - 1 }
    let range = min(starts.min() ?? 8, 8)...max(ends.max() ?? 15, 15)
    let cells = columns.map { column in entries(column, seen) }
    return range.map { hour in
        CalendarHour(
            "\(hour).00",
            cells.map { entries in entries.filter { $0.hour == hour }.map(\.entry) })
    }
}

private struct HourEntry {
    let hour: Int
    let entry: CalendarEntry
}

private func entries(_ column: SeenColumn, _ seen: CalendarSeen) -> [HourEntry] {
    let picture = seen.picture
    let booked = picture.booked.filter { $0.staff == column.staff && $0.time.day == column.day }
        .map { one -> (Instant, CalendarEntry) in
            let details = [
                one.time.kind.danishName,
                one.time.form == .inPerson ? nil : one.time.form.danishName,
                one.time.room.flatMap { picture.facts.room($0)?.room.name },
            ].compactMap(\.self).joined(separator: ", ")
            return (
                one.time.startsAt,
                CalendarEntry(
                    .booked, "\(seen.who[one.ref.id] ?? "–")",
                    time: "\(one.time.startsAt.clockText)-\(one.time.endsAt.clockText)",
                    detail: "\(details)", to: seen.place(one.ref))
            )
        }
    let events = picture.events.filter {
        $0.staff == column.staff && $0.startsAt.day == column.day
    }.map { event -> (Instant, CalendarEntry) in
        (
            event.startsAt,
            CalendarEntry(
                .booked, "\(event.title)",
                time: "\(event.startsAt.clockText)-\(event.endsAt.clockText)",
                detail: "\(event.kind.danishName)",
                to: "/kalender/post?id=\(word: event.id.formText)")
        )
    }
    var wish = CalendarPicture.Wish(minutes: 60, form: .phone)
    wish.staff = [column.staff]
    // What nobody took is not free any more.
    let times =
        column.day < seen.today
        ? []
        : picture.free(
            wish, from: Instant(day: column.day, hour: 0, minute: 0), through: column.day)
    let free = times.map { time in
        let isFirst = picture.spans(of: column.staff, on: column.day).contains {
            $0.takesFirstTalks && $0.from <= time.startsAt.clockTime
                && time.startsAt.clockTime < $0.to
        }
        return (
            time.startsAt,
            CalendarEntry(
                .free, "Ledig", time: "\(time.startsAt.clockText)-\(time.endsAt.clockText)",
                detail: isFirst ? "første samtale" : nil)
        )
    }
    return (booked + events + free).sorted { $0.0 < $1.0 }
        .map { HourEntry(hour: $0.0.clockTime.hour, entry: $0.1) }
}
