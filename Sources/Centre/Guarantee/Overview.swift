internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// The open cases as the leader and her colleagues see them in the morning: who waits, and how long there is.
struct Overview: Sendable {
    /// Whose cases are shown.
    enum Filter: String, Sendable {
        case everybody = "alle"
        case mine
    }

    /// What a tile counts, and the list can be narrowed to.
    enum Trouble: String, CaseIterable, Sendable {
        case overdue = "overskredet"
        case dueSoon = "frist"
        case withoutTime = "uden-tid"
    }

    /// One open case.
    struct Line: Sendable {
        let file: CaseFile
        let clock: GuaranteeClock?
        let booked: CalendarDay?
        let responsible: StaffID?
        /// The municipality's own next goal, where its standard has any and the case still waits.
        let milestone: Deadline?

        var ref: CaseRef { file.ref }

        /// Treatment has not begun, and the centre still owes it.
        var isWaiting: Bool { clock?.isOpen ?? false }
    }

    /// How the page is asked for.
    struct Query: Sendable {
        /// Nil where nobody has chosen yet: then hers, if she has any.
        let filter: Filter?
        let trouble: Trouble?
        /// How those who wait are sorted, and which page of them is shown.
        let list: ListState
        /// Which page of the others is shown.
        let othersPage: Int

        init(_ query: Fields) {
            filter = query["vis"].flatMap(Filter.init)
            trouble = query["kun"].flatMap(Trouble.init)
            list = ListState(query, columns: Set(SortColumn.allCases.map(\.rawValue)))
            othersPage = query["oevrige"].flatMap { Int($0) } ?? 1
        }
    }

    enum SortColumn: String, CaseIterable {
        case number = "sag"
        case lastDay = "frist"
        case received = "modtaget"
        case responsible = "ansvarlig"
    }

    let day: CalendarDay
    let filter: Filter
    let trouble: Trouble?
    let list: ListState
    /// Who waits: longest overdue first, then by days left, then those whose time was offered and not used; or as asked.
    let waiting: ArraySlice<Line>
    /// Everybody who waits, also those on other pages, where nobody is left out: all compete for the free times.
    let competing: [Line]
    /// Which part of those who wait is shown.
    let waitingPaging: Paging
    /// The other open cases that the page shows: those nobody has spoken to for longest first.
    let others: ArraySlice<Line>
    let othersPaging: Paging
    /// Open cases that nobody has taken, whatever the filter.
    let newCount: Int
    /// Those of the standard in force, so that a goal is called what it is.
    let milestones: [QualityStandard.Milestone]
    private let counts: [Trouble: Int]

    static let waitingOnAPage = 50
    static let othersOnAPage = 25
    /// Of more than so many nothing is foretold: somebody has filled the list.
    static let competingMax = 200

    /// Reads the ledgers of the open cases. Two statements, however many there are.
    init(
        _ query: Query, for staff: StaffID, names: [StaffID: String], ledger: Ledger,
        standards: StandardBook, on day: CalendarDay, in db: borrowing Connection
    ) throws {
        let open = try ledger.openFiles(in: db)
        let hasOwn = open.contains { $0.responsible == staff }
        let filter = query.filter ?? (hasOwn ? .mine : .everybody)
        let lines = try open.filter { filter == .everybody || $0.responsible == staff }
            .map { file, responsible in
                let clock = try standards.clocks(of: file, on: day).last
                return Line(
                    file: file, clock: clock, booked: file.nextTimeOn(from: day),
                    responsible: responsible,
                    milestone: clock?.isOpen == true
                        ? try standards.nextMilestone(of: file, on: day) : nil)
            }
        self.day = day
        self.filter = filter
        trouble = query.trouble
        list = query.list
        newCount = open.count { $0.responsible == nil }
        milestones = try standards.required(on: day).standard.milestones
        let all = lines.filter(\.isWaiting)
        counts = Dictionary(
            uniqueKeysWithValues: Trouble.allCases.map { trouble in
                (trouble, all.count { $0.isIn(trouble) })
            })
        let wanted = all.filter { line in query.trouble.map(line.isIn) ?? true }
            .sorted { $0.urgency < $1.urgency }
            .sorted(query.list) { $0.key($1, names) }
        waitingPaging = Paging(
            page: query.list.page, size: Self.waitingOnAPage, total: wanted.count)
        waiting = wanted.shown(waitingPaging)
        let isWhole = filter == .everybody && query.trouble == nil
        competing = isWhole && all.count <= Self.competingMax ? all : []
        let rest = lines.filter { !$0.isWaiting }.sorted { $0.silence < $1.silence }
        othersPaging = Paging(
            page: query.othersPage, size: Self.othersOnAPage, total: rest.count)
        others = rest.shown(othersPaging)
    }

    /// Whether whoever waits is known.
    var showsEverybody: Bool {
        filter == .everybody && trouble == nil && competing.count == waitingPaging.total
    }

    /// The cases that the page tells of, and those its forecast is made of.
    var refs: [CaseRef] { (waiting + others + competing).map(\.ref) }

    func count(_ trouble: Trouble) -> Int { counts[trouble] ?? 0 }
}

extension Overview.Line {
    /// The day of the latest enquiry.
    var receivedOn: CalendarDay? {
        file.current.last { entry in
            if case .enquiry = entry.fact { true } else { false }
        }?.on
    }

    /// The latest time they spoke: an enquiry, a talk that was held, a note.
    var lastContact: LedgerEntry? {
        file.chronological.last { entry in
            switch entry.fact {
            case .enquiry, .treatmentWish, .entry: true
            case .service(let service): service.attended
            default: false
            }
        }
    }

    func isIn(_ trouble: Overview.Trouble) -> Bool {
        switch trouble {
        case .overdue: clock?.status == .overdue
        case .dueSoon: clock?.daysLeft.map { $0 <= 7 } ?? false
        case .withoutTime:
            booked == nil && (clock?.status == .overdue || clock?.status == .running)
        }
    }

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

    /// Sorts: those nobody has spoken to for longest.
    fileprivate var silence: (Int, Int, Int) {
        (lastContact?.on.number ?? 0, ref.number.year, ref.number.serial)
    }

    fileprivate func key(_ column: String, _ names: [StaffID: String]) -> SortKey {
        switch Overview.SortColumn(rawValue: column) {
        case .number: .number(ref.number.year * 1_000_000 + ref.number.serial)
        case .lastDay: (clock?.lastDay.number).map { .number($0) } ?? .nothing
        case .received: ((clock?.received ?? receivedOn)?.number).map { .number($0) } ?? .nothing
        case .responsible: responsible.flatMap { names[$0] }.map { .words($0) } ?? .nothing
        case nil: .nothing
        }
    }
}

extension StandardBook {
    /// The goal of the municipality's own that a waiting case is to reach next, or has missed; nil where its standard has
    /// none.
    fileprivate func nextMilestone(of file: CaseFile, on day: CalendarDay) throws -> Deadline? {
        let standard = try required(for: file.ref, on: day).standard
        guard standard.hasGoals else { return nil }
        return goals(of: file.history(), under: standard, on: day)
            .first { $0.state == .overdue || $0.state == .open }
    }
}
