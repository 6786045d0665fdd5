internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/kalender/arbejdstid` and `/kalender/skriv`: what stands in the calendar beside the citizens' times.
struct RotaRoutes: Sendable {
    let book: CalendarBook
    let desk: CalendarDesk
    let staff: StaffAccounts

    /// Nothing of it is about a citizen.
    static let roles = Set<Role>.frontOffice.union([.administrator])
    /// Those who say when others work.
    static let planners: Set<Role> = [.leader, .administrator]

    var all: [CentreRoute] {
        [
            .staff(.get, "/kalender/arbejdstid", Self.roles, list),
            .staff(.get, "/kalender/arbejdstid/{bruger}", Self.roles) { visit, loop in
                try withMember(visit, loop) { .now(try page($0, Typed(), visit, loop)) }
            },
            .staff(.post, "/kalender/arbejdstid/{bruger}", Self.planners, plan),
            .staff(.post, "/kalender/arbejdstid/{bruger}/fravaer", Self.roles, writeAbsence),
            .staff(.post, "/kalender/arbejdstid/{bruger}/her-igen", Self.roles, cancelAbsence),
            .staff(.get, "/kalender/skriv", Self.roles) { visit, loop in
                .now(try eventPage(nil, [], visit, loop))
            },
            .staff(.post, "/kalender/skriv", Self.roles, writeEvent),
        ]
    }

    /// What was typed into one of the forms of a colleague's page.
    struct Typed: Sendable {
        var week: FieldValues?
        var absence: FieldValues?
        var problems: [FormProblem] = []
    }

    private func members(_ db: borrowing Connection) throws -> [StaffMember] {
        try staff.all(in: db).filter {
            !$0.isDisabled && Set<Role>.frontOffice.contains($0.role)
        }.sorted { $0.name < $1.name }
    }

    private func list(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let picture = try book.picture(
            from: visit.today, through: visit.today.adding(days: Self.daysShown), in: loop.db)
        return .now(
            visit.page(
                "Arbejdstid", menu: "kalender", back: "/kalender",
                rotaPage(
                    try members(loop.db), picture, on: visit.today,
                    consultancyCount: try book.consultancyCount(
                        in: visit.today.year, loop.db))))
    }

    /// How far ahead absences are listed.
    private static let daysShown = 90

    private func withMember(
        _ visit: StaffVisit, _ loop: LoopContext, _ answer: (StaffMember) throws -> Answer
    ) throws -> Answer {
        guard let login = visit.path.word("bruger"),
            let found = try staff.find(login, in: loop.db)?.member,
            Set<Role>.frontOffice.contains(found.role)
        else { return .now(visit.visit.notFound()) }
        return try answer(found)
    }

    private func page(
        _ member: StaffMember, _ typed: Typed, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Response {
        let today = visit.today
        let picture = try book.picture(
            from: today, through: today.adding(days: Self.daysShown), in: loop.db)
        let week = picture.weeks[member.id]?.last
        let fields = RotaFields.week(week, picture.facts, from: today)
        return visit.page(
            "Arbejdstid \(member.login)", menu: "kalender", back: "/kalender/arbejdstid",
            problems: typed.problems, status: typed.problems.isEmpty ? .ok : .unprocessable,
            memberWeekPage(
                MemberWeek(
                    member: member, picture: picture, today: today,
                    week: typed.week?.filled(fields) ?? fields,
                    absence: typed.absence?.filled(RotaFields.absence) ?? RotaFields.absence,
                    problems: typed.problems, mayPlan: Self.planners.contains(visit.role)),
                token: visit.token))
    }

    private func plan(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try withMember(visit, loop) { member in
            let facts = book.standards.facts(on: visit.today)
            let fields = RotaFields.week(nil, facts, from: visit.today)
            let sent = FieldValues(visit.request.form, of: fields)
            var typed = TypedForm(sent, of: fields, by: visit.role, at: visit.now)
            do throws(FieldFaults) {
                let week = try RotaReading.week(&typed, of: member.id, facts)
                let (actor, now, id) = (visit.actor, visit.now, visit.formID)
                return visit.visit.writing { [desk] db in
                    try desk.plan(week, as: id, by: actor, at: now, in: db)
                } then: { _, _ in
                    visit.confirm(
                        Confirmation(
                            "Arbejdsugen for \(member.name) er gemt fra \(week.fromDay.inWords)."))
                    return .seeOther("/kalender/arbejdstid/\(member.login)")
                }
            } catch {
                return .now(
                    try page(member, Typed(week: sent, problems: error.all), visit, loop))
            }
        }
    }

    private func writeAbsence(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try withMember(visit, loop) { member in
            let fields = RotaFields.absence
            let sent = FieldValues(visit.request.form, of: fields)
            var typed = TypedForm(sent, of: fields, by: visit.role, at: visit.now)
            do throws(FieldFaults) {
                let absence = try RotaReading.absence(&typed, of: member.id, as: visit.formID)
                let (actor, now) = (visit.actor, visit.now)
                return visit.visit.writing { [desk] db in
                    try desk.add(absence, by: actor, at: now, in: db)
                } then: { [book] _, loop in
                    let booked = try book.booked(
                        from: absence.startsAt.day, through: absence.endsAt.day, in: loop.db
                    ).filter {
                        $0.staff == member.id && $0.time.startsAt < absence.endsAt
                            && absence.startsAt < $0.time.endsAt
                    }
                    visit.confirm(
                        Confirmation(
                            "Fraværet er skrevet.",
                            next: booked.isEmpty
                                ? nil
                                : "\(booked.count == 1 ? "En aftale" : "\(booked.count) aftaler") skal flyttes. Se kalenderen."
                        ))
                    return .seeOther("/kalender/arbejdstid/\(member.login)")
                }
            } catch {
                return .now(
                    try page(member, Typed(absence: sent, problems: error.all), visit, loop))
            }
        }
    }

    private func cancelAbsence(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try withMember(visit, loop) { member in
            guard let id = FormID(formText: visit.field("fravaer")) else {
                return .now(visit.visit.notFound())
            }
            let (actor, now) = (visit.actor, visit.now)
            return visit.visit.writing { [desk] db in
                try desk.cancelAbsence(id, of: member.id, by: actor, at: now, in: db)
            } then: { _, _ in
                visit.confirm(Confirmation("Fraværet er fjernet."))
                return .seeOther("/kalender/arbejdstid/\(member.login)")
            }
        }
    }

    // MARK: Meetings, groups, consultancy

    private func eventPage(
        _ sent: FieldValues?, _ problems: [FormProblem], _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Response {
        let fields = RotaFields.event(
            try members(loop.db), own: visit.session.member.id,
            book.standards.facts(on: visit.today))
        return visit.page(
            "Skriv i kalenderen", menu: "kalender", back: "/kalender", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            eventFormPage(sent?.filled(fields) ?? fields, problems, token: visit.token))
    }

    private func writeEvent(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let facts = book.standards.facts(on: visit.today)
        let members = try members(loop.db)
        let fields = RotaFields.event(members, own: visit.session.member.id, facts)
        let sent = FieldValues(visit.request.form, of: fields)
        var typed = TypedForm(sent, of: fields, by: visit.role, at: visit.now)
        do throws(FieldFaults) {
            let events = try RotaReading.events(&typed, members, facts, as: visit.formID)
            let (actor, now) = (visit.actor, visit.now)
            return visit.visit.writing { [desk] db -> CalendarRefusal? in
                do {
                    try db.savepoint {
                        for event in events { try desk.add(event, by: actor, at: now, in: db) }
                    }
                    return nil
                } catch let refusal as CalendarRefusal {
                    return refusal
                }
            } then: { refusal, loop in
                if case .timeTaken(let moment, let isRoom) = refusal {
                    let words = ActRefusal.timeTaken(moment, isRoom: isRoom).words { _ in nil }
                    return try eventPage(
                        sent, [FormProblem(field: "post-dato", message: words)], visit, loop)
                }
                visit.confirm(Confirmation("Det står i kalenderen."))
                let day = events.first?.startsAt.day ?? visit.today
                let login = members.first { $0.id == events.first?.staff }?.login ?? ""
                return .seeOther(
                    ("/kalender?hvem=\(word: login)&dag=\(word: day.fieldText)" as Address).text)
            }
        } catch {
            return .now(try eventPage(sent, error.all, visit, loop))
        }
    }
}

extension StaffVisit {
    /// The id that the form has chosen for what it writes.
    var formID: FormID { FormID(formText: field("id")) ?? .random() }
}
