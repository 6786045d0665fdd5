internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// The pages of a case's times: finding one, all of them, and one as a file for a calendar.
struct FindTimeRoutes: Sendable {
    let book: CalendarBook

    var all: [CentreRoute] {
        [
            .staff(.get, "/sager/{number}/tid", .frontOffice) { visit, loop in
                try visit.withCase(loop) { ref in
                    visit.logged(.caseRead, cases: [ref]) { token, loop in
                        try find(try visit.caseReading(ref, token, in: loop.db), visit, loop)
                    }
                }
            },
            .staff(.get, "/sager/{number}/aftaleliste", .frontOffice) { visit, loop in
                try visit.withCase(loop) { ref in
                    visit.reading(ref) { reading in
                        visit.page(
                            "Aftaler \(ref.number)", back: visit.place(of: ref),
                            appointmentListPage(reading, names(reading)))
                    }
                }
            },
            .staff(.get, "/sager/{number}/aftale.ics", .frontOffice) { visit, loop in
                try visit.withCase(loop) { ref in
                    visit.reading(ref) { reading in file(reading, visit) }
                }
            },
        ]
    }

    private func names(_ reading: CaseReading) -> CalendarNames {
        CalendarNames(facts: book.standards.facts(on: reading.today), staff: reading.names)
    }

    private func find(
        _ reading: CaseReading, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Response {
        let search = FindTimeForm(visit, reading)
        if let moving = search.moving, reading.file.appointment(moving)?.state != .booked {
            return visit.visit.notFound()
        }
        let picture = try book.picture(from: search.from, through: search.last, in: loop.db)
        var wish = CalendarPicture.Wish(minutes: search.minutes, form: search.form)
        wish.isFirstTalk = search.isFirst
        wish.staff = picture.staff(taking: reading.person.age(on: reading.today))
        if search.isOnlyResponsible, let responsible = reading.responsible {
            wish.staff = [responsible]
        }
        let soonest = Instant(
            seconds: visit.now.seconds + CalendarBook.noticeMinutes * 60)
        let start = max(soonest, Instant(day: search.from, hour: 0, minute: 0))
        let times = picture.free(wish, from: start, through: search.last)
        return visit.page(
            "Find en tid \(reading.ref.number)", back: visit.place(of: reading.ref),
            problems: search.problems,
            status: search.problems.isEmpty ? .ok : .unprocessable,
            findTimePage(
                reading, search, Array(times.prefix(FindTimeForm.timesShownMax)), names(reading),
                token: visit.token))
    }

    /// One time for a calendar of her own, or all that stand. It says when and where, and not what.
    private func file(_ reading: CaseReading, _ visit: StaffVisit) -> Response {
        let id = visit.request.query.word("post").flatMap { EntryID(formText: $0) }
        let times =
            id.map { id in reading.file.appointments.filter { $0.entry.id == id } }
            ?? reading.file.standing(from: visit.now)
        let profile = reading.state.standard.profile
        return .calendar(
            ICalendar(times.map { ICalendar.Event($0, at: profile) }), named: "aftale.ics")
    }
}
