import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Which guarantee will break")
struct ForecastTests {
    let house: TestHouse

    init() throws {
        house = try TestHouse()
    }

    private func plan(_ hours: Int, from day: CalendarDay) throws {
        let week = WorkingWeek.every(
            try house.member(.consultant).id, from: day,
            (ClockTime(9), ClockTime(9 + hours)))
        let (desk, context) = (
            CalendarDesk(audit: house.records.audit), try house.context(.leader)
        )
        try house.perform { db in
            try desk.plan(week, as: .random(), by: context.actor, at: context.now, in: db)
        }
    }

    private func told() throws -> String {
        try Visitor(house, as: .leader).get("/overblik").text
    }

    @Test("where there are times enough it says so")
    func enough() throws {
        try plan(3, from: house.today)
        try house.enquiry(daysAgo: 10)
        #expect(try told().contains("Prognose: alle 1 når fristen"))
    }

    @Test("who cannot be met is named with her last day, and so is the time that would save her")
    func tooFew() throws {
        // One first talk a day from the last day on: of two whose last day it is, one is left out.
        try plan(1, from: house.today.adding(days: 1))
        let first = try house.enquiry(daysAgo: 13)
        let second = try house.enquiry(daysAgo: 13)
        var page = try told()
        #expect(page.contains("Prognose: 1 af 2 når ikke fristen"))
        #expect(page.contains("senest fredag den 13. november 2026, redder sag"))
        #expect(page.contains("Ingen ledig tid hos nogen, der kan tage imod"))
        // The leader sees it the moment something is written.
        try house.act(
            .consultant,
            OfferTime(startsAt: Instant(day: house.today, hour: 15, minute: 0)), on: first)
        page = try told()
        #expect(page.contains("Prognose: alle 2 når fristen"))
        try house.act(
            .consultant,
            OfferTime(
                startsAt: Instant(day: house.today.adding(days: 5), hour: 9, minute: 0),
                why: "Kan ikke før"), on: second)
        page = try told()
        #expect(page.contains("Prognose: 1 af 2 når ikke fristen"))
        #expect(page.contains("Tiden er booket tirsdag den 17. november"))
    }

    @Test("without a clock that runs there is nothing to foretell")
    func nothing() throws {
        try house.enquiry(wish: .advice)
        #expect(try !told().contains("id=\"prognose\""))
    }

    @Test("the young are only met by those who take them")
    func ages() {
        let (anne, per) = (StaffID(1), StaffID(2))
        let monday = CalendarDay(number: 20_766)
        var facts = CentreFacts(.demonstration)
        facts.teams = [
            .init(
                id: "u", name: "Unge", ageMin: 15, ageMax: 24, site: nil, members: [per])
        ]
        let picture = CalendarPicture(
            facts: facts,
            weeks: [
                anne: [.every(anne, from: monday, (ClockTime(9), ClockTime(12)))],
                per: [
                    .every(
                        per, from: monday, (ClockTime(9), ClockTime(12)), takesFirstTalks: false)
                ],
            ])
        func running(_ age: ClosedRange<Int>) -> Forecast.Running {
            Forecast.Running(
                ref: CaseRef(
                    id: .random(), number: CaseNumber(year: 2026, serial: 1), slot: .centre,
                    standard: nil), lastDay: monday.adding(days: 3), booked: nil, age: age)
        }
        let now = Instant(day: monday, hour: 8, minute: 0)
        let forecast = Forecast([running(16...16), running(40...40)], picture, at: now)
        #expect(forecast.late.count == 1)
        #expect(forecast.saving == nil, "nobody who takes the young gives first talks")
    }
}
