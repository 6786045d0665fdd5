internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/raadgivning`: general advice and teaching, noted and counted.
struct AdviceRoutes: Sendable {
    let book: AdviceBook

    static let readers = Set<Role>.frontOffice.union([.administrator])

    var all: [CentreRoute] {
        [
            .staff(.get, "/raadgivning", Self.readers) { visit, loop in
                .now(try page(AdviceForm(on: visit.today), visit, loop))
            },
            .staff(.post, "/raadgivning", .frontOffice, note),
            .staff(.post, "/raadgivning/fjern", .frontOffice, remove),
        ]
    }

    private func note(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let form = AdviceForm(visit.request.form)
        switch form.read(on: visit.today) {
        case .failure(let faults):
            return .now(try page(form, visit, loop, problems: faults.all))
        case .success(let given):
            let (actor, now) = (visit.actor, visit.now)
            return visit.visit.writing { [book] db in
                try book.note(given, by: actor, at: now, in: db)
            } then: { _, _ in
                visit.confirm(Confirmation("\(given.kind.danishName) er noteret."))
                return .seeOther("/raadgivning")
            }
        }
    }

    private func remove(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        guard let id = FormID(formText: visit.field("raad")) else {
            return .now(visit.visit.notFound())
        }
        let (actor, now) = (visit.actor, visit.now)
        return visit.visit.writing { [book] db in
            try book.remove(id, by: actor, at: now, in: db)
        } then: { isThere, _ in
            guard isThere else { return visit.visit.notFound() }
            visit.confirm(Confirmation("Det er taget ud af tallene."))
            return .seeOther("/raadgivning")
        }
    }

    private func page(
        _ form: AdviceForm, _ visit: StaffVisit, _ loop: LoopContext, problems: [FormProblem] = []
    ) throws -> Response {
        let query = visit.request.query
        // The year so far, until somebody asks for another period.
        let first = CalendarDay(year: visit.today.year, month: 1, day: 1) ?? visit.today
        let typed = PeriodForm(
            from: query.word("fra") ?? first.fieldText,
            to: query.word("til") ?? visit.today.fieldText,
            on: visit.today)
        let all = problems + typed.problems
        let given = try typed.period.map {
            try book.given(from: $0.first, through: $0.last, in: loop.db)
        }
        return visit.page(
            "Rådgivning og undervisning", menu: "raadgivning", problems: all,
            status: all.isEmpty ? .ok : .unprocessable,
            advicePage(
                form, typed, given ?? [], problems, names: try visit.staffNames(in: loop.db),
                mayNote: Set<Role>.frontOffice.contains(visit.role), token: visit.token))
    }
}
