internal import Domain
internal import HTML
internal import Records

/// One of today's talks.
struct MyTalk: Sendable {
    let booked: BookedTime
    let appointment: Appointment?
    let who: String
    /// The one after it, where it is agreed already.
    let next: Instant?
    let clock: GuaranteeClock?

    var ref: CaseRef { booked.ref }
    var state: Appointment.State { appointment?.state ?? .booked }
}

/// What `/min-dag` shows.
struct MyDay: Sendable {
    let today: CalendarDay
    let now: Instant
    let talks: [MyTalk]
    let events: [CalendarEvent]
    let closing: String?
    let names: CalendarNames
    let opensJournal: Bool
}

/// `/min-dag`: today's talks in their order, each one press from its case and its note.
func myDayPage(_ day: MyDay) -> HTML {
    """
    \(pageHead("Min dag", caption: "\(day.today.inWords.capitalisedFirst)", actions: [
        buttonLink("Min uge", to: "/kalender", .secondary, id: "min-uge"), printButton(),
    ]))
    \(day.closing.map { notice(.info, "<p>I dag er der lukket: \($0).</p>") })
    \(dataTable(
        DataTable(
            id: "min-dag", caption: "Dagens aftaler", hidesCaption: true,
            columns: ["Tid", "Hvem", "Hvad", "Status", "Handling"], rows: rows(day),
            whenEmpty: "Du har ingen aftaler i dag.")))
    """
}

private func rows(_ day: MyDay) -> [DataRow] {
    let talks = day.talks.map { ($0.booked.time.startsAt, row($0, day)) }
    let events = day.events.map { event in
        (
            event.startsAt,
            DataRow([
                "\(event.startsAt.clockText)-\(event.endsAt.clockText)", "\(event.title)",
                "\(event.kind.danishName.capitalisedFirst)", "–",
                link(
                    "Åbn", to: "/kalender/post?id=\(word: event.id.formText)",
                    about: "\(event.title)"),
            ])
        )
    }
    return (talks + events).sorted { $0.0 < $1.0 }.map(\.1)
}

private func row(_ talk: MyTalk, _ day: MyDay) -> DataRow {
    let time = talk.booked.time
    let number = talk.ref.number.description
    let place: Address =
        day.opensJournal ? "/sager/\(word: number)" : "/henvendelser/\(word: number)"
    let details = [
        time.form == .inPerson ? nil : time.form.danishName, day.names.room(time.room),
    ].compactMap(\.self).joined(separator: ", ")
    return DataRow(
        [
            "\(time.startsAt.clockText)-\(time.endsAt.clockText)",
            "<a href=\"\(place)\">\(talk.who)<span class=\"visually-hidden\"> sag</span> \(number)</a>",
            "\(time.kind.danishName.capitalisedFirst)\(details.isEmpty ? "" : ", \(details)")",
            status(talk, day), rowActions(actions(talk, day)),
        ], talk.state == .booked && time.endsAt <= day.now ? .soon : nil)
}

private func status(_ talk: MyTalk, _ day: MyDay) -> HTML {
    let time = talk.booked.time
    let next: HTML =
        talk.next.map { "<br>Næste: \($0.day.listText) kl. \($0.clockText)" } ?? .empty
    guard talk.state == .booked else {
        return "\(statusTag("\(talk.state.words)", talk.state.weight))\(next)"
    }
    if time.endsAt <= day.now { return "\(statusTag("mangler notat", .soon))\(next)" }
    guard time.kind == .first, let clock = talk.clock, clock.isOpen else { return "aftalt\(next)" }
    return "\(guaranteeStatus(clock, booked: time.day, on: day.today))\(next)"
}

private func actions(_ talk: MyTalk, _ day: MyDay) -> [HTML] {
    let number = talk.ref.number.description
    let id = talk.booked.entry.formText
    let about: HTML = "sag \(number)"
    var actions: [HTML] = []
    if talk.state == .booked, talk.booked.time.startsAt <= day.now {
        if day.opensJournal {
            actions.append(link("Skriv notat", to: "/sager/\(word: number)/notat", about: about))
        }
        actions.append(
            link(
                "Kom ikke",
                to: "/sager/\(word: number)/\(word: MissedTalk.address)?post=\(word: id)",
                about: about))
    } else if talk.state == .booked {
        actions.append(
            link("Flyt", to: "/sager/\(word: number)/tid?flyt=\(word: id)", about: about))
    }
    if talk.next == nil {
        actions.append(
            link("Book næste", to: "/sager/\(word: number)/tid?hvad=samtale", about: about))
    }
    return actions
}
