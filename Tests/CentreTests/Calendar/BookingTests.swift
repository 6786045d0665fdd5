import Domain
import HTML
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A time is agreed, moved, given up, missed")
struct BookingTests {
    let house: TestHouse
    let ref: CaseRef
    let visitor: Visitor
    /// A week from today, a Thursday.
    let day: CalendarDay

    init() throws {
        house = try TestHouse()
        try house.plan(.consultant)
        ref = try house.enquiry(daysAgo: 2, name: "Bo Prøve")
        try house.act(.consultant, TakeCase(), on: ref)
        visitor = try Visitor(house, as: .consultant)
        day = house.today.adding(days: 7)
    }

    private func states() throws -> [Appointment.State] {
        try house.file(ref).appointments.map(\.state)
    }

    @Test("the enquiry's page offers the next free times, and two presses book one")
    func offered() throws {
        let page = try visitor.get("/henvendelser/\(ref.number)")
        let times = page.text.matches(of: /name="tilbud-ledig" value="([^"]+)"/).map {
            String($0.1)
        }
        #expect(times.count == 3)
        try visitor.fill("ledige-formular", ["tilbud-ledig": times[0]])
        #expect(
            visitor.answer.words(of: "bekraeftelse")?.hasPrefix(
                "Tiden torsdag den 12. november kl. 10.00 er tilbudt") == true)
        let booked = try house.bookedTimes()
        #expect(booked.count == 1)
        #expect(try booked[0].staff == house.member(.consultant).id)
        #expect(booked[0].time.startsAt == at(house.today, 10))
        let again = try visitor.get("/sager/\(ref.number)")
        #expect(again.words(of: "booket") == "Næste tid: torsdag den 12. november 2026 kl. 10.00")
        #expect(again.text.contains("hos Consultant Medarbejder"))
        #expect(!again.text.contains("ledige-formular"))
        #expect(try house.records.faults() == [])
    }

    @Test("a form without a chosen time says so, and asks for one")
    func nothingChosen() throws {
        try visitor.get("/henvendelser/\(ref.number)")
        try visitor.fill("ledige-formular")
        #expect(visitor.status == 422)
        #expect(visitor.answer.problems.first == "tilbud-dato: Skriv datoen for aftalen")
    }

    @Test("where no time is free before the last day, it is said, and a late one asks why")
    func tooLate() throws {
        let absence = Absence(
            id: .random(), staff: try house.member(.consultant).id, startsAt: at(house.today, 0),
            endsAt: at(house.today.adding(days: 14), 0))
        let (desk, context) = (house.calendarDesk, try house.context(.leader))
        try house.perform { db in
            try desk.add(absence, by: context.actor, at: context.now, in: db)
        }
        let page = try visitor.get("/henvendelser/\(ref.number)")
        #expect(page.text.contains("Der er ingen ledig tid inden fristen"))
        #expect(page.text.contains("vælge et andet behandlingssted"))
        let late = try #require(
            page.text.firstMatch(of: /name="tilbud-ledig" value="([^"]+)"/).map { String($0.1) })
        try visitor.fill("ledige-formular", ["tilbud-ledig": late])
        #expect(visitor.status == 422)
        #expect(visitor.page.contains("ligger efter fristen 24-11-2026"))
        try visitor.fill("tilbud-formular", ["tilbud-hvorfor": "Ingen ledige tider før"])
        #expect(visitor.status == 200)
        #expect(try house.bookedTimes().count == 1)
    }

    @Test("talks week after week stand at the same hour, also across the change of clocks")
    func series() throws {
        try visitor.carryOut(
            BookTalk.self, on: ref,
            [
                "aftal-dato": "19-11-2026", "aftal-tid": "1300", "aftal-hos": "mig",
                "aftal-antal": "20",
            ])
        #expect(visitor.page.contains("20 samtaler er aftalt"))
        let booked = try house.bookedTimes(days: 200)
        #expect(booked.count == 20)
        #expect(Set(booked.map(\.time.startsAt.clockText)) == ["13.00"])
        #expect(try house.records.faults() == [])
        try visitor.fill("fortryd-formular")
        #expect(try house.bookedTimes(days: 200).count == 19, "one talk is taken back, not all")
    }

    @Test("a time that is moved stays readable, and its hour is free again")
    func moved() throws {
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 10)), on: ref)
        let old = try #require(house.file(ref).appointments.first)
        try visitor.get("/sager/\(ref.number)/tid?flyt=\(old.entry.id.formText)")
        #expect(visitor.page.contains("Nu er den torsdag den 19. november kl. 10.00"))
        let free = visitor.page.matches(of: /name="flyt-ledig" value="([^"]+)"/)
            .map { String($0.1) }
        #expect(!free.isEmpty)
        try visitor.fill("tid-formular", ["flyt-ledig": free[0], "flyt-hvem": "citizen"])
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        let all = try house.file(ref).appointments
        #expect(all.map(\.state) == [.moved(to: all[1].entry.id), .booked])
        #expect(try house.bookedTimes().map(\.entry) == [all[1].entry.id])
        let told = try visitor.timeline(of: ref)
        #expect(told.contains { $0.contains("Flyttet til: samtale") })
        #expect(told.contains { $0.contains("Aftalt: samtale, 19.11.2026 kl. 10.00") })
        // Taken back, the old time stands again.
        try visitor.carryOut(
            TakeBack.self, on: ref, about: all[1].entry.id, ["hvorfor-fjernet": "Fortrudt"])
        #expect(try states() == [.booked])
        #expect(try house.bookedTimes().map(\.entry) == [old.entry.id])
        #expect(try house.records.faults() == [])
    }

    @Test("who herself wants a first time after the last day has chosen so, in one act")
    func ownChoice() throws {
        try house.act(.consultant, OfferTime(startsAt: at(day, 10)), on: ref)
        let offer = try #require(house.file(ref).openOffer)
        let later = house.today.adding(days: 21)
        let act = MoveTalk(
            appointment: offer.id, startsAt: at(later, 10), slot: nil, changer: .citizen,
            why: "Rejser")
        try house.act(.consultant, act, on: ref)
        let clocks = try house.records.standards.clocks(
            of: house.file(ref), on: later.adding(days: -1))
        #expect(clocks.last?.status == .ownChoice)
        #expect(try house.file(ref).openOffer?.offer?.startsOn == later)
        let declined = try #require(
            house.file(ref).current.first {
                if case .offerDeclined = $0.fact { true } else { false }
            })
        try visitor.carryOut(
            TakeBack.self, on: ref, about: declined.id, ["hvorfor-fjernet": "Fortrudt"])
        #expect(try house.file(ref).openOffer?.id == offer.id)
        #expect(try house.guaranteeClock(of: ref)?.status == .running)
    }

    @Test("a time that is given up is not one that was missed")
    func cancelledAndMissed() throws {
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 10)), on: ref)
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 11)), on: ref)
        let ids = try house.file(ref).appointments.map(\.entry.id)
        try visitor.carryOut(
            CancelTalk.self, on: ref, about: ids[0],
            ["aflys-hvem": "citizen", "aflys-hvorfor": "Syg"])
        #expect(visitor.page.contains("er aflyst"))
        #expect(try states() == [.cancelled(by: .citizen), .booked])
        // Before its hour nobody can have missed it.
        #expect(
            try visitor.get("/sager/\(ref.number)/kom-ikke?post=\(ids[1].formText)").status == 404)
        house.time.move(to: at(day, 12))
        let later = try Visitor(house, as: .consultant)
        #expect(try later.get("/min-dag").text.contains("mangler notat"))
        try later.carryOut(MissedTalk.self, on: ref, about: ids[1])
        #expect(try states() == [.cancelled(by: .citizen), .missed])
        #expect(try later.get("/min-dag").text.contains("kom ikke"))
        let page = try later.get("/sager/\(ref.number)/aftaleliste").text
        #expect(page.contains("aflyst af borgeren") && page.contains("kom ikke"))
        // Gone once, it cannot be given up again.
        #expect(try later.get("/sager/\(ref.number)/aflys?post=\(ids[0].formText)").status == 404)
        #expect(try house.records.faults() == [])
    }

    @Test("a note of the day says that the talk was held")
    func held() throws {
        try house.act(.consultant, OfferTime(startsAt: at(day, 10)), on: ref)
        house.time.move(to: at(day, 11))
        try house.act(.consultant, WriteNote(.individualSession, at: at(day, 10)), on: ref)
        #expect(try states() == [.held])
    }

    @Test("when the case ends, what was agreed for later is nobody's hour any more")
    func ended() throws {
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 10)), on: ref)
        let ending = EndCase(ending: .discharge(.moved, on: house.today))
        try house.act(.consultant, ending, on: ref)
        #expect(try house.bookedTimes().isEmpty)
        #expect(try states() == [.lapsed])
    }

    @Test("erasing takes the hours with it")
    func table() throws {
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 10)), on: ref)
        #expect(HouseFiles.plan.tables.named("booked_time")?.caseColumn != nil)
    }
}
