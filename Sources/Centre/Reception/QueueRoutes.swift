internal import Domain
internal import HTTP
internal import SQLite

// The reception's invariants:
// - an enquiry counts from the day it arrived, whoever types it in and whenever;
// - the reception sees who asks, what for, and how to reach her; the journal it does not see.

/// `/henvendelser`: the queue (modtagelse).
enum QueueRoutes {
    static let all: [CentreRoute] = [
        .staff(.get, "/henvendelser", .frontOffice, show)
    ]

    private static func show(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        let showsAll = visit.request.query["vis"] == "alle"
        let open = try visit.centre.cases.openFiles(in: loop.db)
            .filter { showsAll || $0.responsible == nil }
        let names = Dictionary(
            try visit.centre.staff.all(in: loop.db).map { ($0.id, $0.name) },
            uniquingKeysWith: { $1 })
        return visit.logged(.listRead, cases: open.map(\.file.ref)) { token, _ in
            let lines = try open.reversed().map { file, responsible in
                QueueLine(
                    file, person: try visit.centre.cases.person(of: file, token),
                    clock: try visit.centre.clocks(of: file, on: visit.today).last,
                    responsible: responsible.flatMap { names[$0] }, today: visit.today)
            }
            return visit.page(
                "Modtagelse", menu: "modtagelse",
                queuePage(
                    lines.sorted { $0.receivedAt > $1.receivedAt }, showsAll: showsAll,
                    token: visit.session.formToken))
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
        _ file: CaseFile, person: EntryBody, clock: GuaranteeClock?, responsible: String?,
        today: CalendarDay
    ) {
        ref = file.ref
        let enquiry = file.current.last { $0.type == "enquiry" }
        receivedAt = enquiry?.at ?? Instant(day: enquiry?.on ?? today, hour: 0, minute: 0)
        who = Self.who(enquiry, person, isAnonymous: file.isAnonymous)
        wish =
            enquiry?.facts["wish"]?.string.flatMap { Wish(rawValue: $0) }?.danishName
            ?? "ikke afklaret"
        self.clock = clock
        booked = file.openOffer?.startsOn
        self.responsible = responsible
        isUrgent =
            person[.pregnant] != nil || person[.acute] != nil
            || ["15-17", "under-15"].contains(person[.ageGroup] ?? "")
        self.today = today
    }

    private static func who(
        _ enquiry: LedgerEntry?, _ person: EntryBody, isAnonymous: Bool
    ) -> String {
        let sender = enquiry?.facts["by"]?.string.flatMap { Sender(rawValue: $0) } ?? .`self`
        var words = [sender == .`self` ? "selv" : sender.danishName]
        if isAnonymous { words.append("anonym") }
        switch person[.ageGroup] {
        case "18": words.append("18+")
        case "15-17": words.append("15-17 år")
        case "under-15": words.append("under 15 år")
        default: break
        }
        if person[.pregnant] != nil { words.append("gravid") }
        if person[.children] != nil { words.append("børn hjemme") }
        if person[.acute] != nil { words.append("akut") }
        return words.joined(separator: ", ")
    }
}
