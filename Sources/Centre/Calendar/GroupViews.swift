internal import Domain
internal import HTML
internal import Records

/// One who is expected in a group.
struct GroupSeatSeen: Sendable {
    let seat: GroupDesk.Seat
    let who: String
    let state: Appointment.State
}

/// What `/kalender/post` shows.
struct EventSeen: Sendable {
    let event: CalendarEvent
    let names: CalendarNames
    /// Nil where it is no group, or she may not see who comes.
    let seats: [GroupSeatSeen]?
    let now: Instant
    /// The number of a case, as typed.
    let number: String
    let problems: [FormProblem]
    let opensJournal: Bool
}

/// `/kalender/post`: what it is, and of a group who comes.
func eventSeenPage(_ seen: EventSeen, token: String) -> HTML {
    let event = seen.event
    return """
        <h1>\(event.title)</h1>
        \(summaryList([
            SummaryRow("Hvad", "\(event.kind.danishName.capitalisedFirst)"),
            SummaryRow(
                "Hvornår",
                "\(event.startsAt.nearInWords.capitalisedFirst)-\(event.endsAt.clockText)"),
            SummaryRow("Hos", "\(seen.names.name(event.staff) ?? "–")"),
            SummaryRow("Lokale", "\(seen.names.room(event.room) ?? "intet")"),
        ]))
        \(seen.seats.map { group($0, seen, token) })
        \(form(
            "/kalender/post/fjern", id: "fjern-formular", token: token,
            """
            \(hiddenField("post", event.id.formText))
            \(button("Tag det ud af kalenderen", .secondary, id: "fjern"))
            """))
        """
}

private func group(_ seats: [GroupSeatSeen], _ seen: EventSeen, _ token: String) -> HTML {
    let open = seats.filter { $0.state == .booked }
    let mayAttend = seen.opensJournal && seen.event.startsAt <= seen.now && !open.isEmpty
    return """
        \(panel("deltagere", "Deltagere", seats.isEmpty
            ? emptyState("Der er ikke skrevet nogen på holdet endnu.")
            : mayAttend ? attendance(seats, seen, token) : list(seats, seen)))
        \(fold(
            "ny-deltager", "Skriv en borger på holdet", isOpen: !seen.problems.isEmpty,
            form(
                "/kalender/post/deltager", id: "deltager-formular", token: token,
                """
                \(hiddenField("id", EntryID.random().formText))
                \(hiddenField("post", seen.event.id.formText))
                \(textField(
                    "sag", label: "Sag", value: seen.number, width: .eleven,
                    hint: "For eksempel 2026-0407", problems: seen.problems))
                \(checkbox(
                    "ogsaa-senere", label: "Også de næste gange på holdet", isChecked: true))
                \(button("Skriv på holdet", .secondary, id: "skriv-paa"))
                """)))
        """
}

private func place(_ shown: GroupSeatSeen, _ seen: EventSeen) -> HTML {
    let number = shown.seat.ref.number.description
    let address: Address =
        seen.opensJournal ? "/sager/\(word: number)" : "/henvendelser/\(word: number)"
    return "<a href=\"\(address)\">\(shown.who), sag \(number)</a>"
}

private func list(_ seats: [GroupSeatSeen], _ seen: EventSeen) -> HTML {
    "<ul>\(seats.map { "<li>\(place($0, seen)): \($0.state.words)</li>\n" as HTML })</ul>"
}

/// The sheet of attendance: one press for each, one for all.
private func attendance(_ seats: [GroupSeatSeen], _ seen: EventSeen, _ token: String) -> HTML {
    form(
        "/kalender/post/fremmoede", id: "fremmoede-formular", token: token, warnsWhenLeft: true,
        """
        \(hiddenField("post", seen.event.id.formText))
        \(seats.map { shown -> HTML in
            guard shown.state == .booked else {
                return "<p>\(place(shown, seen)): \(shown.state.words)</p>\n"
            }
            return radios(
                "kom-\(shown.seat.entry.formText)",
                legend: "\(shown.who), sag \(text: shown.seat.ref.number)",
                choices: [Choice("ja", "Kom"), Choice("nej", "Kom ikke")], isInline: true)
        })
        \(button("Gem fremmøde", id: "gem-fremmoede", accessKey: "9"))
        """)
}
