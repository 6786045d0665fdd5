internal import Domain
internal import Records
internal import SQLite

/// What is due, and was not done: in the open cases, and in those that closed within the last year.
struct FollowUpList: Sendable {
    /// Whose cases are shown.
    enum Filter: String, Sendable {
        case mine
        case everybody = "alle"
    }

    struct Line: Sendable {
        let file: CaseFile
        let deadline: Deadline
        let responsible: StaffID?
        /// The last that was done for the citizen.
        let last: LedgerEntry?

        var due: CalendarDay { deadline.due ?? CalendarDay(number: 0) }
    }

    /// What lies so many days ahead is shown.
    static let daysAhead = 14
    /// A closed case is looked at so long after the last that was written in it.
    static let monthsBack = 12

    let filter: Filter
    let day: CalendarDay
    /// Longest overdue first.
    let lines: [Line]
    /// The next that is due after those shown.
    let nextDue: CalendarDay?

    init(
        _ filter: Filter, for staff: StaffID, ledger: Ledger, standards: StandardBook,
        on day: CalendarDay, in db: borrowing Connection
    ) throws {
        var files = try ledger.openFiles(in: db).map(\.file)
        let since = SQLiteValue.text(day.adding(months: -Self.monthsBack).isoText)
        for ref in try db.rows(FollowUpSQL.closedSince.rawValue, [since], { Ledger.ref($0) }) {
            files.append(try ledger.file(ref, in: db))
        }
        var due: [Line] = []
        for file in files {
            let responsible = CaseProjection(file)?.responsible
            guard filter == .everybody || responsible == staff else { continue }
            let standard = try standards.required(for: file.ref, on: day).standard
            let last = file.current.last(where: \.isContact)
            due += verdict(of: file.history(), under: standard, on: day).deadlines
                .filter(\.isWorkToDo).map {
                    Line(file: file, deadline: $0, responsible: responsible, last: last)
                }
        }
        self.filter = filter
        self.day = day
        let limit = day.adding(days: Self.daysAhead)
        lines = due.filter { $0.due <= limit }.sorted {
            ($0.due, $0.file.ref.number.year, $0.file.ref.number.serial)
                < ($1.due, $1.file.ref.number.year, $1.file.ref.number.serial)
        }
        nextDue = due.map(\.due).filter { $0 > limit }.min()
    }

    var refs: [CaseRef] {
        var seen: Set<CaseID> = []
        return lines.map(\.file.ref).filter { seen.insert($0.id).inserted }
    }

    var overdueCount: Int { lines.count { $0.deadline.state == .overdue } }
}

extension Deadline {
    /// Something that somebody must do, not done yet; the clock of the guarantee has a list of its own.
    fileprivate var isWorkToDo: Bool {
        guard due != nil, state == .open || state == .overdue else { return false }
        switch kind {
        case .planReview, .planInGuarantee, .courseEvaluation, .followUp, .grantRenewal,
            .grantStatus, .providerMidway, .recordsAnswer, .consentExpiry, .pregnancyContractEnd:
            return true
        case .intakeInterview, .visitation, .guaranteePromise, .milestone, .returnWindow,
            .grantExpiry, .complaintDecision, .complaintHealth, .complaintHealthAbsolute,
            .regionGuarantee, .retention, .detentionEnd:
            return false
        }
    }
}

extension LedgerEntry {
    /// Somebody saw or spoke with the citizen, or tried to.
    fileprivate var isContact: Bool {
        switch fact {
        case .service, .followUp, .noShow: true
        default: false
        }
    }
}
