internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/kalender` and `/min-dag`: who meets whom, when. A citizen stands in a list by initials, and the list is in the log.
struct CalendarRoutes: Sendable {
    let book: CalendarBook
    let ledger: Ledger
    let staff: StaffAccounts

    var all: [CentreRoute] {
        [
            .staff(.get, "/kalender", .frontOffice, calendar),
            .staff(.get, "/min-dag", .frontOffice, myDay),
        ]
    }

    private func calendar(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let weeks = try book.weeks(in: loop.db)
        let members = try staff.all(in: loop.db).filter { weeks[$0.id] != nil && !$0.isDisabled }
            .sorted { $0.name < $1.name }
        let form = CalendarForm(visit, staff: members, own: visit.session.member.id)
        let picture = try book.picture(
            from: form.days.lowerBound, through: form.days.upperBound, in: loop.db)
        let shown =
            switch form.view {
            case .day: picture.booked
            case .week(let staff): picture.booked.filter { $0.staff == staff }
            }
        let names = CalendarNames(
            facts: picture.facts, staff: try visit.staffNames(in: loop.db))
        return visit.logged(.listRead, cases: Self.refs(shown)) { token, loop in
            var who: [CaseID: String] = [:]
            for ref in Self.refs(shown) {
                let file = try ledger.file(ref, in: loop.db)
                who[ref.id] = initials(of: try ledger.person(of: file, token), of: file)
            }
            return visit.page(
                "Kalender", menu: "kalender",
                calendarPage(
                    CalendarSeen(
                        form: form, picture: picture, names: names, staff: members, who: who,
                        today: visit.today, opensJournal: visit.isClinical)))
        }
    }

    /// Each case once: an entry of the log names it once.
    static func refs(_ booked: [BookedTime]) -> [CaseRef] {
        var seen: Set<CaseID> = []
        return booked.map(\.ref).filter { seen.insert($0.id).inserted }
    }

    // MARK: My day

    private func myDay(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let own = visit.session.member.id
        let today = visit.today
        let picture = try book.picture(from: today, through: today, in: loop.db)
        let booked = picture.booked.filter { $0.staff == own }
        let names = CalendarNames(
            facts: picture.facts, staff: try visit.staffNames(in: loop.db))
        return visit.logged(.listRead, cases: Self.refs(booked)) { token, loop in
            let talks = try booked.map { one in
                let file = try ledger.file(one.ref, in: loop.db)
                return MyTalk(
                    booked: one, appointment: file.appointment(one.entry),
                    who: initials(of: try ledger.person(of: file, token), of: file),
                    next: file.standing(from: one.time.endsAt).first?.time.startsAt,
                    clock: try book.standards.clocks(of: file, on: today).last)
            }
            return visit.page(
                "Min dag", menu: "min-dag",
                myDayPage(
                    MyDay(
                        today: today, now: visit.now, talks: talks,
                        events: picture.events.filter { $0.staff == own },
                        closing: picture.closing(on: today), names: names,
                        opensJournal: visit.isClinical)))
        }
    }
}
