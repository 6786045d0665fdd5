internal import Domain
internal import HTML
internal import Records

/// What a citizen sees with her code: time, and nothing of what was said.
struct OwnAppointment: Sendable {
    var receivedOn: CalendarDay
    /// Where the fourteen days stand.
    var guarantee: Progress
    /// The next booked time.
    var bookedAt: BookedTime?
    /// She left no number: nobody can ring her.
    var comesSelf = false
    /// It has an hour, and that is ahead.
    var mayChange = false
    /// What she may choose from, where she waits and has no time.
    var choice: OwnChoice?
    /// What she has just done.
    var done: String?

    enum Progress: Hashable, Sendable {
        /// No clock runs: advice, or a relative.
        case none
        /// Treatment may begin up to and including this day.
        case running(lastDay: CalendarDay)
        /// The day is past and nothing has begun.
        case overdue(lastDay: CalendarDay)
        /// Treatment has begun.
        case begun(CalendarDay)
        /// It ended before it began.
        case closed
    }

    enum BookedTime: Hashable, Sendable {
        case moment(Instant)
        case day(CalendarDay)
    }
}

/// Why a code opened nothing.
enum CodeFault: Hashable, Sendable {
    case missing
    /// Three of the four words.
    case wordMissing
    case unknown
    case tooManyTries(minutes: Int)
}

extension Frame {
    /// `/se-din-aftale`: four words, and nothing else is asked.
    func codePage(typed: String = "", fault: CodeFault? = nil) -> HTML {
        let problems = fault.map { [FormProblem(field: "kode", message: words($0))] } ?? []
        return page(
            PublicPage(
                title: "Se din aftale", back: "/", problems: problems,
                content: """
                    <h1>Se din aftale</h1>
                    \(form("/se-din-aftale", id: "kode-formular", """
                        \(textField(
                            "kode", label: "Din kode", value: typed, width: .twentySeven,
                            hint: "Koden er på fire ord. Det er lige meget, om du skriver stort eller småt.",
                            problems: problems, autocomplete: "off", isRequired: true))
                        \(button("Se aftale", id: "se-aftale"))
                        """))
                    <p>Har du mistet koden? Ring til os på \(phone).</p>
                    """))
    }

    /// `/se-din-aftale/aftale`: when it was received, the last day, the booked time.
    func appointmentPage(_ own: OwnAppointment) -> HTML {
        page(
            PublicPage(
                title: "Min aftale", back: "/se-din-aftale", problems: own.choice?.problems ?? [],
                content: """
                    <h1>Din aftale</h1>
                    \(ownDone(own.done))
                    \(summaryList(
                        [
                            SummaryRow("Din tid", booked(own)),
                            SummaryRow("Vi fik din besked", "\(own.receivedOn.inWords)"),
                        ] + progressRow(own.guarantee), id: "aftale"))
                    \(own.mayChange ? ownTimeLinks : .empty)
                    \(own.choice.map { ownBooking($0) })
                    \(advice(own))
                    """))
    }

    private func booked(_ own: OwnAppointment) -> HTML {
        switch own.bookedAt {
        case .moment(let moment): "<strong>\(moment.nearInWords)</strong>"
        case .day(let day): "<strong>\(day.nearInWords)</strong>"
        case nil: "Du har ingen tid lige nu"
        }
    }

    private func progressRow(_ progress: OwnAppointment.Progress) -> [SummaryRow] {
        switch progress {
        case .none, .closed: []
        case .running(let lastDay), .overdue(let lastDay):
            [SummaryRow("Du har ret til at begynde senest", "\(lastDay.inWords)")]
        case .begun(let day): [SummaryRow("Du begyndte", "\(day.inWords)")]
        }
    }

    private func advice(_ own: OwnAppointment) -> HTML {
        if case .overdue = own.guarantee {
            return """
                <div class="notice">
                <h2>Du har ventet for længe</h2>
                <p>Det er vores fejl. Ring til os på \(phone). Du kan også vælge et andet sted.</p>
                </div>
                """
        }
        if own.bookedAt != nil {
            return """
                <p>Du finder os på adressen \(profile.street), \(profile.town). En samtale varer \
                cirka en time.</p>
                \(profile.directions.isEmpty ? .empty : "<p>\(profile.directions)</p>")
                <p>Kan du ikke komme, så \(own.mayChange
                    ? "flyt tiden her, eller ring til os på \(phone)."
                    : "ring til os på \(phone). Så finder vi en ny tid.")</p>
                """
        }
        switch own.guarantee {
        case .closed, .begun:
            return "<p>Ring til os på \(phone), hvis du gerne vil have en ny tid.</p>"
        case .none, .running, .overdue:
            return own.comesSelf
                ? "<p>Ring til os på \(phone), når det passer dig. Sig din kode.</p>"
                : "<p>Vi kontakter dig, som du har bedt om. Du kan også ringe på \(phone).</p>"
        }
    }

    private var phone: HTML { "<a href=\"\(profile.phoneLink)\">\(profile.phone)</a>" }

    private func words(_ fault: CodeFault) -> String {
        switch fault {
        case .missing: "Skriv de fire ord i din kode"
        case .wordMissing: "Koden er på fire ord. Du har skrevet tre"
        case .unknown:
            """
            Vi kan ikke finde koden. Tjek, om ordene er skrevet rigtigt. Ellers ring \(profile.phone)
            """
        case .tooManyTries(let minutes):
            """
            Vent \(minutes) \(minutes == 1 ? "minut" : "minutter"), før du prøver igen. Du kan også ringe til os
            """
        }
    }
}
