internal import Domain
internal import Records
internal import SQLite

/// The calendar, as other rooms ask it: who is free when, and what stands in some days.
struct CalendarBook: Sendable {
    let standards: StandardBook

    /// What some days look like, both included.
    func picture(
        from first: CalendarDay, through last: CalendarDay, in db: borrowing Connection
    ) throws -> CalendarPicture {
        CalendarPicture(
            facts: standards.facts(on: first), weeks: try weeks(in: db),
            absences: try absences(from: first, through: last, in: db),
            events: try db.rows(
                CalendarSQL.events, [.text(first.isoText), .text(last.isoText)]
            ) { try Self.event($0) },
            booked: try booked(from: first, through: last, in: db))
    }

    /// The next free first talks: those before the last day, and where there are too few of them, later ones too.
    ///
    /// - Parameters:
    ///   - age: as far as it is known: only teams that take it are asked.
    ///   - lastDay: what the rules give as the last day of a clock that runs.
    func firstTalks(
        for age: ClosedRange<Int>?, until lastDay: CalendarDay?, form: TalkForm = .inPerson,
        count: Int, at now: Instant, in db: borrowing Connection
    ) throws -> [FreeTime] {
        let horizon = max(lastDay ?? now.day, now.day).adding(days: Self.daysAhead)
        let picture = try picture(from: now.day, through: horizon, in: db)
        let soonest = Instant(seconds: now.seconds + Self.noticeMinutes * 60)
        return Array(
            picture.free(
                CalendarPicture.Wish(
                    form: form, isFirstTalk: true, staff: picture.staff(taking: age)),
                from: soonest, through: horizon
            ).prefix(count))
    }

    /// How far ahead of the last day is looked for a time, so that a late one can be told honestly.
    static let daysAhead = 21
    /// Nobody is offered a time that begins before she can have hung up.
    static let noticeMinutes = 30

    // MARK: Reading

    func booked(
        from first: CalendarDay, through last: CalendarDay, in db: borrowing Connection
    ) throws -> [BookedTime] {
        try db.rows(
            CalendarSQL.bookedBetween, [.text(first.isoText), .text(last.isoText)]
        ) { row in
            let start = try Instant(stored: row.text(3))
            let end = try Instant(stored: row.text(4))
            let staff = StaffID(row.integer(1))
            return BookedTime(
                entry: EntryID(row.integer(0)),
                ref: CaseRef(
                    id: CaseID(row.integer(7)),
                    number: CaseNumber(year: row.int(8), serial: row.int(9)),
                    slot: KeySlot(rawValue: row.integer(10)),
                    standard: row.integerOrNil(11).map { StandardID($0) }),
                time: AgreedTime(
                    startsAt: start, minutes: (end.seconds - start.seconds) / 60,
                    kind: TalkKind(rawValue: row.text(5)) ?? .talk,
                    form: TalkForm(rawValue: row.text(6)) ?? .inPerson, staff: staff,
                    room: row.textOrNil(2)),
                staff: staff)
        }
    }

    /// Every plan there is, by whose it is, in the order they begin.
    func weeks(in db: borrowing Connection) throws -> [StaffID: [WorkingWeek]] {
        Dictionary(
            grouping: try db.rows(CalendarSQL.weeks) { row in
                try WorkingWeek(
                    staff: StaffID(row.integer(1)), fromDay: try CalendarDay(stored: row.text(2)),
                    json: try JSONReader.read(row.text(3)))
            }, by: \.staff)
    }

    func absences(
        from first: CalendarDay, through last: CalendarDay, in db: borrowing Connection
    ) throws -> [Absence] {
        let start = Instant(day: first, hour: 0, minute: 0)
        let end = Instant(day: last.adding(days: 1), hour: 0, minute: 0)
        return try db.rows(
            CalendarSQL.absences, [.text(start.rfc3339), .text(end.rfc3339)]
        ) { row in
            Absence(
                id: FormID(row.integer(0)), staff: StaffID(row.integer(1)),
                startsAt: try Instant(stored: row.text(2)),
                endsAt: try Instant(stored: row.text(3)))
        }
    }

    /// How often professionals have asked in a year (faglig sparring).
    func consultancyCount(in year: Int, _ db: borrowing Connection) throws -> Int {
        try db.firstRow(
            CalendarSQL.consultancies, [.text("\(year)-01-01"), .text("\(year)-12-31")]
        ) { $0.int(0) } ?? 0
    }

    func event(_ id: FormID, in db: borrowing Connection) throws -> CalendarEvent? {
        try db.firstRow(CalendarSQL.event, [.integer(id.rawValue)]) { try Self.event($0) }
    }

    static func event(_ row: borrowing Row) throws -> CalendarEvent {
        CalendarEvent(
            id: FormID(row.integer(0)),
            kind: CalendarEvent.Kind(rawValue: row.text(1)) ?? .meeting, title: row.text(2),
            staff: StaffID(row.integer(3)), room: row.textOrNil(4),
            startsAt: try Instant(stored: row.text(5)), endsAt: try Instant(stored: row.text(6)))
    }
}

extension CalendarPicture {
    /// Those whose team takes somebody of this age. Where nobody has made teams, everybody does; who is in no team takes
    /// adults.
    func staff(taking age: ClosedRange<Int>?) -> Set<StaffID>? {
        guard let age, !facts.teams.isEmpty else { return nil }
        return Set(
            weeks.keys.filter { staff in
                let teams = facts.teams(of: staff)
                return teams.isEmpty
                    ? age.upperBound >= 18 : teams.contains { $0.takes(age: age) }
            })
    }
}

extension PersonDetails {
    /// How old she is on a day, as far as she has said.
    func age(on day: CalendarDay) -> ClosedRange<Int>? {
        if let born = born ?? cpr?.born, born <= day {
            let age = CalendarDay.age(born: born, on: day)
            return age...age
        }
        switch ageGroup {
        case .adult: return 18...120
        case .youth: return 15...17
        case .child: return 0...14
        case .untold, nil: return nil
        }
    }
}
