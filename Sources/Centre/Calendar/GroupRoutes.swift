internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/kalender/post`: what stands in the calendar, and of a group who is expected and who came.
struct GroupRoutes: Sendable {
    let groups: GroupDesk
    let book: CalendarBook
    let desk: CalendarDesk

    var all: [CentreRoute] {
        [
            .staff(.get, "/kalender/post", RotaRoutes.roles) { visit, loop in
                guard let event = try event(visit.request.query.word("id"), loop) else {
                    return .now(.seeOther("/kalender/arbejdstid"))
                }
                return try show(event, [], visit, loop)
            },
            .staff(.post, "/kalender/post/fjern", RotaRoutes.roles, cancel),
            .staff(.post, "/kalender/post/deltager", .frontOffice, join),
            .staff(.post, "/kalender/post/fremmoede", .clinical, attend),
        ]
    }

    private func event(_ text: String?, _ loop: LoopContext) throws -> CalendarEvent? {
        try text.flatMap { FormID(formText: $0) }.flatMap { try book.event($0, in: loop.db) }
    }

    private static func address(of event: CalendarEvent) -> Address {
        "/kalender/post?id=\(word: event.id.formText)"
    }

    private func show(
        _ event: CalendarEvent, _ problems: [FormProblem], _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        let names = CalendarNames(
            facts: book.standards.facts(on: visit.today),
            staff: try visit.staffNames(in: loop.db))
        let isGroup = event.kind == .group && Set<Role>.frontOffice.contains(visit.role)
        let seats = isGroup ? try groups.seats(in: event, loop.db) : []
        @Sendable func page(_ shown: [GroupSeatSeen]) -> Response {
            visit.page(
                "I kalenderen", menu: "kalender", back: "/kalender", problems: problems,
                status: problems.isEmpty ? .ok : .unprocessable,
                eventSeenPage(
                    EventSeen(
                        event: event, names: names, seats: isGroup ? shown : nil,
                        now: visit.now, number: visit.field("sag"), problems: problems,
                        opensJournal: visit.isClinical), token: visit.token))
        }
        guard !seats.isEmpty else { return .now(page([])) }
        return visit.logged(.listRead, cases: seats.map(\.ref)) { [groups] token, loop in
            page(
                try seats.map { seat in
                    let file = try groups.ledger.file(seat.ref, in: loop.db)
                    return GroupSeatSeen(
                        seat: seat,
                        who: initials(of: try groups.ledger.person(of: file, token), of: file),
                        state: file.appointment(seat.entry)?.state ?? .booked)
                })
        }
    }

    private func join(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        guard let event = try event(visit.field("post"), loop), event.kind == .group else {
            return .now(visit.visit.notFound())
        }
        let ref = try CaseNumber(visit.field("sag")).flatMap {
            try groups.ledger.find($0, in: loop.db)
        }
        guard let ref else {
            return try show(
                event, [FormProblem(field: "sag", message: "Skriv et sagsnummer som 2026-0407")],
                visit, loop)
        }
        let context = WriteContext(
            by: visit.actor, at: visit.now,
            id: EntryID(formText: visit.field("id")) ?? .random())
        let andLater = !visit.field("ogsaa-senere").isEmpty
        return visit.visit.writing { [groups] db -> GroupDesk.Refusal? in
            do {
                try groups.join(event, andLater: andLater, ref, context, in: db)
                return nil
            } catch let refusal as GroupDesk.Refusal {
                return refusal
            }
        } then: { refusal, _ in
            switch refusal {
            case nil: visit.confirm(Confirmation("Sag \(ref.number) er skrevet på holdet."))
            case .closed: visit.confirm(Confirmation("Sag \(ref.number) er lukket. Intet er gemt."))
            case .seated:
                visit.confirm(Confirmation("Sag \(ref.number) står på holdet i forvejen."))
            }
            return .seeOther(Self.address(of: event).text)
        }
    }

    private func attend(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        guard let event = try event(visit.field("post"), loop), event.kind == .group,
            event.startsAt <= visit.now
        else { return .now(visit.visit.notFound()) }
        var came: [EntryID: Bool] = [:]
        for seat in try groups.seats(in: event, loop.db) {
            switch visit.field("kom-\(seat.entry.formText)") {
            case "ja": came[seat.entry] = true
            case "nej": came[seat.entry] = false
            default: continue
            }
        }
        let (actor, now, answers) = (visit.actor, visit.now, came)
        return visit.visit.writing { [groups] db in
            try groups.attend(event, came: answers, by: actor, at: now, in: db)
        } then: { count, _ in
            visit.confirm(
                Confirmation(
                    count == 1
                        ? "Fremmødet er gemt på 1 sag." : "Fremmødet er gemt på \(count) sager.",
                    next: "Et notat skrives på borgerens egen sag."))
            return .seeOther(Self.address(of: event).text)
        }
    }

    private func cancel(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        guard let event = try event(visit.field("post"), loop) else {
            return .now(visit.visit.notFound())
        }
        let (actor, now) = (visit.actor, visit.now)
        return visit.visit.writing { [desk, groups] db in
            try groups.cancelSeats(in: event, by: actor, at: now, db)
            try desk.cancel(event, by: actor, at: now, in: db)
        } then: { _, _ in
            visit.confirm(Confirmation("\(event.title) er taget ud af kalenderen."))
            return .seeOther("/kalender/arbejdstid")
        }
    }
}
