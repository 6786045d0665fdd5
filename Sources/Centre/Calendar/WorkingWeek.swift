internal import Domain
internal import Records

/// When somebody works, week after week, from a day on (arbejdstid).
struct WorkingWeek: Hashable, Sendable {
    /// Some hours of a weekday, and where.
    struct Span: Hashable, Sendable {
        var weekday: Weekday
        var from: ClockTime
        var to: ClockTime
        /// Ids in what the centre says of itself; nil where there is but one place, or no room of one's own.
        var site: String?
        var room: String?
        /// First talks are given here (tider til første samtale).
        var takesFirstTalks: Bool
    }

    var staff: StaffID
    var fromDay: CalendarDay
    var spans: [Span]

    /// The spans of a date.
    func spans(on day: CalendarDay) -> [Span] { spans.filter { $0.weekday == day.weekday } }
}

extension WorkingWeek {
    var json: JSONValue {
        .array(
            spans.map { span in
                var json = JSONObject()
                json.append("weekday", .integer(span.weekday.rawValue))
                json.append("from", .string(span.from.isoText))
                json.append("to", .string(span.to.isoText))
                json.append("site", span.site.map { .string($0) })
                json.append("room", span.room.map { .string($0) })
                if span.takesFirstTalks { json.append("firstTalks", true) }
                return .object(json)
            })
    }

    /// - Throws: `StoredValueError` for what no program of ours has written.
    init(staff: StaffID, fromDay: CalendarDay, json: JSONValue) throws(StoredValueError) {
        self.staff = staff
        self.fromDay = fromDay
        var spans: [Span] = []
        for value in json.array ?? [] {
            guard let span = value.object,
                let weekday = span["weekday"]?.wholeNumber.flatMap(Weekday.init),
                let from = span["from"]?.string.flatMap({ ClockTime(isoText: $0) }),
                let to = span["to"]?.string.flatMap({ ClockTime(isoText: $0) })
            else { throw StoredValueError(expected: "the hours of a week") }
            spans.append(
                Span(
                    weekday: weekday, from: from, to: to, site: span["site"]?.string,
                    room: span["room"]?.string, takesFirstTalks: span["firstTalks"]?.bool ?? false))
        }
        self.spans = spans
    }
}

/// Somebody is away.
struct Absence: Hashable, Sendable {
    let id: FormID
    let staff: StaffID
    let startsAt: Instant
    let endsAt: Instant

    /// Whole days, where it begins and ends with them.
    var days: ClosedRange<CalendarDay>? {
        let last = Instant(seconds: endsAt.seconds - 1).day
        guard startsAt == Instant(day: startsAt.day, hour: 0, minute: 0),
            endsAt == Instant(day: last.adding(days: 1), hour: 0, minute: 0)
        else { return nil }
        return startsAt.day...last
    }
}

/// What fills an hour without being a citizen's own.
struct CalendarEvent: Hashable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case meeting
        case group
        /// A professional asks about a case without a name (faglig sparring); it is counted.
        case consultancy

        var danishName: String {
            switch self {
            case .meeting: "møde"
            case .group: "gruppe"
            case .consultancy: "sparring til fagperson"
            }
        }
    }

    let id: FormID
    let kind: Kind
    let title: String
    let staff: StaffID
    let room: String?
    let startsAt: Instant
    let endsAt: Instant
}

/// An hour that a citizen has.
struct BookedTime: Sendable {
    let entry: EntryID
    let ref: CaseRef
    let time: AgreedTime
    let staff: StaffID
}
