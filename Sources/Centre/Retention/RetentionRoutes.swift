internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// `/sletning`: the cases whose time is over, the wish that they be forgotten, a second person's yes, the receipt.
enum RetentionRoutes {
    /// Who may look.
    private static let readers: Set<Role> = [.auditor, .administrator, .leader]
    /// Who may ask and answer; never the same person both.
    private static let deciders: Set<Role> = [.administrator, .leader]

    static let all: [CentreRoute] = [
        .staff(.get, "/sletning", readers) { visit, _ in
            .slow { visit.retentionPage(RetentionForm()) }
        },
        .staff(.post, "/sletning", deciders, ask),
        .staff(.get, "/sletning/{anmodning}", readers) { visit, _ in
            guard let id = visit.erasureRequest else { return .now(visit.visit.notFound()) }
            return .slow { visit.erasureRequestPage(id, refusal: nil) }
        },
        .staff(.post, "/sletning/{anmodning}/godkend", deciders, approve),
        .staff(.post, "/sletning/{anmodning}/afvis", deciders, decline),
    ]

    private static func ask(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        let form = RetentionForm(visit.request.form)
        guard let reason = form.reason else {
            return .slow { visit.retentionPage(form, refusal: .reasonMissing) }
        }
        let (centre, actor, now) = (visit.centre, visit.actor, visit.now)
        return .slow {
            do {
                try centre.writer.perform { db in
                    try centre.retention.ask(
                        for: form.numbers, because: reason, as: form.id, by: actor, at: now,
                        in: db)
                }
                return .seeOther("/sletning/\(form.id.formText)")
            } catch let refusal as ErasureRefusal {
                return visit.retentionPage(form, refusal: refusal)
            } catch {
                return visit.visit.failure(error)
            }
        }
    }

    private static func approve(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        guard let id = visit.erasureRequest else { return .now(visit.visit.notFound()) }
        let (centre, actor) = (visit.centre, visit.actor)
        return .slow {
            do {
                switch try centre.approveErasure(id, by: actor) {
                case nil: return visit.visit.notFound()
                case .success: return .seeOther("/sletning/\(id.formText)")
                case .failure(let refusal):
                    return visit.erasureRequestPage(id, refusal: refusal)
                }
            } catch {
                return visit.visit.failure(error)
            }
        }
    }

    private static func decline(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        guard let id = visit.erasureRequest else { return .now(visit.visit.notFound()) }
        let (centre, actor, now) = (visit.centre, visit.actor, visit.now)
        return visit.visit.writing { db -> ErasureRefusal? in
            guard let request = try centre.retention.request(id, in: db) else { return .answered }
            do {
                try centre.retention.decline(request, by: actor, at: now, in: db)
                return nil
            } catch let refusal as ErasureRefusal {
                return refusal
            }
        } then: { _, _ in
            .seeOther("/sletning/\(id.formText)")
        }
    }
}

/// Which cases, and why, as chosen.
struct RetentionForm: Sendable {
    var numbers: [CaseNumber] = []
    var reason: ErasureReason?
    var id = FormID.random()
    /// Nothing is chosen before she has seen the list: then all are.
    var isNew = true

    init() {}

    init(_ fields: Fields) {
        numbers = fields.all("sag").compactMap { CaseNumber($0) }
        reason = fields["grund"].flatMap { ErasureReason(rawValue: $0) }
        id = fields["id"].flatMap { FormID(formText: $0) } ?? id
        isNew = false
    }

    func holds(_ number: CaseNumber) -> Bool { isNew || numbers.contains(number) }
}

/// What `/sletning` shows.
struct RetentionOverview: Sendable {
    var due: [DueCase]
    /// There are more than the page shows.
    var hasMore: Bool
    var waiting: [ErasureRequest]
    var receipts: [ErasureRequest]
    var names: [StaffID: String]
    /// Whether the standard in force says how long social notes are kept.
    var isStandardSilent: Bool
}

extension StaffVisit {
    fileprivate var erasureRequest: FormID? {
        path["anmodning"].flatMap { FormID(formText: $0) }
    }

    /// Whether her role may ask and answer.
    var decidesErasure: Bool { [.administrator, .leader].contains(role) }

    /// The page, with its reading in the log before it is sent.
    fileprivate func retentionPage(
        _ form: RetentionForm, refusal: ErasureRefusal? = nil
    ) -> Response {
        do {
            let reader = try Loop(databaseFile: centre.configuration.databaseFile)
            let overview = try reader.db.snapshot { try retentionOverview(in: reader.db) }
            let refs = overview.due.map(\.ref) + overview.waiting.flatMap { $0.cases.map(\.ref) }
            try noteReading(refs)
            let problems = refusal.map { [$0.problem(hasList: !overview.due.isEmpty)] } ?? []
            return page(
                "Sletning", menu: "sletning", problems: problems,
                status: problems.isEmpty ? .ok : .unprocessable,
                retentionOverviewPage(
                    overview, form, problems, for: self, token: session.formToken))
        } catch {
            return visit.failure(error)
        }
    }

    private func retentionOverview(in db: borrowing Connection) throws -> RetentionOverview {
        let (due, hasMore) = try centre.retention.due(on: today, in: db)
        return RetentionOverview(
            due: due, hasMore: hasMore, waiting: try centre.retention.waiting(in: db),
            receipts: try centre.retention.receipts(limit: 20, in: db), names: try names(in: db),
            isStandardSilent: try centre.standardToday().standard.retention.socialYears.value
                == nil)
    }

    fileprivate func erasureRequestPage(
        _ id: FormID, refusal: ErasureRefusal?
    ) -> Response {
        do {
            let reader = try Loop(databaseFile: centre.configuration.databaseFile)
            guard let request = try centre.retention.request(id, in: reader.db) else {
                return visit.notFound()
            }
            try noteReading(request.cases.map(\.ref))
            let problems = refusal.map { [$0.problem(hasList: false)] } ?? []
            return page(
                request.answer == nil ? "Anmodning om sletning" : "Kvittering for sletning",
                menu: "sletning", back: "/sletning", problems: problems,
                status: problems.isEmpty ? .ok : .unprocessable,
                erasureRequestContent(
                    request, names: try names(in: reader.db), for: self, token: session.formToken))
        } catch {
            return visit.failure(error)
        }
    }

    private func names(in db: borrowing Connection) throws -> [StaffID: String] {
        Dictionary(
            try centre.staff.all(in: db).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    }

    private func noteReading(_ refs: [CaseRef]) throws {
        guard !refs.isEmpty else { return }
        let (audit, actor, now) = (centre.audit, actor, now)
        _ = try centre.writer.perform { db in
            try audit.record(.listRead, by: actor, cases: refs, at: now, in: db)
        }
    }
}
