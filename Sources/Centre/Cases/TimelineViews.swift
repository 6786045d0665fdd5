internal import Domain
internal import HTML
internal import Records

/// The timeline (tidslinje): every fact of the case, newest first, with who wrote it. What was corrected or taken away
/// stays, struck through, and says by whom, when and why.
func timelineSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let query = TimelineQuery(page.query)
    let told = reading.file.entries.filter(\.isTold)
    let entries = told.filter { query.kind?.holds($0) ?? true }
        .sorted { ($0.placeInDay, $0.position) > ($1.placeInDay, $1.position) }
    let shown = Paging(page: query.page, size: TimelineQuery.entriesOnAPage, total: entries.count)
    let number = reading.ref.number
    return timeline(
        days(entries.shown(shown), reading, page),
        filters: told.count > TimelineQuery.unfilteredMax
            ? filterLinks(query.links(of: number), label: "Vis") : .empty,
        paging: shown.pages > 1
            ? paging(shown) { side in query.address(of: number, kind: query.kind, page: side) }
            : .empty,
        whenEmpty: query.kind == nil ? "Der er ikke sket noget endnu." : "Intet af den slags endnu."
    )
}

/// The last note on top: when, by whom, and how it begins.
func lastNoteSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let last = reading.file.chronological.last { entry in
        TimelineKind.notes.holds(entry) && reading.body(of: entry).text?.isEmpty == false
    }
    guard let last, let text = reading.body(of: last).text else { return .empty }
    let whole: Address = """
        /sager/\(word: reading.ref.number.description)?vis=\(word: TimelineKind.notes.rawValue)\
        #\(word: last.anchor)
        """
    let beginning = text.beginning(bytesMax: 280)
    return panel(
        "seneste-notat", "Seneste notat",
        """
        <p class="by">\(last.on.inWords.capitalisedFirst), \
        \(last.on.distanceInWords(on: reading.today)) · \(reading.author(of: last))</p>
        <p class="note-text">\(beginning.text)\(beginning.isCut ? "…" : "")</p>
        \(beginning.isCut ? "<p>\(link("Læs hele notatet", to: whole))</p>" : .empty)
        """)
}

/// What part of the timeline is asked for.
struct TimelineQuery: Sendable {
    let kind: TimelineKind?
    let page: Int

    static let entriesOnAPage = 40
    /// A short story needs no filters.
    static let unfilteredMax = 8

    init(_ query: [String: String]) {
        kind = query["vis"].flatMap(TimelineKind.init)
        page = query["side"].flatMap { Int($0) } ?? 1
    }

    func address(of number: CaseNumber, kind: TimelineKind?, page: Int = 1) -> Address {
        let (base, place): (Address, Address) = (
            "/sager/\(word: number.description)", "#tidslinje-titel"
        )
        let side: Address = page > 1 ? "&side=\(page)" : ""
        guard let kind else { return page > 1 ? "\(base)?side=\(page)\(place)" : "\(base)\(place)" }
        return "\(base)?vis=\(word: kind.rawValue)\(side)\(place)"
    }

    func links(of number: CaseNumber) -> [FilterLink] {
        [FilterLink("Alt", to: address(of: number, kind: nil), isChosen: kind == nil)]
            + TimelineKind.allCases.map { one in
                FilterLink(
                    one.words, to: address(of: number, kind: one), isChosen: one == kind)
            }
    }
}

/// What an entry is about, as the story is narrowed.
enum TimelineKind: String, CaseIterable, Sendable {
    case notes = "notater"
    case contacts = "kontakt"
    case decisions = "afgoerelser"
    case house = "system"

    var words: HTML {
        switch self {
        case .notes: "Notater"
        case .contacts: "Kontakt og aftaler"
        case .decisions: "Afgørelser"
        case .house: "System"
        }
    }

    func holds(_ entry: LedgerEntry) -> Bool { Self.kind(of: entry) == self }

    private static func kind(of entry: LedgerEntry) -> TimelineKind {
        switch entry.fact {
        case .service, .entry: .notes
        case .enquiry, .treatmentWish, .offer, .offerDeclined, .noShow: .contacts
        case nil:
            entry.isOwn(PersonKnown.self) || entry.isOwn(ResponsibleChosen.self)
                || entry.isOwn(CaseClosed.self) ? .house : .contacts
        default: .decisions
        }
    }
}

// MARK: The days

private func days(
    _ entries: ArraySlice<LedgerEntry>, _ reading: CaseReading, _ page: CasePageContext
) -> [TimelineDay] {
    let replaced = Dictionary(
        reading.file.entries.compactMap { entry in entry.corrects.map { ($0, entry) } },
        uniquingKeysWith: { $1 })
    var days: [TimelineDay] = []
    var rest = entries
    while let day = rest.first?.on {
        let today = rest.prefix { $0.on == day }
        rest = rest.dropFirst(today.count)
        days.append(
            TimelineDay(
                day.isoText, "\(day.inWords.capitalisedFirst)",
                today.map { line($0, in: reading, page, replacedBy: replaced[$0.id]) }))
    }
    return days
}

private func line(
    _ entry: LedgerEntry, in reading: CaseReading, _ page: CasePageContext,
    replacedBy later: LedgerEntry?
) -> TimelineEntry {
    let title = entryTitle(entry, in: reading, page)
    let isLate = entry.recordedAt.day != entry.on
    return TimelineEntry(
        id: entry.anchor, time: entry.moment.map { "kl. \($0.clockText)" }, "\(title)",
        by: "\(reading.author(of: entry))",
        note: isLate ? "skrevet den \(entry.recordedAt.day.danishDigits)" : nil,
        text: reading.body(of: entry).text,
        more: later == nil ? correctionLink(entry, title, reading, page) : .empty,
        isMinor: TimelineKind.house.holds(entry), strike: later.map { strike(by: $0, in: reading) })
}

/// `Rettet den 13.11.2026 kl. 8.02 af Anne Madsen: forkert dato`
private func strike(by later: LedgerEntry, in reading: CaseReading) -> TimelineStrike {
    let isGone = later.isOwn(EntryTakenAway.self)
    let body = reading.body(of: later)
    return TimelineStrike(
        isGone ? .removed : .corrected, "den \(later.recordedAt.inDigits)",
        by: "\(reading.author(of: later))", why: "\((isGone ? body.text : body.why) ?? "")")
}

/// Where what was written wrong is put right, or taken away where there is nothing to correct; nothing where her role may
/// not, or nobody can.
private func correctionLink(
    _ entry: LedgerEntry, _ title: String, _ reading: CaseReading, _ page: CasePageContext
) -> HTML {
    guard entry.recordedBy != nil, page.acts.mayTakeAway(entry, page.role),
        let act = page.acts.act(writing: entry)
    else { return .empty }
    let isCorrectable = act.values(of: entry, OpenedBody()) != nil
    let step = isCorrectable ? act.address : TakeBack.address
    return link(
        isCorrectable ? "Ret" : "\(TakeBack.button)",
        to: """
            /sager/\(word: reading.ref.number.description)/\(word: step)?post=\
            \(word: entry.id.formText)
            """, about: "\(entry.on.danishDigits), \(title)")
}

extension CaseReading {
    /// Who wrote an entry; what came by the web form was written by the citizen.
    fileprivate func author(of entry: LedgerEntry) -> String {
        entry.recordedBy.flatMap { names[$0] } ?? "borgeren selv"
    }
}

extension LedgerEntry {
    /// Where it stands on the page.
    fileprivate var anchor: String { "post-\(id.formText)" }

    /// When it happened, or was written the same day; a fact written later has a day and no hour.
    fileprivate var moment: Instant? {
        at ?? (recordedAt.day == on ? recordedAt : nil)
    }

    fileprivate var placeInDay: Instant {
        moment ?? Instant(day: on, hour: 0, minute: 0)
    }

    /// What the citizen said of herself with her first words stands at the top of the page already.
    fileprivate var isTold: Bool {
        !isOwn(EntryTakenAway.self) && !(isOwn(PersonKnown.self) && position <= 2) && !isToldWithAnother
    }
}
