internal import Domain
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

    private func show(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let showsAll = visit.request.query["vis"] == "alle"
        let open = try ledger.openFiles(in: loop.db)
            .filter { showsAll || $0.responsible == nil }
        let names = try visit.staffNames(in: loop.db)
        return visit.logged(.listRead, cases: open.map(\.file.ref)) { token, _ in
            let lines = try open.reversed().map { file, responsible in
                QueueLine(
                    file, person: try ledger.person(of: file, token),
                    clock: try standards.clocks(of: file, on: visit.today).last,
                    responsible: responsible.flatMap { names[$0] }, today: visit.today)
            }
            return visit.page(
                "Modtagelse", menu: "modtagelse",
                queuePage(
                    lines.sorted { $0.receivedAt > $1.receivedAt }, showsAll: showsAll,
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

    /// She waits for treatment and has no time.
    var wantsTime: Bool { clock?.isOpen == true && booked == nil }

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
