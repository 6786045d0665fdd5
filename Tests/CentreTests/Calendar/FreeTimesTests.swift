import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Free time is what is left")
struct FreeTimesTests {
    private let anne = StaffID(1)
    private let per = StaffID(2)
    /// A Monday.
    private let monday = CalendarDay(number: 20_766)

    private func facts(rooms: Int = 0) -> CentreFacts {
        var facts = CentreFacts(.demonstration)
        facts.sites = [
            .init(
                id: "s", name: "S", street: "", town: "",
                rooms: (0..<rooms).map { .init(id: "r\($0)", name: "\($0)") })
        ]
        return facts
    }

    private func picture(
        _ weeks: [WorkingWeek], facts: CentreFacts? = nil, absences: [Absence] = [],
        events: [CalendarEvent] = [], booked: [BookedTime] = []
    ) -> CalendarPicture {
        CalendarPicture(
            facts: facts ?? self.facts(), weeks: Dictionary(grouping: weeks, by: \.staff),
            absences: absences, events: events, booked: booked)
    }

    private func week(_ staff: StaffID, _ from: Int = 9, _ to: Int = 12) -> WorkingWeek {
        .every(staff, from: monday, (ClockTime(from), ClockTime(to)))
    }

    private func booked(
        _ staff: StaffID, _ start: Instant, minutes: Int = 60, room: String? = nil
    ) -> BookedTime {
        BookedTime(
            entry: .random(),
            ref: CaseRef(
                id: .random(), number: CaseNumber(year: 2026, serial: 1), slot: .centre,
                standard: nil),
            time: AgreedTime(
                startsAt: start, minutes: minutes, kind: .talk, staff: staff, room: room),
            staff: staff)
    }

    private func hours(_ picture: CalendarPicture, _ wish: CalendarPicture.Wish = .init())
        -> [String]
    {
        picture.free(wish, from: at(monday, 0), through: monday).map(\.startsAt.clockText)
    }

    @Test("a day without anything is cut into talks")
    func empty() {
        #expect(hours(picture([week(anne)])) == ["9.00", "10.00", "11.00"])
    }

    @Test("what is taken is taken, and the rest begins at whole half hours")
    func taken() {
        let seen = picture([week(anne)], booked: [booked(anne, at(monday, 9, 45), minutes: 20)])
        #expect(hours(seen) == ["10.30"])
        let short = CalendarPicture.Wish(minutes: 30)
        #expect(hours(seen, short) == ["9.00", "10.30", "11.00", "11.30"])
        let others = picture([week(anne)], booked: [booked(per, at(monday, 9))])
        #expect(hours(others).count == 3)
    }

    @Test("who is away has no time, and a meeting takes its hour")
    func away() {
        let away = Absence(
            id: .random(), staff: anne, startsAt: at(monday, 0), endsAt: at(monday, 10, 15))
        #expect(hours(picture([week(anne)], absences: [away])) == ["10.30"])
        let meeting = CalendarEvent(
            id: .random(), kind: .meeting, title: "Møde", staff: anne, room: nil,
            startsAt: at(monday, 10), endsAt: at(monday, 11))
        #expect(hours(picture([week(anne)], events: [meeting])) == ["9.00", "11.00"])
    }

    @Test("on holidays and closed days nobody has a time")
    func closed() throws {
        let christmas = try #require(CalendarDay(year: 2026, month: 12, day: 24))
        let seen = picture([week(anne)])
        #expect(
            seen.free(.init(), from: at(christmas, 0), through: christmas.adding(days: 2)) == [])
        var facts = facts()
        facts.closings = [.init(first: monday, last: monday, words: "Kursus")]
        #expect(hours(picture([week(anne)], facts: facts)) == [])
        #expect(picture([week(anne)], facts: facts).closing(on: monday) == "Kursus")
    }

    @Test("a talk in person needs a room that is free, one by telephone does not")
    func rooms() {
        let seen = picture(
            [week(anne), week(per)], facts: facts(rooms: 1),
            booked: [booked(per, at(monday, 9), room: "r0")])
        var wish = CalendarPicture.Wish()
        wish.staff = [anne]
        #expect(hours(seen, wish) == ["10.00", "11.00"])
        wish.form = .phone
        #expect(hours(seen, wish) == ["9.00", "10.00", "11.00"])
    }

    @Test("a new plan counts from its day on")
    func plans() {
        let later = WorkingWeek.every(
            anne, from: monday.adding(days: 1), (ClockTime(13), ClockTime(14)))
        let seen = picture([week(anne), later])
        let times = seen.free(.init(), from: at(monday, 0), through: monday.adding(days: 1))
        #expect(times.map(\.startsAt.clockText) == ["9.00", "10.00", "11.00", "13.00"])
    }

    @Test("first talks are given only where they are kept, and by a team that takes the age")
    func firstTalks() {
        var facts = facts()
        facts.teams = [
            .init(
                id: "u", name: "Unge", ageMin: 15, ageMax: 24, site: nil, members: [per])
        ]
        let seen = picture(
            [
                week(anne),
                .every(
                    per, from: monday, (ClockTime(9), ClockTime(10)), takesFirstTalks: false),
            ], facts: facts)
        #expect(hours(seen, .init(isFirstTalk: true)).count == 3)
        #expect(seen.staff(taking: 15...17) == [per])
        #expect(seen.staff(taking: 40...40) == [anne])
        #expect(seen.staff(taking: nil) == nil)
    }

    @Test(
        "the days on which the clock is changed have their own hours",
        arguments: [
            ("2026-03-29", 23, 8), ("2026-10-25", 25, 10),
        ])
    func changeOfClocks(day: String, hoursOfDay: Int, count: Int) throws {
        let sunday = try #require(CalendarDay(isoText: day))
        #expect(
            (at(sunday.adding(days: 1), 0).seconds - at(sunday, 0).seconds) / 3600 == hoursOfDay)
        // Every week at the same hour of the wall, whatever the clocks do between.
        let monday = sunday.adding(days: -6)
        let seen = picture([.every(anne, from: monday, (ClockTime(9), ClockTime(10)))])
        let times = seen.free(.init(), from: at(monday, 0), through: monday.adding(days: 13))
        #expect(times.count == count, "Easter takes two")
        #expect(Set(times.map(\.startsAt.clockText)) == ["9.00"])
        for time in times { #expect(time.endsAt.seconds - time.startsAt.seconds == 3600) }
    }

    @Test("never two free times of one colleague that meet, whatever is taken")
    func property() {
        var random = DemoRandom(seed: 7)
        for _ in 0..<300 {
            let talks = (0..<random.number(0...6)).map { _ in
                booked(
                    anne, at(monday, random.number(8...12), random.one(of: [0, 5, 15, 40])),
                    minutes: random.one(of: [20, 45, 60, 90]))
            }
            let seen = picture([week(anne, 8, 15)], booked: talks)
            let wish = CalendarPicture.Wish(minutes: random.one(of: [30, 45, 60, 90]))
            let free = seen.free(wish, from: at(monday, 0), through: monday)
            for (one, next) in zip(free, free.dropFirst()) { #expect(one.endsAt <= next.startsAt) }
            for time in free {
                #expect(time.startsAt >= at(monday, 8) && time.endsAt <= at(monday, 15))
                let isTaken = talks.contains {
                    $0.time.startsAt < time.endsAt && time.startsAt < $0.time.endsAt
                }
                #expect(!isTaken)
            }
        }
    }
}
