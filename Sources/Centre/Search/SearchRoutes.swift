internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/soeg`: one box for names, telephones, CPR numbers, case numbers and codes.
///
/// What is typed is sent in a form, so that it stands in no address and no log; the answer is the
/// page itself.
struct SearchRoutes: Sendable {
    let search: CaseSearch

    var all: [CentreRoute] {
        [
            .staff(.get, "/soeg", .frontOffice) { visit, _ in
                .now(visit.searchPage(typed: "", outcome: nil))
            },
            .staff(.post, "/soeg", .frontOffice, find),
        ]
    }

    /// Longer than any name, so that nobody is asked to shorten what she looks for.
    private static let typedLengthMax = 200

    private func find(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let typed = String(plainLine(visit.request.form.text("ord")).prefix(Self.typedLengthMax))
        let query = SearchQuery(typed)
        if case .nothing = query {
            return .now(visit.searchPage(typed: typed, outcome: .nothingTyped))
        }
        let known = try search.cases(for: query, on: visit.today, in: loop.db)
        return visit.logged(.searched, cases: known.cases) { token, loop in
            let hits = try known.cases.map { try search.hit($0, token, in: loop.db) }
            return visit.searchPage(
                typed: typed,
                outcome: .found(
                    SearchResult(hits: hits, total: known.total, percentRead: known.percentRead)))
        }
    }
}

extension StaffVisit {
    fileprivate func searchPage(typed: String, outcome: SearchOutcome?) -> Response {
        var problems: [FormProblem] = []
        if case .nothingTyped = outcome {
            problems = [
                FormProblem(
                    field: "ord",
                    message: "Skriv et navn, et telefonnummer, et sagsnummer eller en kode")
            ]
        }
        return page(
            "Søg", menu: "soeg", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            searchView(
                typed: typed, outcome, problems, readsJournals: isClinical,
                token: token))
    }
}
