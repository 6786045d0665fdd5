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

    var all: [CentreRoute] {
        [.staff(.get, "/henvendelser", .frontOffice, show)]
    }

    /// Whether a case is urgent is sealed, so all that may stand on top are read, and the log names them all.
    private func show(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let query = QueueQuery(visit.request.query)
        let open = try ledger.openFiles(in: loop.db)
            .filter { query.showsAll || $0.responsible == nil }
        let names = try visit.staffNames(in: loop.db)
        return visit.logged(.listRead, cases: open.map(\.file.ref)) { token, _ in
            let lines = try open.map { file, responsible in
                QueueLine(
                    file, person: try ledger.person(of: file, token),
                    clock: try standards.clocks(of: file, on: visit.today).last,
                    responsible: responsible.flatMap { names[$0] }, today: visit.today)
            }
            return visit.page(
                "Modtagelse", menu: "modtagelse",
                queuePage(Queue(lines, query), token: visit.token))
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
        showsAll = query["vis"] == "alle"
        channel = query["kilde"].flatMap(EnquiryChannel.init)
        wish = query["oenske"].flatMap(Wish.init)
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
    let lines: ArraySlice<QueueLine>
    let paging: Paging

    static let linesOnAPage = 25

    init(_ lines: [QueueLine], _ query: QueueQuery) {
        let wanted = lines.filter { line in
            (query.channel == nil || line.channel == query.channel)
                && (query.wish == nil || line.wish == query.wish)
        }
        let sorted = wanted.sorted { $0.urgency < $1.urgency }
            .sorted(query.list) { $0.key($1) }
        self.query = query
        openCount = lines.count
        paging = Paging(page: query.list.page, size: Self.linesOnAPage, total: sorted.count)
        self.lines = sorted.shown(paging)
    }
}

/// One enquiry in the queue.
struct QueueLine: Sendable {
    let ref: CaseRef
    let receivedAt: Instant
    let sender: Sender
    let channel: EnquiryChannel
    let wish: Wish
    let isAnonymous: Bool
    let person: PersonDetails
    let clock: GuaranteeClock?
    let booked: CalendarDay?
    let responsible: String?
    let today: CalendarDay

    /// - Parameter person: opened by the logged access to the list.
    init(
        _ file: CaseFile, person: PersonDetails, clock: GuaranteeClock?, responsible: String?,
        today: CalendarDay
    ) {
        ref = file.ref
        let entry = file.current.last { entry in
            if case .enquiry = entry.fact { true } else { false }
        }
        receivedAt = entry?.at ?? Instant(day: entry?.on ?? today, hour: 0, minute: 0)
        let enquiry: Enquiry? = if case .enquiry(let told) = entry?.fact { told } else { nil }
        sender = enquiry?.by ?? .`self`
        channel = enquiry?.channel ?? .web
        wish = enquiry?.wish ?? .undecided
        isAnonymous = file.isAnonymous
        self.person = person
        self.clock = clock
        booked = file.openOffer?.offer?.startsOn
        self.responsible = responsible
        self.today = today
    }

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
