internal import Domain
internal import HTML
internal import Records
internal import SQLite

/// What the pages of a case show of its times: the next ones, and free ones where one is wanted.
struct AppointmentsSeen: Sendable {
    let names: CalendarNames
    /// Free first talks, where somebody waits without a time.
    let free: [FreeTime]
    let lastDay: CalendarDay?

    /// How many free times are offered at once: three are said aloud in one breath.
    static let offeredCount = 3

    init(_ reading: CaseReading, _ source: CaseSection.Source, in db: borrowing Connection) throws {
        let standards = source.house.standards
        names = CalendarNames(facts: standards.facts(on: reading.today), staff: reading.names)
        lastDay = reading.state.runningLastDay
        guard reading.wantsFirstTime else {
            free = []
            return
        }
        free = try CalendarBook(standards: standards).firstTalks(
            for: reading.person.age(on: reading.today), until: lastDay,
            count: Self.offeredCount, at: reading.state.now, in: db)
    }

    /// None of the free times lies in time.
    var isTooLate: Bool { lastDay.map { last in !free.contains { $0.day <= last } } ?? false }
}

extension CaseReading {
    /// Somebody waits for treatment and has no time.
    var wantsFirstTime: Bool { isOpen && clock?.isOpen == true && file.openOffer == nil }
}

/// The next times, and a time for who has none: on the page of the case, and on that of the enquiry.
func appointmentSection(
    _ seen: AppointmentsSeen, _ reading: CaseReading, _ page: CasePageContext
) -> HTML {
    guard reading.isOpen else { return .empty }
    let number = reading.ref.number.description
    return """
        <section aria-labelledby="aftaler-titel">
        <h2 id="aftaler-titel">Aftaler</h2>
        \(nextTimes(seen, reading, page))
        \(reading.wantsFirstTime ? freeTimes(seen, reading, page) : .empty)
        \(fold(
            "tilbyd", "\(reading.wantsFirstTime ? "Tilbyd en anden tid" : OfferTime.title)",
            isOpen: reading.wantsFirstTime && seen.free.isEmpty,
            actForm(OfferTime.self, reading, page)))
        <p><a id="find-tid" href="\("/sager/\(word: number)/tid" as Address)">Find en tid</a> · \
        <a id="alle-aftaler" href="\("/sager/\(word: number)/aftaleliste" as Address)">Alle aftaler</a></p>
        </section>
        """
}

private func nextTimes(
    _ seen: AppointmentsSeen, _ reading: CaseReading, _ page: CasePageContext
) -> HTML {
    let standing = reading.file.standing(from: reading.state.now)
    let unanswered = reading.file.appointments.filter {
        $0.state == .booked && $0.time.endsAt <= reading.state.now
    }
    let past = unanswered.map { appointment -> HTML in
        """
        <p>\(appointment.time.startsAt.nearInWords.capitalisedFirst): \
        \(appointment.time.kind.danishName). Kom borgeren?</p>
        <p>\(timeActions(appointment, reading, isPast: true).joined(by: " · "))</p>
        """
    }
    guard let first = standing.first else {
        let day = reading.file.openOffer?.offer?.startsOn
        let line: HTML = """
            <p id="booket">\(day.map { "Næste tid: <strong>\($0.inWords)</strong>" }
                ?? "Der er ingen tid aftalt.")</p>
            """
        return "\(past)\(past.isEmpty || day == nil ? line : .empty)"
    }
    let time = first.time
    let details = seen.names.whereAndWho(time)
    return """
        \(past)\
        <p id="booket">Næste tid: <strong>\(time.day.inWords) kl. \(time.startsAt.clockText)</strong></p>
        <p>\(time.kind.danishName.capitalisedFirst)\(details.isEmpty ? "" : ", \(details)")</p>
        <p>\(timeActions(first, reading, isPast: false).joined(by: " · "))</p>
        \(further(standing.dropFirst(), seen, reading))
        """
}

private func further(
    _ times: ArraySlice<Appointment>, _ seen: AppointmentsSeen, _ reading: CaseReading
) -> HTML {
    guard !times.isEmpty else { return .empty }
    return """
        <ul>\(times.prefix(3).map { appointment -> HTML in
            "<li>\(appointment.time.startsAt.nearInWords), \(appointment.time.kind.danishName)</li>"
        })</ul>
        \(times.count > 3 ? "<p>Og \(times.count - 3) mere.</p>" : .empty)
        """
}

/// What can be done with one time.
func timeActions(
    _ appointment: Appointment, _ reading: CaseReading, isPast: Bool
) -> [HTML] {
    let number = reading.ref.number.description
    let id = appointment.entry.id.formText
    let about: HTML = "aftalen \(appointment.time.startsAt.nearInWords)"
    func act(_ act: any CaseAct.Type, _ words: HTML) -> HTML {
        link(
            words, to: "/sager/\(word: number)/\(word: act.address)?post=\(word: id)", about: about)
    }
    return isPast
        ? [act(MissedTalk.self, "Kom ikke"), act(CancelTalk.self, "Aflys")]
        : [
            link(
                "Flyt", to: "/sager/\(word: number)/tid?flyt=\(word: id)", about: about),
            act(CancelTalk.self, "Aflys"),
            link(
                "Hent til kalender", to: "/sager/\(word: number)/aftale.ics?post=\(word: id)",
                about: about),
        ]
}

/// The next three free times, to be said while the caller is on the line; honestly where none is in time.
private func freeTimes(
    _ seen: AppointmentsSeen, _ reading: CaseReading, _ page: CasePageContext
) -> HTML {
    guard page.may(OfferTime.self) else { return .empty }
    let tooLate = seen.isTooLate ? noTimeNotice(seen, reading) : .empty
    guard !seen.free.isEmpty else { return tooLate }
    let hasLate = seen.free.contains { time in seen.lastDay.map { time.day > $0 } ?? false }
    return """
        \(tooLate)
        \(form(
            OfferTime.address(of: reading.ref.number), id: "ledige-formular", token: page.token,
            """
            \(hiddenField("id", EntryID.random().formText))
            \(hiddenField("tilbud-form", Modality.outpatient.rawValue))
            \(hiddenField("tilbud-hvordan", TalkForm.inPerson.rawValue))
            \(slotPicker(
                "tilbud-ledig", legend: "Næste ledige første samtale",
                days: slotDays(seen.free, seen.names, lastDay: seen.lastDay),
                whenEmpty: "Der er ingen ledige tider."))
            \(hasLate
                ? textField(
                    "tilbud-hvorfor", label: "Hvorfor efter fristen?",
                    hint: "Kun hvis du vælger en tid efter sidste dag", isOptional: true)
                : .empty)
            \(savedOn(reading))
            \(button("Book tiden", .secondary, id: "book-tiden"))
            """))
        """
}

private func noTimeNotice(_ seen: AppointmentsSeen, _ reading: CaseReading) -> HTML {
    guard let lastDay = seen.lastDay else { return .empty }
    return notice(
        .warning, id: "ingen-tid", heading: "Der er ingen ledig tid inden fristen",
        """
        <p>Sidste dag er \(lastDay.inWords), og vi har ingen ledig første samtale inden. Sig det, som \
        det er. Borgeren har ret til at vælge et andet behandlingssted.</p>
        <p>Sagen står på overblikket hos lederen med det samme.</p>
        """)
}
