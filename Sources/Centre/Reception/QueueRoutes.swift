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

    /// Lines on a page.
    static let pageSize = 50

    var all: [CentreRoute] {
        [.staff(.get, "/henvendelser", .frontOffice, show)]
    }

    private func show(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let showsAll = visit.request.query.word("vis") == "alle"
        let open = try ledger.openFiles(in: loop.db)
            .filter { showsAll || $0.responsible == nil }
            .map { (line: $0, receivedAt: $0.file.receivedAt(orOn: visit.today)) }
            .sorted { $0.receivedAt > $1.receivedAt }
        let paging = Paging(visit, size: Self.pageSize, total: open.count)
        // Only the cases of the page are opened, and in the log.
        let shown = open[paging.lines].map(\.line)
        let names = try visit.staffNames(in: loop.db)
        return visit.logged(.listRead, cases: shown.map(\.file.ref)) { token, _ in
            let lines = try shown.map { file, responsible in
                QueueLine(
                    file, person: try ledger.person(of: file, token),
                    clock: try standards.clocks(of: file, on: visit.today).last,
                    responsible: responsible.flatMap { names[$0] }, today: visit.today)
            }
            return visit.page(
                "Modtagelse", menu: "modtagelse",
                queuePage(
                    lines, paging, showsAll: showsAll, flood: flood(visit.now),
                    token: visit.token))
        }
    }
}

/// One enquiry in the queue.
struct QueueLine: Sendable {
    let ref: CaseRef
    let receivedAt: Instant
    let who: String
    let wish: String
    let clock: GuaranteeClock?
    let booked: CalendarDay?
    let responsible: String?
    let isUrgent: Bool
    let today: CalendarDay

    /// - Parameter person: opened by the logged access to the list.
    init(
        _ file: CaseFile, person: PersonDetails, clock: GuaranteeClock?, responsible: String?,
        today: CalendarDay
    ) {
        ref = file.ref
        receivedAt = file.receivedAt(orOn: today)
        let enquiry: Enquiry? =
            if case .enquiry(let told) = file.latestEnquiry?.fact { told } else { nil }
        who = Self.who(enquiry, person, isAnonymous: file.isAnonymous)
        wish = (enquiry?.wish ?? .undecided).danishName
        self.clock = clock
        booked = file.openOffer?.offer?.startsOn
        self.responsible = responsible
        isUrgent = person.isPregnant || person.isAcute || person.ageGroup?.isMinor == true
        self.today = today
    }

    private static func who(
        _ enquiry: Enquiry?, _ person: PersonDetails, isAnonymous: Bool
    ) -> String {
        let sender = enquiry?.by ?? .`self`
        var words = [sender == .`self` ? "selv" : sender.danishName]
        if isAnonymous { words.append("anonym") }
        switch person.ageGroup {
        case .adult: words.append("18+")
        case .youth: words.append("15-17 år")
        case .child: words.append("under 15 år")
        case .untold, nil: break
        }
        if person.isPregnant { words.append("gravid") }
        if person.hasChildrenAtHome { words.append("børn hjemme") }
        if person.isAcute { words.append("akut") }
        return words.joined(separator: ", ")
    }
}

extension CaseFile {
    /// The enquiry that came last.
    fileprivate var latestEnquiry: LedgerEntry? {
        current.last { entry in
            if case .enquiry = entry.fact { true } else { false }
        }
    }

    /// When it came; a day without an hour is its beginning.
    fileprivate func receivedAt(orOn today: CalendarDay) -> Instant {
        let entry = latestEnquiry
        return entry?.at ?? Instant(day: entry?.on ?? today, hour: 0, minute: 0)
    }
}
