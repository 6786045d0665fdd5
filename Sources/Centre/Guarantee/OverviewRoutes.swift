internal import HTML
internal import HTTP
internal import Records
internal import SQLite

// The guarantee room's invariants:
// - what a list says of a deadline is asked of the rules at the moment it is shown; nothing of it is stored;
// - a list names nobody in full, and is in the log, with its cases, before it is sent.

/// `/overblik`: who waits, and how long there is.
struct OverviewRoutes: Sendable {
    let ledger: Ledger
    let standards: StandardBook
    let forecasts: ForecastKeeper

    var all: [CentreRoute] { [.staff(.get, "/overblik", .frontOffice, show)] }

    private func show(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let names = try visit.staffNames(in: loop.db)
        let overview = try Overview(
            Overview.Query(visit.request.query), for: visit.session.member.id, names: names,
            ledger: ledger, standards: standards, on: visit.today, in: loop.db)
        return visit.logged(.listRead, cases: overview.refs) { token, loop in
            // Everybody competes for the free times: of some alone there is nothing to foretell.
            let forecast =
                overview.showsEverybody
                ? try forecasts.forecast(overview.competing, at: visit.now, in: loop.db) {
                    try ledger.person(of: $0, token)
                } : nil
            return visit.page(
                "Overblik", menu: "overblik",
                try overviewPage(
                    overview, forecast, names: names, opensJournal: visit.isClinical
                ) {
                    initials(of: try ledger.person(of: $0, token), of: $0)
                })
        }
    }
}
