import Dispatch
import Domain
import HTTP
import Records
import Synchronization
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A citizen takes, moves and gives up her time")
struct OwnTimesTests {
    let house: TestHouse

    init() throws {
        house = try TestHouse(at: HouseFiles.monday)
        let week = WorkingWeek.every(
            try house.member(.consultant).id, from: house.today.adding(days: -7),
            (ClockTime(9), ClockTime(12)))
        let (desk, context) = (
            CalendarDesk(audit: house.records.audit), try house.context(.leader)
        )
        try house.perform { db in
            try desk.plan(week, as: .random(), by: context.actor, at: context.now, in: db)
        }
    }

    /// Somebody who has written, and stands before her own page.
    private func citizen() throws -> (visitor: Visitor, ref: CaseRef) {
        let code = try #require(try house.codeOfNewEnquiry())
        let visitor = try Visitor(house)
        try visitor.send(
            [("kode", code.words.joined(separator: " "))], to: "/se-din-aftale")
        return (visitor, try #require(try house.file(behind: code)).ref)
    }

    private func offered(_ visitor: Visitor) -> [String] {
        visitor.page.matches(of: /name="own-tid" value="([^"]+)"/).map { String($0.1) }
    }

    @Test("from the receipt she goes straight on to the free times")
    func receipt() throws {
        let citizen = try Visitor(house)
        try citizen.send([("hvem", "selv")], to: "/faa-hjaelp/hvem")
        try citizen.send([("oenske", "behandling")], to: "/faa-hjaelp/situation")
        try citizen.send([("kontakt", "selv"), ("kaldenavn", "Bo")], to: "/faa-hjaelp/kontakt")
        try citizen.send(to: "/faa-hjaelp/tjek")
        try citizen.fill("vaelg-tid-formular")
        #expect(citizen.address == "/se-din-aftale/aftale")
        #expect(!offered(citizen).isEmpty)
    }

    @Test("she books, moves and gives up, and each is a fact of hers")
    func story() throws {
        let (visitor, ref) = try citizen()
        let first = try #require(offered(visitor).first)
        try visitor.fill("book-formular", ["own-tid": first])
        #expect(visitor.page.contains("Tiden er din"))
        #expect(visitor.page.contains("mandag den 9. november kl. 11.00"))
        #expect(offered(visitor).isEmpty, "one time is enough")
        let booked = try #require(house.file(ref).openOffer)
        #expect(booked.recordedBy == nil && booked.agreedTime?.staff != nil)
        try visitor.get("/se-din-aftale/aftale/flyt")
        let other = try #require(offered(visitor).first)
        #expect(other != first)
        try visitor.fill("flyt-formular", ["own-tid": other])
        #expect(visitor.page.contains("Tiden er flyttet"))
        #expect(try house.file(ref).appointments.count == 2)
        #expect(try house.file(ref).standing(from: house.now).count == 1)
        let file = try visitor.get("/se-din-aftale/aftale.ics")
        #expect(file.text.contains("SUMMARY:Aftale"))
        try visitor.get("/se-din-aftale/aftale/aflys")
        try visitor.fill("aflys-formular")
        #expect(visitor.page.contains("Tiden er aflyst"))
        #expect(try house.file(ref).openOffer == nil)
        #expect(!offered(visitor).isEmpty, "and she may choose anew")
        let logged = try house.actionsLogged()
        for action in ["own-time-booked", "own-time-moved", "own-time-cancelled"] {
            #expect(logged.count { $0 == action } == 1)
        }
        #expect(try house.guaranteeClock(of: ref)?.status == .running)
        #expect(try house.records.faults() == [])
    }

    @Test("who moves her first time past the last day has chosen so herself, in writing")
    func ownChoice() throws {
        let (visitor, ref) = try citizen()
        try visitor.fill("book-formular", ["own-tid": try #require(offered(visitor).first)])
        // Everything in time is taken but for her own.
        let absence = Absence(
            id: .random(), staff: try house.member(.consultant).id,
            startsAt: Instant(day: house.today.adding(days: 1), hour: 0, minute: 0),
            endsAt: Instant(day: house.today.adding(days: 15), hour: 0, minute: 0))
        let (desk, context) = (
            CalendarDesk(audit: house.records.audit), try house.context(.leader)
        )
        try house.perform { db in
            try desk.add(absence, by: context.actor, at: context.now, in: db)
        }
        try visitor.get("/se-din-aftale/aftale/flyt")
        #expect(visitor.page.contains("er det dit eget valg"))
        #expect(visitor.page.contains("efter sidste dag"))
        try visitor.fill("flyt-formular", ["own-tid": try #require(offered(visitor).last)])
        #expect(visitor.page.contains("Tiden er flyttet"))
        #expect(
            try house.file(ref).current.contains {
                $0.fact == .offerDeclined(reason: .ownChoice, written: true)
            })
    }

    @Test("nothing chosen is said, and so is a time that somebody has taken meanwhile")
    func taken() throws {
        let (visitor, ref) = try citizen()
        let (other, _) = try citizen()
        try visitor.fill("book-formular")
        #expect(visitor.status == 422)
        #expect(visitor.page.contains("Vælg en tid"))
        let first = try #require(offered(visitor).first)
        try other.fill("book-formular", ["own-tid": first])
        try visitor.fill("book-formular", ["own-tid": first])
        #expect(visitor.status == 422)
        #expect(visitor.page.contains("En anden har lige taget tiden"))
        #expect(!offered(visitor).contains(first))
        #expect(try house.file(ref).openOffer == nil)
        // What never was free cannot be booked by typing it.
        let night = ChosenSlot(
            FreeTime(
                staff: try house.member(.consultant).id,
                startsAt: Instant(day: house.today.adding(days: 1), hour: 3, minute: 0),
                endsAt: Instant(day: house.today.adding(days: 1), hour: 4, minute: 0), site: nil,
                room: nil))
        try visitor.fill("book-formular", ["own-tid": night.formText])
        #expect(try house.file(ref).openOffer == nil)
    }

    @Test("twenty who press the same time at once: one has it")
    func atOnce() throws {
        let people = try (0..<20).map { _ in try citizen() }
        let slot = try #require(offered(people[0].visitor).first)
        let (times, now) = (house.centre.services.ownTimes, house.now)
        let (centre, refs) = (house, people.map(\.ref))
        let outcomes = Mutex<[OwnTimes.Outcome]>([])
        DispatchQueue.concurrentPerform(iterations: refs.count) { number in
            let outcome = try? centre.perform { db in
                try times.choose(
                    slot, moving: nil, in: refs[number], as: .random(), at: now, in: db)
            }
            outcomes.withLock { $0.append(outcome ?? .over) }
        }
        #expect(outcomes.withLock { $0.count { $0 == .done } } == 1)
        #expect(outcomes.withLock { $0.count { $0 == .taken } } == 19)
    }

    @Test("without her code nobody comes to any of it")
    func outside() throws {
        let stranger = try Visitor(house)
        for page in ["aftale/flyt", "aftale/aflys", "aftale.ics"] {
            #expect(try stranger.get("/se-din-aftale/\(page)").location == "/se-din-aftale")
        }
        for form in ["book", "flyt", "aflys"] {
            #expect(
                try stranger.post("/se-din-aftale/aftale/\(form)").location == "/se-din-aftale")
        }
    }
}
