internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/fordeling`: what each colleague has; `/fordeling/{bruger}`: her cases, and who takes them.
struct HandoverRoutes: Sendable {
    let desk: HandoverDesk
    let book: CalendarBook
    let ledger: Ledger
    let staff: StaffAccounts

    /// How far ahead talks are counted: two weeks is what an illness lasts.
    private static let daysAhead = 13

    var all: [CentreRoute] {
        [
            .staff(.get, "/fordeling", [.leader], list),
            .staff(.get, "/fordeling/{bruger}", [.leader]) { visit, loop in
                try withMember(visit, loop) { try show($0, nil, [], visit, loop) }
            },
            .staff(.post, "/fordeling/{bruger}", [.leader], handOver),
        ]
    }

    private func list(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let members = try staff.all(in: loop.db)
        let open = try ledger.openFiles(in: loop.db)
        let picture = try book.picture(
            from: visit.today, through: visit.today.adding(days: Self.daysAhead), in: loop.db)
        let loads = try members.compactMap { member -> Workload? in
            let own = open.filter { $0.responsible == member.id }
            let talks = picture.booked.filter { $0.staff == member.id }
            // Who has left and still has cases is on the list until somebody has taken them.
            guard
                !own.isEmpty
                    || (!member.isDisabled && Set<Role>.frontOffice.contains(member.role))
            else { return nil }
            return Workload(
                member: member, caseCount: own.count,
                waitingCount: try own.count { one in
                    try book.standards.clocks(of: one.file, on: visit.today).last?.isOpen == true
                },
                talkCount: talks.count, talkMinutes: talks.map(\.time.minutes).reduce(0, +),
                isAway: picture.absences.contains {
                    $0.staff == member.id && $0.startsAt <= visit.now && visit.now < $0.endsAt
                })
        }
        return .now(
            visit.page(
                "Fordeling", menu: "fordeling",
                workloadPage(
                    loads.sorted {
                        ($1.caseCount, $0.member.name) < ($0.caseCount, $1.member.name)
                    },
                    untaken: open.count { $0.responsible == nil })))
    }

    private func withMember(
        _ visit: StaffVisit, _ loop: LoopContext, _ answer: (StaffMember) throws -> Answer
    ) throws -> Answer {
        guard let login = visit.path.word("bruger"),
            let found = try staff.find(login, in: loop.db)?.member
        else { return .now(visit.visit.notFound()) }
        return try answer(found)
    }

    private func colleagues(
        of member: StaffMember, _ db: borrowing Connection
    ) throws -> [StaffMember] {
        try staff.all(in: db).filter {
            $0.id != member.id && !$0.isDisabled && Set<Role>.frontOffice.contains($0.role)
        }.sorted { $0.name < $1.name }
    }

    private func files(of member: StaffMember, _ db: borrowing Connection) throws -> [CaseFile] {
        try ledger.openFiles(in: db).filter { $0.responsible == member.id }.map(\.file)
    }

    private func show(
        _ member: StaffMember, _ form: HandoverForm?, _ problems: [FormProblem],
        _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        let files = try files(of: member, loop.db)
        let colleagues = try colleagues(of: member, loop.db)
        return visit.logged(.listRead, cases: files.map(\.ref)) { token, _ in
            let lines = try files.map { file in
                HandoverLine(
                    ref: file.ref, who: initials(of: try ledger.person(of: file, token), of: file),
                    status: guaranteeStatus(
                        try book.standards.clocks(of: file, on: visit.today).last,
                        booked: file.openOffer?.offer?.startsOn, on: visit.today),
                    next: file.standing(from: visit.now).first?.time)
            }
            return visit.page(
                "Fordeling \(member.login)", menu: "fordeling", back: "/fordeling",
                problems: problems, status: problems.isEmpty ? .ok : .unprocessable,
                handoverPage(
                    member, lines, colleagues, form ?? HandoverForm(), problems,
                    token: visit.token))
        }
    }

    private func handOver(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try withMember(visit, loop) { member in
            let refs = try files(of: member, loop.db).map(\.ref)
            let form = HandoverForm(visit, refs.map(\.number))
            let takers = form.takers(refs, try colleagues(of: member, loop.db))
            let problems = form.problems(takers)
            guard problems.isEmpty else {
                return try show(member, form, problems, visit, loop)
            }
            let (actor, now) = (visit.actor, visit.now)
            return visit.visit.writing { [desk] db in
                try desk.handOver(
                    takers, from: member.id, why: form.why, by: actor, at: now, in: db)
            } then: { count, _ in
                visit.confirm(
                    Confirmation(
                        count == 1 ? "1 sag er overdraget." : "\(count) sager er overdraget.",
                        next: "Aftaler i kalenderen flyttes fra sagen."))
                return .seeOther("/fordeling/\(member.login)")
            }
        }
    }
}
