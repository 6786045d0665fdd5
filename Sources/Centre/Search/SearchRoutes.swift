internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// `/soeg`: one box for names, telephones, CPR numbers, case numbers and codes.
///
/// What is typed is sent in a form, so that it stands in no address and no log; the answer is the
/// page itself.
enum SearchRoutes {
    static let all: [CentreRoute] = [
        .staff(.get, "/soeg", .frontOffice) { visit, _ in
            .now(visit.searchPage(typed: "", outcome: nil))
        },
        .staff(.post, "/soeg", .frontOffice, search),
    ]

    /// How many are shown; more than these are not told apart by looking.
    static let hitsMax = 25
    /// Longer than any name, so that nobody is asked to shorten what she looks for.
    private static let typedLengthMax = 200

    private static func search(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        let typed = String(plainLine(visit.request.form["ord"]).prefix(typedLengthMax))
        let query = SearchQuery(typed)
        if case .nothing = query {
            return .now(visit.searchPage(typed: typed, outcome: .nothingTyped))
        }
        let known = try visit.centre.cases(for: query, in: loop.db)
        let refs = known.cases
        return visit.logged(.searched, cases: refs) { token, loop in
            let hits = try refs.map { ref in
                try SearchHit(ref, token, centre: visit.centre, in: loop.db)
            }
            return visit.searchPage(
                typed: typed,
                outcome: .found(
                    SearchResult(hits: hits, total: known.total, percentRead: known.percentRead)))
        }
    }
}

extension Centre {
    /// The cases a question leads to, and how many more there are.
    ///
    /// - Returns: `percentRead` where names cannot be searched yet.
    func cases(
        for query: SearchQuery, in db: borrowing Connection
    ) throws -> (cases: [CaseRef], total: Int, percentRead: Int?) {
        let limit = SearchRoutes.hitsMax
        var first: CaseRef?
        var found: NameIndex.Found? = NameIndex.Found()
        switch query {
        case .nothing: break
        case .caseNumber(let number): first = try cases.find(number, in: db)
        case .cpr(let cpr): found = search.find { $0.find(cpr: cpr, limit: limit) }
        case .phone(let phone): found = search.find { $0.find(phone: phone, limit: limit) }
        case .words(let words, let code):
            first = try code.flatMap { try intake.caseID(behind: $0, in: db) }
                .flatMap { try cases.find($0, in: db) }
            found = search.find { $0.find(words, limit: limit) }
        }
        var refs = first.map { [$0] } ?? []
        for id in found?.cases ?? [] where id != first?.id {
            // Erased since the index was asked: then it is nobody's.
            if let ref = try cases.find(id, in: db) { refs.append(ref) }
        }
        var percentRead: Int?
        if found == nil, case .building(let percent) = search.readiness { percentRead = percent }
        if found == nil, search.readiness == .notBegun { percentRead = 0 }
        return (refs, max(refs.count, found?.total ?? 0), percentRead)
    }
}

/// One person as the list of hits shows her: enough to know her by, and no more.
struct SearchHit: Sendable {
    let ref: CaseRef
    let name: String
    let isAnonymous: Bool
    /// She is somebody's relative: the case is about her own talk, not about him she worries for.
    let isRelative: Bool
    /// The day of birth, as far as the CPR number tells it.
    let born: String?
    let phone: String?
    let receivedOn: CalendarDay?
    let isOpen: Bool
    let responsible: String?

    init(
        _ ref: CaseRef, _ token: AccessToken, centre: Centre, in db: borrowing Connection
    ) throws {
        let file = try centre.cases.file(ref, in: db)
        let person = try centre.cases.person(of: file, token)
        let projection = CaseProjection(file)
        self.ref = ref
        isAnonymous = file.isAnonymous
        name = person[.name] ?? (isAnonymous ? "Anonym borger" : "Navn ikke oplyst")
        isRelative = file.personEntry?.facts["relative"]?.bool ?? false
        born = person[.cpr].flatMap { CPRNumber($0) }?.born.danishDigits
        phone = person[.phone]
        receivedOn = projection?.receivedOn
        isOpen = projection?.isOpen ?? false
        responsible = try projection?.responsible.flatMap { id in
            try centre.staff.all(in: db).first { $0.id == id }?.name
        }
    }
}

/// What a search led to.
struct SearchResult: Sendable {
    let hits: [SearchHit]
    let total: Int
    /// Names are still being read: so far, in percent.
    let percentRead: Int?
}

/// What the page says below the box.
enum SearchOutcome: Sendable {
    case nothingTyped
    case found(SearchResult)
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
                typed: typed, outcome, problems, readsJournals: Set.clinical.contains(role),
                token: session.formToken))
    }
}
