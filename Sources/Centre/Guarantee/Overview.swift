internal import Domain
internal import HTML
internal import Records
internal import SQLite

/// The open cases as the leader and her colleagues see them in the morning: who waits, and how long there is.
struct Overview: Sendable {
    /// Whose cases are shown.
    enum Filter: String, Sendable {
        case everybody = "alle"
        case mine
    }

    /// One open case.
    struct Line: Sendable {
        let file: CaseFile
        let clock: GuaranteeClock?
        let booked: CalendarDay?
        let responsible: StaffID?

        var ref: CaseRef { file.ref }

        /// Treatment has not begun, and the centre still owes it.
        var isWaiting: Bool { clock?.isOpen ?? false }
    }

    let day: CalendarDay
    let filter: Filter
    /// Who waits: longest overdue first, then by days left, then those whose time was offered and not used.
    let waiting: [Line]
    /// The other open cases, newest enquiry first.
    let others: [Line]
    /// Open cases that nobody has taken, whatever the filter.
    let newCount: Int

    /// Reads the ledgers of the open cases. Two statements, however many there are.
    init(
        _ filter: Filter, for staff: StaffID, ledger: Ledger, standards: StandardBook,
        on day: CalendarDay, in db: borrowing Connection
    ) throws {
        let open = try ledger.openFiles(in: db)
        let lines = try open.filter { filter == .everybody || $0.responsible == staff }
            .map { file, responsible in
                Line(
                    file: file, clock: try standards.clocks(of: file, on: day).last,
                    booked: file.openOffer?.offer?.startsOn,
                    responsible: responsible)
            }
        self.day = day
        self.filter = filter
        newCount = open.count { $0.responsible == nil }
        waiting = lines.filter(\.isWaiting).sorted { $0.urgency < $1.urgency }
        others = lines.filter { !$0.isWaiting }.reversed()
    }

    /// Lines of a page, of both tables together: those who wait come first.
    static let pageSize = 100

    /// The part of both tables that stands on a page.
    func shown(_ paging: Paging) -> (waiting: [Line], others: [Line]) {
        let lines = paging.lines
        return (
            Array(waiting[lines.clamped(to: waiting.indices)]),
            Array(
                others[
                    (max(
                        0, lines.lowerBound - waiting.count)..<max(
                            0, lines.upperBound - waiting.count)).clamped(to: others.indices)])
        )
    }

    /// How many lines there are in both tables.
    var lineCount: Int { waiting.count + others.count }

    var overdueCount: Int { waiting.count { $0.clock?.status == .overdue } }

    /// The last day lies a week ahead or less.
    var dueSoonCount: Int { waiting.count { ($0.clock?.daysLeft).map { $0 <= 7 } ?? false } }

    /// The clock runs, or has run out, and no time is booked.
    var withoutTimeCount: Int {
        waiting.count { line in
            line.booked == nil
                && (line.clock?.status == .overdue || line.clock?.status == .running)
        }
    }
}

extension Overview.Line {
    /// Sorts: the longest overdue, the least days left, what waits without counting.
    fileprivate var urgency: (Int, Int, Int, Int) {
        let rank: (Int, Int) =
            switch clock?.status {
            case .overdue: (0, -(clock?.daysLate ?? 0))
            case .running: (1, clock?.daysLeft ?? 0)
            default: (2, clock?.received.number ?? 0)
            }
        return (rank.0, rank.1, ref.number.year, ref.number.serial)
    }
}
