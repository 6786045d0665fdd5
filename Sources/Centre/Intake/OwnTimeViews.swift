internal import Domain
internal import HTML
internal import Records

/// The free times a citizen may choose from, as her page shows them.
struct OwnChoice: Sendable {
    let free: [FreeTime]
    let names: CalendarNames
    let lastDay: CalendarDay?
    /// What went wrong with what she chose.
    let fault: String?

    static let takenWords = "En anden har lige taget tiden. Vælg en af dem, der står her nu"
    static let nothingWords = "Vælg en tid"

    var problems: [FormProblem] {
        fault.map { [FormProblem(field: "own-tid", message: $0)] } ?? []
    }

    /// All of them lie after the last day.
    var isTooLate: Bool { lastDay.map { last in free.allSatisfy { $0.day > last } } ?? false }
}

/// A time of hers that is ahead.
struct OwnTime: Hashable, Sendable {
    let entry: EntryID
    let startsAt: Instant
}

extension Frame {
    /// On `/se-din-aftale/aftale`, where she waits and has no time.
    func ownBooking(_ choice: OwnChoice) -> HTML {
        guard !choice.free.isEmpty else {
            return """
                <h2>Vælg en tid</h2>
                <p>Der er ingen ledige tider her lige nu. Ring til os på \(ownPhone). Så finder vi en \
                tid. Du kan også vælge et andet sted.</p>
                """
        }
        let late: HTML =
            choice.isTooLate
            ? """
            <p>Vi har ingen ledig tid inden den dag, du har ret til at begynde. Du kan vælge en tid her. \
            Du kan også vælge et andet sted. Ring til os på \(ownPhone), så hjælper vi dig.</p>
            """ : .empty
        return """
            <h2>Vælg en tid</h2>
            \(late)
            \(form("/se-din-aftale/aftale/book", id: "book-formular", """
                \(hiddenField("id", EntryID.random().formText))
                \(slotPicker(
                    "own-tid", legend: "Ledige tider til en første samtale",
                    days: slotDays(choice.free, choice.names, lastDay: choice.lastDay),
                    problems: choice.problems, whenEmpty: "Ingen ledige tider."))
                \(button("Book tiden", id: "book"))
                """))
            """
    }

    /// `/se-din-aftale/aftale/flyt`
    func ownMovePage(_ choice: OwnChoice, from time: OwnTime) -> HTML {
        page(
            PublicPage(
                title: "Flyt din tid", back: "/se-din-aftale/aftale", problems: choice.problems,
                content: """
                    <h1>Flyt din tid</h1>
                    <p>Din tid er nu <strong>\(time.startsAt.nearInWords)</strong>.</p>
                    \(choice.free.isEmpty
                        ? "<p>Der er ingen andre ledige tider her. Ring til os på \(ownPhone).</p>"
                        : moveForm(choice, time))
                    """))
    }

    private func moveForm(_ choice: OwnChoice, _ time: OwnTime) -> HTML {
        let hint: HTML? = choice.lastDay.map { day in
            """
            Du har ret til at begynde senest \(day.nearInWords). Vælger du en senere tid, er det dit \
            eget valg.
            """
        }
        return form(
            "/se-din-aftale/aftale/flyt", id: "flyt-formular",
            """
            \(hiddenField("id", EntryID.random().formText))
            \(hiddenField("aftale", time.entry.formText))
            \(slotPicker(
                "own-tid", legend: "Vælg en ny tid",
                days: slotDays(choice.free, choice.names, lastDay: choice.lastDay), hint: hint,
                problems: choice.problems, whenEmpty: "Ingen ledige tider."))
            \(button("Flyt tiden", id: "flyt"))
            """)
    }

    /// `/se-din-aftale/aftale/aflys`
    func giveUpPage(_ time: OwnTime) -> HTML {
        page(
            PublicPage(
                title: "Aflys din tid", back: "/se-din-aftale/aftale",
                content: """
                    <h1>Vil du aflyse din tid?</h1>
                    <p>Din tid er <strong>\(time.startsAt.nearInWords)</strong>.</p>
                    <p>Du kan få en ny tid med det samme. Du kan også \
                    <a href="/se-din-aftale/aftale/flyt">flytte tiden</a>.</p>
                    \(form("/se-din-aftale/aftale/aflys", id: "aflys-formular", """
                        \(hiddenField("id", EntryID.random().formText))
                        \(hiddenField("aftale", time.entry.formText))
                        \(button("Aflys tiden", id: "aflys"))
                        """))
                    """))
    }

    /// What can be done with her time.
    var ownTimeLinks: HTML {
        """
        <p><a id="flyt-tid" href="/se-din-aftale/aftale/flyt">Flyt tiden</a> · \
        <a id="aflys-tid" href="/se-din-aftale/aftale/aflys">Aflys tiden</a> · \
        <a id="hent-tid" href="/se-din-aftale/aftale.ics">Hent til din kalender</a></p>
        """
    }

    /// What was just done, in a word from a closed list.
    func ownDone(_ word: String?) -> HTML {
        switch word {
        case "booket": notice(.good, id: "gjort", isAnnounced: true, "<p>Tiden er din.</p>")
        case "flyttet": notice(.good, id: "gjort", isAnnounced: true, "<p>Tiden er flyttet.</p>")
        case "aflyst":
            notice(
                .good, id: "gjort", isAnnounced: true,
                "<p>Tiden er aflyst. Du er stadig velkommen.</p>")
        default: .empty
        }
    }

    private var ownPhone: HTML { "<a href=\"\(profile.phoneLink)\">\(profile.phone)</a>" }
}
