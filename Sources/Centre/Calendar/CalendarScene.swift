internal import Domain
internal import Records
internal import SQLite

extension CalendarBook {
    /// In the invented year: everybody has a week, first times are free ones, and whoever is in treatment has the next talk.
    var scene: DemoScene {
        DemoScene(
            begin: { [self] opening, db in try begin(opening, db) },
            play: { [self] act, stage, db in
                guard case .offer(let day) = act.kind else { return (false, nil) }
                try stage.perform(try offer(on: day, stage, at: act.at, db), at: act.at, db)
                return (true, nil)
            },
            additions: { story, _ in Self.nextTalk(of: story) })
    }

    /// The week of each of those who receive citizens; meetings in the days that lie around the last.
    private func begin(_ opening: DemoOpening, _ db: borrowing Connection) throws {
        let desk = CalendarDesk(audit: opening.house.audit)
        let site = standards.facts(on: opening.now.day).sites.first
        for (number, member) in (opening.staff(.consultant) + opening.staff(.medical)).enumerated()
        {
            let spans = Weekday.allCases.filter { !$0.isWeekend }.flatMap { weekday in
                let closes = ClockTime(weekday == .friday ? 13 : 15)
                let room =
                    site?.rooms.indices.contains(number) == true ? site?.rooms[number].id : nil
                let takesFirst = member.role == .consultant
                return [
                    WorkingWeek.Span(
                        weekday: weekday, from: ClockTime(8), to: ClockTime(12), site: site?.id,
                        room: room, takesFirstTalks: takesFirst && number < 2),
                    WorkingWeek.Span(
                        weekday: weekday, from: ClockTime(12, 30), to: closes, site: site?.id,
                        room: room, takesFirstTalks: false),
                ]
            }
            try desk.plan(
                WorkingWeek(staff: member.id, fromDay: opening.now.day, spans: spans),
                as: .random(), by: opening.administrator, at: opening.now, in: db)
        }
    }

    /// A free hour of the day, with whoever has the case if she has one; else one that stands in nobody's calendar.
    private func offer(
        on day: CalendarDay, _ stage: DemoStage, at now: Instant, _ db: borrowing Connection
    ) throws -> OfferTime {
        let picture = try picture(from: day, through: day, in: db)
        let wish = CalendarPicture.Wish(isFirstTalk: true)
        let free = picture.free(
            wish, from: max(now, Instant(day: day, hour: 8, minute: 0)), through: day)
        let chosen = free.first { $0.staff == stage.consultant.staff } ?? free.first
        var offer = OfferTime(
            startsAt: chosen?.startsAt ?? Instant(day: day, hour: 10, minute: 0),
            modality: .outpatient, provider: .own, why: "")
        offer.slot = chosen.map { ChosenSlot($0) }
        return offer
    }

    /// At the latest talk that has been held, the next one of the story is agreed.
    private static func nextTalk(of story: DemoStory) -> [DemoAct] {
        story.acts.compactMap { act -> DemoAct? in
            guard case .session = act.kind else { return nil }
            let later = story.acts.first { other in
                guard case .session = other.kind else { return false }
                return other.at > act.at
            }
            guard let later else { return nil }
            let deed = DemoDeed(name: "next-talk \(later.at)") { stage, db in
                try book(later.at.day, stage, at: act.at, db)
            }
            return DemoAct(at: Instant(seconds: act.at.seconds + 3_600), kind: .own(deed))
        }
    }

    private static func book(
        _ day: CalendarDay, _ stage: DemoStage, at now: Instant, _ db: borrowing Connection
    ) throws {
        guard let ref = stage.ref else { return }
        let book = CalendarBook(standards: stage.writer.standards)
        let picture = try book.picture(from: day, through: day, in: db)
        var wish = CalendarPicture.Wish()
        wish.staff = stage.consultant.staff.map { [$0] }
        let start = max(now, Instant(day: day, hour: 0, minute: 0))
        guard let free = picture.free(wish, from: start, through: day).first else { return }
        let time = AgreedTime(
            startsAt: free.startsAt, kind: .talk, staff: free.staff, room: free.room)
        let state = try CaseState(
            try stage.writer.ledger.file(ref, in: db), stage.writer.standards, by: nil, at: now)
        guard state.isOpen else { return }
        try stage.perform(BookTalk(time: time, holder: .nobody), at: now, db)
    }
}
