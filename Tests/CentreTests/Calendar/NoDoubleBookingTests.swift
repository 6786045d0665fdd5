import Domain
import Foundation
import Records
import SQLite
import Synchronization
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Nobody is in two places")
struct NoDoubleBookingTests {
    let house: TestHouse
    let day: CalendarDay

    init() throws {
        house = try TestHouse()
        try house.plan(.consultant)
        day = house.today.adding(days: 7)
    }

    @Test("fifty who press the same time at once: one has it, and the others are told")
    func fiftyAtOnce() throws {
        let refs = try (0..<50).map { _ in try house.enquiry() }
        let (centre, time) = (house, at(day, 10))
        let act = try house.talk(with: .consultant, at: time)
        let booked = Mutex(0)
        let refused = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: refs.count) { number in
            do {
                try centre.act(.consultant, act, on: refs[number])
                booked.withLock { $0 += 1 }
            } catch ActRefusal.timeTaken(time, isRoom: false) {
                refused.withLock { $0 += 1 }
            } catch {
                Issue.record(error)
            }
        }
        #expect(booked.withLock { $0 } == 1)
        #expect(refused.withLock { $0 } == 49)
        #expect(try house.bookedTimes().count == 1)
        #expect(try refs.filter { try !house.file($0).appointments.isEmpty }.count == 1)
        #expect(try house.records.faults() == [])
    }

    @Test("the second one's page says so, keeps what was typed, and writes nothing")
    func told() throws {
        let (first, second) = (try house.enquiry(), try house.enquiry())
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 10)), on: first)
        let visitor = try Visitor(house, as: .consultant)
        let before = try house.file(second).entries.count
        try visitor.carryOut(
            BookTalk.self, on: second,
            [
                "aftal-dato": "19-11-2026", "aftal-tid": "1030", "aftal-hos": "mig",
                "aftal-besked": "Husk nøglen",
            ])
        #expect(visitor.status == 422)
        #expect(
            visitor.answer.problems == [
                "aftal-dato: Tiden torsdag den 19. november kl. 10.30 er taget. Vælg en anden"
            ])
        #expect(visitor.page.contains("Husk nøglen"))
        #expect(try house.file(second).entries.count == before)
    }

    @Test("of a series that meets one other talk nothing is written")
    func series() throws {
        let (first, second) = (try house.enquiry(), try house.enquiry())
        try house.act(
            .consultant, house.talk(with: .consultant, at: at(day.adding(days: 14), 10)), on: first)
        var series = try house.talk(with: .consultant, at: at(day, 10, 30))
        series.count = 5
        let act = series
        #expect(throws: ActRefusal.timeTaken(at(day.adding(days: 14), 10, 30), isRoom: false)) {
            try house.act(.consultant, act, on: second)
        }
        #expect(try house.bookedTimes().count == 1)
    }

    @Test("a room holds one talk, and a meeting keeps its hour from both")
    func rooms() throws {
        let (first, second) = (try house.enquiry(), try house.enquiry())
        try house.act(
            .consultant, house.talk(with: .consultant, at: at(day, 10), room: "r"), on: first)
        #expect(throws: ActRefusal.timeTaken(at(day, 10), isRoom: true)) {
            try house.act(
                .medical, house.talk(with: .medical, at: at(day, 10), room: "r"), on: second)
        }
        let meeting = CalendarEvent(
            id: .random(), kind: .meeting, title: "Møde", staff: try house.member(.medical).id,
            room: nil, startsAt: at(day, 13), endsAt: at(day, 14))
        let (desk, context) = (house.calendarDesk, try house.context(.leader))
        try house.perform { db in
            try desk.add(meeting, by: context.actor, at: context.now, in: db)
        }
        #expect(throws: ActRefusal.timeTaken(at(day, 13, 30), isRoom: false)) {
            try house.act(.medical, house.talk(with: .medical, at: at(day, 13, 30)), on: second)
        }
    }

    @Test("the database itself refuses, also what forgets to ask")
    func triggers() throws {
        let (first, second) = (try house.enquiry(), try house.enquiry())
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 10)), on: first)
        let known = try #require(house.bookedTimes().first)
        let entry = try #require(house.file(second).entries.first)
        let row: [SQLiteValue] = [
            .integer(entry.id.rawValue), .integer(second.id.rawValue),
            .integer(known.staff.rawValue), .null, .text(day.isoText),
            .text(at(day, 10, 59).rfc3339), .text(at(day, 11, 59).rfc3339), .text("talk"),
            .text("phone"),
        ]
        let error = #expect(throws: SQLiteError.self) {
            try house.perform { db in try db.run(CalendarSQL.putIn, row) }
        }
        #expect(error?.isConstraint == true)
        #expect(throws: SQLiteError.self) {
            try house.perform { db in
                try db.run("UPDATE booked_time SET starts_at = ends_at, ends_at = starts_at")
            }
        }
    }

    /// Whatever is done, in whatever order: the hours are those of the ledgers, and none meet.
    @Test("no sequence of acts makes two talks meet", arguments: 1...6)
    func property(seed: UInt64) throws {
        var random = DemoRandom(seed: seed)
        let refs = try (0..<5).map { _ in try house.enquiry() }
        let roles: [Role] = [.consultant, .medical]
        for _ in 0..<60 {
            let ref = random.one(of: refs)
            let start = at(
                day.adding(days: random.number(0...1)), random.number(9...11),
                random.one(of: [0, 15, 30]))
            let standing = try house.file(ref).appointments.filter { $0.state == .booked }
            do {
                switch random.number(0...5) {
                case 0, 1:
                    try house.act(
                        .consultant,
                        house.talk(
                            with: random.one(of: roles), at: start,
                            minutes: random.one(of: [30, 60]), room: random.one(of: ["a", "b"])),
                        on: ref)
                case 2:
                    var offer = OfferTime(startsAt: start)
                    offer.holder = .me
                    try house.act(.consultant, offer, on: ref)
                case 3:
                    guard let one = standing.first else { continue }
                    try house.act(
                        .consultant,
                        MoveTalk(
                            appointment: one.entry.id, startsAt: start, slot: nil,
                            changer: .centre, why: "Vi flytter"), on: ref)
                case 4:
                    guard let one = standing.last else { continue }
                    try house.act(
                        .consultant,
                        CancelTalk(appointment: one.entry.id, changer: .citizen, why: "Syg"),
                        on: ref)
                default:
                    guard
                        let last = try house.file(ref).current.last(where: {
                            $0.agreedTime != nil || $0.isOwn(AppointmentCancelled.self)
                        })
                    else { continue }
                    try house.act(.consultant, TakeBack(entry: last.id, why: "Fortrudt"), on: ref)
                }
            } catch ActRefusal.timeTaken {
                continue
            }
        }
        let booked = try house.bookedTimes()
        for (place, one) in booked.enumerated() {
            for other in booked[(place + 1)...]
            where one.time.startsAt < other.time.endsAt && other.time.startsAt < one.time.endsAt {
                #expect(one.staff != other.staff)
                #expect(one.time.room == nil || one.time.room != other.time.room)
            }
        }
        #expect(try house.records.faults() == [])
    }
}
