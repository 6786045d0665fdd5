internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/kalender/abonnement`: the address of one's own calendar; and the calendar behind it, which says when and where, never
/// who: no case is read for it.
struct FeedRoutes: Sendable {
    let feeds: CalendarFeeds
    let book: CalendarBook

    var all: [CentreRoute] {
        [
            .staff(.get, "/kalender/abonnement", .frontOffice) { visit, loop in
                .now(
                    visit.page(
                        "Abonnement", menu: "kalender", back: "/kalender",
                        feedPage(
                            madeAt: try feeds.madeAt(of: visit.session.member.id, in: loop.db),
                            token: visit.token)))
            },
            .staff(.post, "/kalender/abonnement", .frontOffice, renew),
            .staff(.post, "/kalender/abonnement/luk", .frontOffice, close),
            .open(.get, "/abonnement/{noegle}", feed),
        ]
    }

    /// The address is said once, on the page that follows; only a digest of it is kept.
    private func renew(_ visit: StaffVisit, _ loop: LoopContext) -> Answer {
        let (staff, actor, now) = (visit.session.member.id, visit.actor, visit.now)
        let host = visit.request.headers.text("Host")?.word ?? ""
        return visit.visit.writing { [feeds] db in
            try feeds.renew(for: staff, by: actor, at: now, in: db)
        } then: { secret, _ in
            let address: Address = "/abonnement/\(word: secret)"
            visit.confirm(
                Confirmation(
                    "Din nye adresse er https://\(host)\(address.text)",
                    next: "Kopiér den nu. Den bliver ikke vist igen."))
            return .seeOther("/kalender/abonnement")
        }
    }

    private func close(_ visit: StaffVisit, _ loop: LoopContext) -> Answer {
        let (staff, actor, now) = (visit.session.member.id, visit.actor, visit.now)
        return visit.visit.writing { [feeds] db in
            try feeds.close(for: staff, by: actor, at: now, in: db)
        } then: { _, _ in
            visit.confirm(Confirmation("Adressen er lukket. Ingen kan læse kalenderen mere."))
            return .seeOther("/kalender/abonnement")
        }
    }

    private func feed(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        let secret = visit.path.word("noegle") ?? ""
        guard let staff = try feeds.staff(behind: secret, in: loop.db) else {
            return .now(
                .text("Kalenderen er lukket. Hent en ny adresse i Fjorten.", status: .forbidden))
        }
        let facts = book.standards.facts(on: visit.today)
        let first = visit.today.adding(days: -CalendarFeeds.daysBack)
        let last = visit.today.adding(days: CalendarFeeds.daysAhead)
        let picture = try book.picture(from: first, through: last, in: loop.db)
        let talks = picture.booked.filter { $0.staff == staff }.map {
            ICalendar.Event(
                uid: $0.entry.formText, startsAt: $0.time.startsAt, endsAt: $0.time.endsAt,
                summary: "Samtale (\($0.time.form.danishName))",
                location: $0.time.room.flatMap { facts.room($0)?.room.name }, stamp: visit.now)
        }
        let events = picture.events.filter { $0.staff == staff }.map {
            ICalendar.Event(
                uid: $0.id.formText, startsAt: $0.startsAt, endsAt: $0.endsAt,
                summary: $0.title, location: $0.room.flatMap { facts.room($0)?.room.name },
                stamp: visit.now)
        }
        return .now(
            Response.bytes(
                Array(ICalendar(talks + events).text.utf8), contentType: ICalendar.contentType))
    }
}
