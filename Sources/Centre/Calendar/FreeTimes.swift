internal import Domain
internal import Records

/// A time that can be given to somebody.
struct FreeTime: Hashable, Sendable {
    let staff: StaffID
    let startsAt: Instant
    let endsAt: Instant
    let site: String?
    /// The room it would be held in; nil where the site has none.
    let room: String?

    var day: CalendarDay { startsAt.day }
}

/// What some days look like: who works when, who is away, which hours are taken. Pure: free time is what is left.
struct CalendarPicture: Sendable {
    let facts: CentreFacts
    /// Of each member of staff, in the order they begin.
    let weeks: [StaffID: [WorkingWeek]]
    let absences: [Absence]
    let events: [CalendarEvent]
    let booked: [BookedTime]
    /// The same, by day: most questions are about one.
    private let bookedByDay: [CalendarDay: [BookedTime]]
    private let eventsByDay: [CalendarDay: [CalendarEvent]]
    private let talkCount: [StaffID: Int]

    init(
        facts: CentreFacts, weeks: [StaffID: [WorkingWeek]], absences: [Absence] = [],
        events: [CalendarEvent] = [], booked: [BookedTime] = []
    ) {
        self.facts = facts
        self.weeks = weeks
        self.absences = absences
        self.events = events
        self.booked = booked
        bookedByDay = Dictionary(grouping: booked, by: \.time.day)
        eventsByDay = Dictionary(grouping: events, by: \.startsAt.day)
        talkCount = booked.reduce(into: [:]) { $0[$1.staff, default: 0] += 1 }
    }

    /// What somebody asks for.
    struct Wish: Sendable {
        var minutes = AgreedTime.usualMinutes
        var form = TalkForm.inPerson
        /// Only in hours that are kept for first talks.
        var isFirstTalk = false
        /// Only with them; nil for anybody.
        var staff: Set<StaffID>?
        /// Only at this site.
        var site: String?
        /// Between two times one minute apart nobody reaches the door: a new one begins so often.
        var stepMinutes = 30
    }

    /// The plan of somebody's week that counts on a day.
    func week(of staff: StaffID, on day: CalendarDay) -> WorkingWeek? {
        weeks[staff]?.last { $0.fromDay <= day }
    }

    /// Why nobody works on a day: a weekend with no plan says nothing, a holiday its name.
    func closing(on day: CalendarDay) -> String? {
        if let name = DanishHolidays.name(of: day) { return name }
        if let closing = facts.closing(on: day) { return closing.words }
        return WorkingDays.citizensDeadline.isWorking(day) || day.weekday.isWeekend
            ? nil : "lukket"
    }

    func isClosed(on day: CalendarDay) -> Bool {
        !WorkingDays.citizensDeadline.isWorking(day) || facts.closing(on: day) != nil
    }

    /// The hours somebody is here on a day.
    func spans(of staff: StaffID, on day: CalendarDay) -> [WorkingWeek.Span] {
        isClosed(on: day) ? [] : week(of: staff, on: day)?.spans(on: day) ?? []
    }

    /// Every free time that fits, the earliest first; of those at one moment the colleague with the fewest talks first.
    func free(
        _ wish: Wish, from start: Instant, through last: CalendarDay
    ) -> [FreeTime] {
        var times: [FreeTime] = []
        var day = start.day
        while day <= last {
            if !isClosed(on: day) {
                for staff in weeks.keys where wish.staff?.contains(staff) ?? true {
                    times += free(wish, staff, on: day, after: start)
                }
            }
            day = day.adding(days: 1)
        }
        return times.sorted {
            ($0.startsAt, talkCount[$0.staff] ?? 0, $0.staff.rawValue)
                < ($1.startsAt, talkCount[$1.staff] ?? 0, $1.staff.rawValue)
        }
    }

    private func free(
        _ wish: Wish, _ staff: StaffID, on day: CalendarDay, after start: Instant
    ) -> [FreeTime] {
        let busy =
            (bookedByDay[day] ?? []).filter { $0.staff == staff }.map {
                $0.time.startsAt..<$0.time.endsAt
            }
            + (eventsByDay[day] ?? []).filter { $0.staff == staff }.map { $0.startsAt..<$0.endsAt }
            + absences.filter { $0.staff == staff }.map { $0.startsAt..<$0.endsAt }
        return spans(of: staff, on: day).flatMap { span -> [FreeTime] in
            guard !wish.isFirstTalk || span.takesFirstTalks,
                wish.site == nil || span.site == wish.site
            else { return [] }
            return starts(wish, span, on: day, but: busy).filter { $0 >= start }.compactMap { at in
                let end = Instant(seconds: at.seconds + wish.minutes * 60)
                guard wish.form.needsRoom else {
                    return FreeTime(
                        staff: staff, startsAt: at, endsAt: end, site: span.site, room: nil)
                }
                guard let room = room(for: span, at..<end) else { return nil }
                return FreeTime(
                    staff: staff, startsAt: at, endsAt: end, site: span.site, room: room.id)
            }
        }
    }

    /// When talks of this length may begin in a span: at its own beginning, where something else ends, and every step.
    private func starts(
        _ wish: Wish, _ span: WorkingWeek.Span, on day: CalendarDay, but busy: [Range<Instant>]
    ) -> [Instant] {
        let (opens, closes) = (
            Instant(day: day, time: span.from), Instant(day: day, time: span.to)
        )
        var times: [Instant] = []
        var at = opens
        while at.seconds + wish.minutes * 60 <= closes.seconds {
            let talk = at..<Instant(seconds: at.seconds + wish.minutes * 60)
            if let hindrance = busy.filter({ $0.overlaps(talk) }).map(\.upperBound).max() {
                // On to the next whole step after what is in the way.
                let (step, past) = (
                    wish.stepMinutes * 60, hindrance.seconds - opens.seconds
                )
                at = Instant(seconds: opens.seconds + (past + step - 1) / step * step)
            } else {
                times.append(at)
                at = Instant(seconds: at.seconds + max(wish.minutes, wish.stepMinutes) * 60)
            }
        }
        return times
    }

    /// Where a talk can be held; without an id where the site has no rooms to choose among.
    private struct FreeRoom {
        let id: String?
    }

    /// A room of the span that is free: her own, else any of its site. A site without rooms needs none.
    private func room(
        for span: WorkingWeek.Span, _ hour: Range<Instant>
    ) -> FreeRoom? {
        let site = span.site.flatMap { facts.site($0) } ?? facts.sites.first
        let rooms = site?.rooms.map(\.id) ?? []
        guard !rooms.isEmpty else { return FreeRoom(id: nil) }
        let own = span.room.map { [$0] } ?? []
        return (own + rooms.filter { !own.contains($0) }).first { isFree(room: $0, hour) }
            .map { FreeRoom(id: $0) }
    }

    /// Whether nothing else is held in a room in an hour.
    func isFree(room: String, _ hour: Range<Instant>) -> Bool {
        let day = hour.lowerBound.day
        return !(bookedByDay[day] ?? []).contains {
            $0.time.room == room && ($0.time.startsAt..<$0.time.endsAt).overlaps(hour)
        }
            && !(eventsByDay[day] ?? []).contains {
                $0.room == room && ($0.startsAt..<$0.endsAt).overlaps(hour)
            }
    }
}
