internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

// The reports room's invariants:
// - a figure names nobody, and says how it was made, from which standard, and when;
// - running it again on the same ledger gives the same figure;
// - what does not add up stands in the report; nothing is dropped;
// - what leaves the house as a file is in the log before it is sent.

/// `/rapporter/garanti`: the guarantee's figures, and the list behind them as a file.
enum ReportRoutes {
    static let all: [CentreRoute] = [
        .staff(.get, "/rapporter/garanti", .figures, show),
        .staff(.get, "/rapporter/garanti.csv", .figures, download),
    ]

    private static func show(_ visit: StaffVisit, _ loop: Loop) -> Answer<Loop> {
        let form = PeriodForm(visit)
        guard let period = form.period else {
            return .now(
                visit.page(
                    "Behandlingsgaranti", menu: "rapporter", problems: form.problems,
                    status: .unprocessable, guaranteeReportPage(form, nil)))
        }
        return .slow {
            do {
                let reader = try Loop(databaseFile: visit.centre.configuration.databaseFile)
                let (report, origin) = try GuaranteeReport.make(period, for: visit, in: reader.db)
                try visit.recordReport(.listRead, of: report.impossible.map(\.ref))
                return visit.page(
                    "Behandlingsgaranti", menu: "rapporter",
                    guaranteeReportPage(form, (report, origin)))
            } catch {
                return visit.visit.failure(error)
            }
        }
    }

    private static func download(_ visit: StaffVisit, _ loop: Loop) -> Answer<Loop> {
        // A period that cannot be read is mended where it is typed.
        guard let period = PeriodForm(visit).period else { return show(visit, loop) }
        return .slow {
            do {
                let reader = try Loop(databaseFile: visit.centre.configuration.databaseFile)
                let (report, origin) = try GuaranteeReport.make(period, for: visit, in: reader.db)
                try visit.recordReport(.exported, of: report.refs)
                let name = "garanti-\(period.first.isoText)-\(period.last.isoText).csv"
                return Response.bytes(
                    guaranteeListFile(report, origin).bytes, contentType: CSV.contentType
                ).asAttachment(named: name)
            } catch {
                return visit.visit.failure(error)
            }
        }
    }
}

extension StaffVisit {
    /// Notes which cases a report tells of by number, before it is sent: the citizen may ask who has seen hers. A page
    /// of figures alone tells of nobody.
    fileprivate func recordReport(_ action: AuditAction, of refs: [CaseRef]) throws {
        guard action == .exported || !refs.isEmpty else { return }
        let (centre, actor, now) = (centre, actor, now)
        _ = try centre.writer.perform { db in
            try centre.audit.record(action, by: actor, cases: refs, at: now, in: db)
        }
    }
}

extension GuaranteeReport {
    /// Reads the ledgers of a period, all of one moment.
    fileprivate static func make(
        _ period: ReportPeriod, for visit: StaffVisit, in db: borrowing Connection
    ) throws -> (GuaranteeReport, ReportOrigin) {
        let (centre, today) = (visit.centre, visit.today)
        let inForce = try centre.standardToday()
        return try db.transaction {
            let head = try centre.audit.head(in: db)
            let report = try GuaranteeReport(
                try files(period, centre.cases, on: today, in: db), in: period, on: today
            ) { file in
                (centre.standards.standard(file.ref.standard, on: today) ?? inForce).standard
            }
            let origin = ReportOrigin(
                runAt: visit.now, standardID: inForce.standard.id,
                standardVersion: inForce.standard.version, auditHead: head)
            return (report, origin)
        }
    }

    /// The cases with an enquiry in the period, and those whose enquiry is dated in the future but was written in it.
    private static func files(
        _ period: ReportPeriod, _ cases: Ledger, on today: CalendarDay,
        in db: borrowing Connection
    ) throws -> [CaseFile] {
        let received = try cases.files(
            receivedFrom: period.first, through: period.last, in: db)
        let known = Set(received.map(\.ref.id))
        let farthest = CalendarDay(year: 9999, month: 12, day: 31) ?? today
        let future = try cases.files(
            receivedFrom: today.adding(days: 1), through: farthest, in: db
        ).filter { file in
            !known.contains(file.ref.id)
                && file.entries.contains { period.contains($0.recordedAt.day) }
        }
        return received + future
    }
}

/// The period as it was typed: from and to, in any of the ways staff write a day.
struct PeriodForm: Sendable {
    let from: String
    let to: String
    let problems: [FormProblem]
    /// Nil while something must be mended. Nothing typed: the quarter so far.
    let period: ReportPeriod?

    init(_ visit: StaffVisit) {
        self.init(
            from: visit.request.query["fra"] ?? "", to: visit.request.query["til"] ?? "",
            on: visit.today)
    }

    init(from: String, to: String, on today: CalendarDay) {
        let quarter = ReportPeriod.quarter(of: today)
        var problems: [FormProblem] = []
        func read(_ text: String, _ field: String, else usual: CalendarDay) -> CalendarDay? {
            switch TypedDay.read(text, on: today) {
            case .day(let day): return day
            case .nothing: return usual
            case .notInCalendar:
                problems.append(
                    FormProblem(
                        field: field, message: "\(text.trimmed) findes ikke. Skriv en anden dato"))
            case .unreadable:
                problems.append(
                    FormProblem(field: field, message: "Skriv datoen som for eksempel 12-11-2026"))
            }
            return nil
        }
        let first = read(from, "fra", else: quarter.first)
        let last = read(to, "til", else: quarter.last)
        self.from = from.trimmed.isEmpty ? first?.fieldText ?? "" : from
        self.to = to.trimmed.isEmpty ? last?.fieldText ?? "" : to
        if let first, let last {
            period = ReportPeriod(first: first, last: last)
            if period == nil {
                problems.append(
                    FormProblem(
                        field: "til",
                        message: "Perioden slutter, før den begynder. Ret en af datoerne"))
            }
        } else {
            period = nil
        }
        self.problems = problems
    }
}
