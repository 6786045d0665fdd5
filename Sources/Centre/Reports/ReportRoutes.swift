internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

// The reports room's invariants:
// - a figure names nobody, and says how it was made, from which standard, and when;
// - running it again on the same ledger gives the same figure;
// - what does not add up stands in the report; nothing is dropped;
// - what leaves the house as a file is in the log before it is sent.

/// `/rapporter/garanti`: the guarantee's figures, and the list behind them as a file.
struct ReportRoutes: Sendable {
    let reports: GuaranteeReports

    var all: [CentreRoute] {
        [
            .staff(.get, "/rapporter/garanti", .figures, show),
            .staff(.get, "/rapporter/garanti.csv", .figures, download),
        ]
    }

    private func show(_ visit: StaffVisit, _ loop: LoopContext) -> Answer {
        let form = PeriodForm(visit)
        guard let period = form.period else {
            return .now(
                visit.page(
                    "Behandlingsgaranti", menu: "rapporter", problems: form.problems,
                    status: .unprocessable, guaranteeReportPage(form, nil)))
        }
        return visit.slowRead(on: .reports) { db in
            let made = try reports.make(period, at: visit.now, in: db)
            // A page of figures alone tells of nobody.
            let refs = made.report.impossible.map(\.ref)
            if !refs.isEmpty { try visit.note(.listRead, of: refs) }
            return visit.page(
                "Behandlingsgaranti", menu: "rapporter", guaranteeReportPage(form, made))
        }
    }

    private func download(_ visit: StaffVisit, _ loop: LoopContext) -> Answer {
        // A period that cannot be read is mended where it is typed.
        guard let period = PeriodForm(visit).period else { return show(visit, loop) }
        return visit.slowRead(on: .reports) { db in
            let (report, origin) = try reports.make(period, at: visit.now, in: db)
            try visit.note(.exported, of: report.refs)
            let name = "garanti-\(period.first.isoText)-\(period.last.isoText).csv"
            return Response.bytes(
                guaranteeListFile(report, origin).bytes, contentType: CSV.contentType
            ).asAttachment(named: name)
        }
    }
}

extension PeriodForm {
    /// As it stands in the address.
    fileprivate init(_ visit: StaffVisit) {
        self.init(
            from: visit.request.query.word("fra") ?? "", to: visit.request.query.word("til") ?? "",
            on: visit.today)
    }
}
