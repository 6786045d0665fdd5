internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/sletning`: the cases whose time is over, the wish that they be erased, a second person's yes, the receipt.
struct RetentionRoutes: Sendable {
    let retention: RetentionService
    let erasure: ErasureApproval
    let staff: StaffAccounts
    let standards: StandardBook
    /// What the tables' rows are called on a receipt.
    let tables: [RecordTable]

    /// Who may look.
    private static let readers: Set<Role> = [.auditor, .administrator, .leader]
    /// Who may ask and answer; never the same person both.
    static let deciders: Set<Role> = [.administrator, .leader]

    var all: [CentreRoute] {
        [
            .staff(.get, "/sletning", Self.readers) { visit, _ in
                visit.slowRead { db in try listPage(RetentionForm(), nil, visit, db) }
            },
            .staff(.post, "/sletning", Self.deciders, ask),
            .staff(.get, "/sletning/{anmodning}", Self.readers) { visit, _ in
                guard let id = visit.erasureRequest else { return .now(visit.visit.notFound()) }
                return visit.slowRead { db in try requestPage(id, nil, visit, db) }
            },
            .staff(.post, "/sletning/{anmodning}/godkend", Self.deciders, approve),
            .staff(.post, "/sletning/{anmodning}/afvis", Self.deciders, decline),
        ]
    }

    private func ask(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let form = RetentionForm(visit.request.form)
        guard let reason = form.reason else {
            return visit.slowRead { db in try listPage(form, .reasonMissing, visit, db) }
        }
        let (actor, now) = (visit.actor, visit.now)
        return visit.slowRead { reader in
            do {
                try visit.perform { [retention] db in
                    try retention.ask(
                        for: form.numbers, because: reason, as: form.id, by: actor, at: now,
                        in: db)
                }
                visit.confirm(
                    Confirmation("Der er bedt om sletning.", next: "En anden skal godkende den."))
                return .seeOther("/sletning/\(form.id.formText)")
            } catch let refusal as ErasureRefusal {
                return try listPage(form, refusal, visit, reader)
            }
        }
    }

    private func approve(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        guard let id = visit.erasureRequest else { return .now(visit.visit.notFound()) }
        let actor = visit.actor
        return visit.slow {
            switch try erasure.approve(id, by: actor) {
            case nil: return visit.visit.notFound()
            case .success: return .seeOther("/sletning/\(id.formText)")
            case .failure(let refusal):
                let reader = try visit.visit.web.house.reader()
                return try requestPage(id, refusal, visit, reader)
            }
        }
    }

    private func decline(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        guard let id = visit.erasureRequest else { return .now(visit.visit.notFound()) }
        let (actor, now) = (visit.actor, visit.now)
        return visit.visit.writing { [retention] db -> ErasureRefusal? in
            guard let request = try retention.request(id, in: db) else { return .answered }
            do {
                try retention.decline(request, by: actor, at: now, in: db)
                return nil
            } catch let refusal as ErasureRefusal {
                return refusal
            }
        } then: { _, _ in
            .seeOther("/sletning/\(id.formText)")
        }
    }

    // MARK: Pages, their reading in the log before they are sent

    private func listPage(
        _ form: RetentionForm, _ refusal: ErasureRefusal?, _ visit: StaffVisit,
        _ db: borrowing Connection
    ) throws -> Response {
        let overview = try overview(on: visit.today, in: db)
        try noteReading(
            overview.due.map(\.ref) + overview.waiting.flatMap { $0.cases.map(\.ref) }, visit)
        let problems = refusal.map { [$0.problem(hasList: !overview.due.isEmpty)] } ?? []
        return visit.page(
            "Sletning", menu: "sletning", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            retentionOverviewPage(overview, form, problems, for: visit, tables))
    }

    private func overview(
        on day: CalendarDay, in db: borrowing Connection
    ) throws -> RetentionOverview {
        let (due, hasMore) = try retention.due(on: day, in: db)
        return RetentionOverview(
            due: due, hasMore: hasMore, waiting: try retention.waiting(in: db),
            receipts: try retention.receipts(limit: 20, in: db), names: try staff.names(in: db),
            isStandardSilent: try standards.required(on: day).standard.retention.socialYears.value
                == nil)
    }

    private func requestPage(
        _ id: FormID, _ refusal: ErasureRefusal?, _ visit: StaffVisit,
        _ db: borrowing Connection
    ) throws -> Response {
        guard let request = try retention.request(id, in: db) else {
            return visit.visit.notFound()
        }
        try noteReading(request.cases.map(\.ref), visit)
        let problems = refusal.map { [$0.problem(hasList: false)] } ?? []
        return visit.page(
            request.answer == nil ? "Anmodning om sletning" : "Kvittering for sletning",
            menu: "sletning", back: "/sletning", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            erasureRequestContent(
                request, names: try staff.names(in: db), for: visit, tables))
    }

    private func noteReading(_ refs: [CaseRef], _ visit: StaffVisit) throws {
        if !refs.isEmpty { try visit.note(.listRead, of: refs) }
    }
}

extension StaffVisit {
    fileprivate var erasureRequest: FormID? {
        path["anmodning"].flatMap { FormID(formText: $0) }
    }

    /// Whether her role may ask and answer.
    var decidesErasure: Bool { RetentionRoutes.deciders.contains(role) }
}
