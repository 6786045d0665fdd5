internal import HTML
internal import HTTP
internal import SQLite

// The guarantee room's invariants:
// - what a list says of a deadline is asked of the rules at the moment it is shown; nothing of it is stored;
// - a list names nobody in full, and is in the log, with its cases, before it is sent.

/// `/overblik`: who waits, and how long there is.
enum OverviewRoutes {
    static let all: [CentreRoute] = [.staff(.get, "/overblik", .frontOffice, show)]

    private static func show(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        let centre = visit.centre
        let filter = visit.request.query["vis"].flatMap(Overview.Filter.init) ?? .everybody
        let overview = try Overview(
            filter, for: visit.session.member.id, cases: centre.cases,
            standards: centre.standards, on: visit.today, in: loop.db)
        let names = Dictionary(
            try centre.staff.all(in: loop.db).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        return visit.logged(.listRead, cases: overview.refs) { token, _ in
            visit.page(
                "Overblik", menu: "overblik",
                try overviewPage(overview, names: names, opensJournal: visit.opensJournal) {
                    initials(of: try centre.cases.person(of: $0, token), of: $0)
                })
        }
    }
}

extension StaffVisit {
    /// Whether her role reads journals; the others open a case as an enquiry.
    fileprivate var opensJournal: Bool { Set<Role>.clinical.contains(role) }
}

/// `B.H.` of a name, `anonym (B.)` of an alias, `anonym` of nothing: what a list on a shared screen may say.
func initials(of person: EntryBody, of file: CaseFile) -> String {
    let words = (person[.name] ?? "").split(separator: " ")
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap(\.?.first)
        .map { "\($0)." }.joined()
    guard file.isAnonymous else { return letters.isEmpty ? "–" : letters }
    return letters.isEmpty ? "anonym" : "anonym (\(letters))"
}
