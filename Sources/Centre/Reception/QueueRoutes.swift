internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

// The reception's invariants:
// - an enquiry counts from the day it arrived, whoever types it in and whenever;
// - the reception sees who asks, what for, and how to reach her; the journal it does not see.

/// `/henvendelser`: the queue (modtagelse).
struct QueueRoutes: Sendable {
    let ledger: Ledger
    let standards: StandardBook
    /// How many enquiries the last hour brought, where that is more than anybody expects.
    let flood: @Sendable (Instant) -> Int?

    var all: [CentreRoute] {
        [.staff(.get, "/henvendelser", .frontOffice, show)]
    }

    private func show(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let query = QueueQuery(visit.request.query)
        let open = try ledger.openFiles(in: loop.db)
            .filter { query.showsAll || $0.responsible == nil }
        let names = try visit.staffNames(in: loop.db)
        let queue = Queue(
            try open.map { file, responsible in
                QueueLine(
                    file, clock: try standards.clocks(of: file, on: visit.today).last,
                    responsible: responsible.flatMap { names[$0] }, today: visit.today)
            }, query)
        return visit.logged(.listRead, cases: queue.opened.map(\.ref)) { token, _ in
            let read = try queue.read { try ledger.person(of: $0, token) }
            return visit.page(
                "Modtagelse", menu: "modtagelse",
                queuePage(read, flood: flood(visit.now), token: visit.token))
        }
    }
}

/// How the queue is asked for.
struct QueueQuery: Sendable {
    /// Also the cases somebody has taken.
    var showsAll = false
    var channel: EnquiryChannel?
    var wish: Wish?
    var list = ListState()

    enum SortColumn: String, CaseIterable {
        case number = "sag"
        case received = "modtaget"
        case lastDay = "frist"
        case responsible = "ansvarlig"
    }

    init(_ query: Fields) {
        showsAll = query.word("vis") == "alle"
        channel = query.word("kilde").flatMap(EnquiryChannel.init)
        wish = query.word("oenske").flatMap(Wish.init)
        list = ListState(query, columns: Set(SortColumn.allCases.map(\.rawValue)))
    }

    /// The queue asked for in this way.
    var address: Address {
        let source: Address = channel.map { "&kilde=\(word: $0.rawValue)" } ?? ""
        let wanted: Address = wish.map { "&oenske=\(word: $0.rawValue)" } ?? ""
        return "/henvendelser?vis=\(word: showsAll ? "alle" : "nye")\(source)\(wanted)\(list.query)"
    }

    /// The same with something changed; another list begins at its first page.
    func with(_ change: (inout QueueQuery) -> Void) -> QueueQuery {
        var query = self
        query.list.page = 1
        change(&query)
        return query
    }
}

/// The queue as a page shows it: what is urgent first, then by the last day, then what does not count, oldest first; or
/// as asked.
struct Queue: Sendable {
    let query: QueueQuery
    /// How many there are before any filter.
    let openCount: Int
    /// Which cases must be opened to know what the page shows: whether one is urgent is sealed.
    let opened: ArraySlice<QueueLine>
    /// What stands on the page; in the right order once the people are read.
    let lines: ArraySlice<QueueLine>
    let paging: Paging

    static let linesOnAPage = 25
    /// Of so many the urgent ones are found; where somebody has filled the queue with more, only those of the page are
    /// opened.
    static let openedMax = 200

    init(_ lines: [QueueLine], _ query: QueueQuery) {
        let wanted = lines.filter { line in
            (query.channel == nil || line.channel == query.channel)
                && (query.wish == nil || line.wish == query.wish)
        }
        self.init(query, openCount: lines.count, wanted.sorted { $0.urgency < $1.urgency })
    }

    private init(_ query: QueueQuery, openCount: Int, _ sorted: [QueueLine]) {
        let sorted = sorted.sorted(query.list) { $0.key($1) }
        self.query = query
        self.openCount = openCount
        paging = Paging(page: query.list.page, size: Self.linesOnAPage, total: sorted.count)
        lines = sorted.shown(paging)
        opened = sorted.count <= Self.openedMax ? sorted[...] : lines
    }

    /// The same with the people read, by a logged access to ``opened``.
    func read(_ person: (CaseFile) throws -> PersonDetails) rethrows -> Queue {
        let known = try opened.map { line in
            var line = line
            line.person = try person(line.file)
            return line
        }
        let sorted = known.sorted { $0.urgency < $1.urgency }
        guard known.count < paging.total else {
            return Queue(query, openCount: openCount, sorted)
        }
        return Queue(of: self, showing: sorted.sorted(query.list) { $0.key($1) }[...])
    }

    private init(of queue: Queue, showing lines: ArraySlice<QueueLine>) {
        query = queue.query
        openCount = queue.openCount
        paging = queue.paging
        opened = lines
        self.lines = lines
    }
}

/// One enquiry in the queue.
struct QueueLine: Sendable {
    let file: CaseFile
    let receivedAt: Instant
    let sender: Sender
    let channel: EnquiryChannel
    let wish: Wish
    /// Empty until it is read.
    var person = PersonDetails()
    let clock: GuaranteeClock?
    let booked: CalendarDay?
    let responsible: String?
    let today: CalendarDay

    /// She waits for treatment and has no time.
    var wantsTime: Bool { clock?.isOpen == true && booked == nil }

    init(
        _ file: CaseFile, clock: GuaranteeClock?, responsible: String?, today: CalendarDay
    ) {
        self.file = file
        let entry = file.current.last { entry in
            if case .enquiry = entry.fact { true } else { false }
        }
        receivedAt = entry?.at ?? Instant(day: entry?.on ?? today, hour: 0, minute: 0)
        let enquiry: Enquiry? = if case .enquiry(let told) = entry?.fact { told } else { nil }
        sender = enquiry?.by ?? .`self`
        channel = enquiry?.channel ?? .web
        wish = enquiry?.wish ?? .undecided
        self.clock = clock
        booked = file.openOffer?.offer?.startsOn
        self.responsible = responsible
        self.today = today
    }

    var ref: CaseRef { file.ref }
    var isAnonymous: Bool { file.isAnonymous }

    /// What cannot wait its turn.
    var isUrgent: Bool {
        person.isPregnant || person.isAcute || person.ageGroup?.isMinor == true
    }

    /// Acute, then the other urgent ones, then the clocks that run by their last day, then what does not count.
    fileprivate var urgency: (Int, Int, Int, Int) {
        let rank = person.isAcute ? 0 : isUrgent ? 1 : runningLastDay != nil ? 2 : 3
        return (
            rank, runningLastDay?.number ?? Int.max, receivedAt.seconds,
            ref.number.year * 1_000_000 + ref.number.serial
        )
    }

    private var runningLastDay: CalendarDay? {
        clock.flatMap { $0.isOpen ? $0.lastDay : nil }
    }

    fileprivate func key(_ column: String) -> SortKey {
        switch QueueQuery.SortColumn(rawValue: column) {
        case .number: .number(ref.number.year * 1_000_000 + ref.number.serial)
        case .received: .number(receivedAt.seconds)
        case .lastDay: (clock?.lastDay.number).map { .number($0) } ?? .nothing
        case .responsible: responsible.map { .words($0) } ?? .nothing
        case nil: .nothing
        }
    }
}
