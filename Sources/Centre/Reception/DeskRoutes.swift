internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// `/henvendelser/ny`: an enquiry by telephone, on one page.
enum DeskRoutes {
    static let all: [CentreRoute] = [
        .staff(.get, "/henvendelser/ny", .frontOffice) { visit, _ in
            .now(try page(DeskForm(now: visit.now), visit))
        },
        .staff(.post, "/henvendelser/ny", .frontOffice, save),
    ]

    private static func save(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        let form = DeskForm(visit.request.form)
        switch form.read(now: visit.now) {
        case .failure(let problems):
            return .now(try page(form, visit, problems: problems.all))
        case .success(let enquiry):
            let centre = visit.centre
            let standard = try centre.standardToday().id
            let act = visit.act(form.id)
            return visit.visit.writing { db -> Result<CaseRef, ActRefusal> in
                do {
                    return .success(
                        try centre.acts.register(enquiry, under: standard, as: act, in: db))
                } catch let refusal as ActRefusal {
                    return .failure(refusal)
                }
            } then: { registered, _ in
                switch registered {
                case .success(let ref): return .seeOther("/henvendelser/\(ref.number)")
                case .failure(let refusal):
                    var again = form
                    again.id = EntryID(RandomID.int64())
                    let problem = FormProblem(field: "navn", message: refusal.words { _ in nil })
                    return try page(again, visit, problems: [problem])
                }
            }
        }
    }

    private static func page(
        _ form: DeskForm, _ visit: StaffVisit, problems: [FormProblem] = []
    ) throws -> Response {
        let standard = try visit.centre.standardToday().standard
        let lastDay = standard.guaranteeLastDay(askedOn: visit.today)
        return visit.page(
            "Ny henvendelse", menu: "ny-henvendelse", back: "/henvendelser", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            deskPage(form, problems, lastDay: lastDay, visit))
    }
}
