import Domain
import Foundation
import HTML
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The pages of the calendar")
struct CalendarPagesTests {
    let house: TestHouse
    let day: CalendarDay

    init() throws {
        house = try TestHouse()
        day = house.today.adding(days: 1)
    }

    @Test("a leader plans a week, and the hours are free from its day on")
    func planned() throws {
        let leader = try Visitor(house, as: .leader)
        try leader.get("/kalender/arbejdstid/consultant")
        #expect(leader.page.contains("Ingen kan få en tid her"))
        try leader.fill(
            "uge-formular",
            ["fra-dag": "i dag", "arbejde-5": "8-12, 12.30-15", "foerste-5": "9-11"])
        #expect(leader.status == 200, "\(leader.answer.problems)")
        #expect(
            leader.page.contains(
                "fre 8.00-9.00, 9.00-11.00 (første samtaler), 11.00-12.00, 12.30-15.00"))
        let free = try house.picture(days: 1).free(
            .init(isFirstTalk: true), from: house.now, through: day)
        #expect(free.map(\.startsAt) == [at(day, 9), at(day, 10)])
        let calendar = try Visitor(house, as: .consultant)
        let page = try calendar.get("/kalender").text
        #expect(page.contains("Consultant Medarbejder, uge 46, 2026"))
        #expect(page.contains("første samtale"))
    }

    @Test("hours that cannot be read come back, and so do first talks outside the hours of work")
    func unreadable() throws {
        let leader = try Visitor(house, as: .leader)
        try leader.get("/kalender/arbejdstid/consultant")
        try leader.fill(
            "uge-formular",
            ["fra-dag": "i dag", "arbejde-1": "tidligt", "arbejde-2": "8-12", "foerste-2": "12-13"])
        #expect(leader.status == 422)
        #expect(
            leader.answer.problems == [
                "arbejde-1: Skriv mandag som 8-15 eller 8-12, 12.30-15",
                "foerste-2: Første samtaler skal ligge inden for arbejdstiden",
            ])
        #expect(leader.page.contains("value=\"tidligt\""))
        #expect(try house.rowCount("working_week") == 0)
    }

    @Test("only those who plan may plan; everybody may say that a colleague is away")
    func roles() throws {
        let reception = try Visitor(house, as: .reception)
        #expect(
            try !reception.get("/kalender/arbejdstid/consultant").text.contains("uge-formular"))
        #expect(try reception.post("/kalender/arbejdstid/consultant").status == 404)
        try reception.get("/kalender/arbejdstid/consultant")
        try reception.fill("fravaer-formular", ["vaek-fra": "i morgen"])
        #expect(reception.page.contains("Fraværet er skrevet"))
        #expect(reception.page.contains("13.11.2026"))
    }

    @Test("an absence counts what must be moved, and can be taken back")
    func absence() throws {
        try house.plan(.consultant)
        let ref = try house.enquiry()
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 10)), on: ref)
        let leader = try Visitor(house, as: .leader)
        try leader.get("/kalender/arbejdstid/consultant")
        try leader.fill("fravaer-formular", ["vaek-fra": "i morgen", "vaek-til": "+2"])
        #expect(leader.page.contains("En aftale skal flyttes"))
        #expect(try house.picture(days: 1).free(.init(), from: at(day, 0), through: day).isEmpty)
        try leader.fill("/kalender/arbejdstid/consultant/her-igen")
        #expect(leader.page.contains("Fraværet er fjernet"))
        #expect(try !house.picture(days: 1).free(.init(), from: at(day, 0), through: day).isEmpty)
        try leader.fill(
            "fravaer-formular",
            ["vaek-fra": "i morgen", "vaek-klokken": "12", "vaek-slut": "10"])
        #expect(
            leader.answer.problems == [
                "vaek-slut: Fraværet slutter, før det begynder. Ret en af dem"
            ])
    }

    @Test("a meeting stands in the calendar until it is taken out; one on another is refused")
    func event() throws {
        try house.plan(.consultant)
        let visitor = try Visitor(house, as: .consultant)
        let typed = [
            "post-hvad": "consultancy", "post-titel": "Sparring til jobcentret",
            "post-dato": "i morgen", "post-tid": "9", "post-minutter": "45", "post-antal": "3",
        ]
        try visitor.get("/kalender/skriv")
        try visitor.fill("post-formular", typed)
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        #expect(visitor.page.contains("Sparring til jobcentret"))
        #expect(try house.rowCount("calendar_event") == 3)
        try visitor.get("/kalender/skriv")
        try visitor.fill("post-formular", typed)
        #expect(
            visitor.answer.problems == [
                "post-dato: Tiden fredag den 13. november kl. 9.00 er taget. Vælg en anden"
            ])
        #expect(visitor.page.contains("value=\"Sparring til jobcentret\""))
        try visitor.get("/kalender?hvem=consultant&dag=13-11-2026")
        let link = try #require(visitor.page.firstMatch(of: /\/kalender\/post\?id=[0-9a-z]+/))
        try visitor.get(String(link.0))
        try visitor.fill("fjern-formular")
        #expect(visitor.page.contains("er taget ud af kalenderen"))
        #expect(try house.picture(days: 1).events.isEmpty)
    }

    @Test("a week names citizens by initials, and the log says who looked")
    func initials() throws {
        try house.plan(.consultant)
        let ref = try house.enquiry(name: "Bo Hansen")
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 10)), on: ref)
        let before = try house.logCount(of: ref)
        let page = try Visitor(house, as: .reception).get("/kalender?hvem=alle&dag=i morgen").text
        #expect(page.contains("B.H.") && !page.contains("Hansen"))
        #expect(page.contains("/henvendelser/\(ref.number)"))
        #expect(try house.logCount(of: ref) == before + 1)
    }

    @Test("my day has today's talks in their order, each one press from its case and its note")
    func myDay() throws {
        try house.plan(.consultant)
        let ref = try house.enquiry(name: "Bo Hansen")
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 11)), on: ref)
        var offer = OfferTime(startsAt: at(day, 9))
        offer.holder = .me
        try house.act(.consultant, offer, on: ref)
        house.time.move(to: at(day, 10, 30))
        let page = try Visitor(house, as: .consultant).get("/min-dag").text
        let first = try #require(page.range(of: "9.00-10.00"))
        let second = try #require(page.range(of: "11.00-12.00"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(page.contains("mangler notat"))
        #expect(page.contains("/sager/\(ref.number)/notat"))
        let other = try Visitor(house, as: .medical).get("/min-dag").text
        #expect(other.contains("Du har ingen aftaler i dag"))
    }

    @Test("a time as a file says when and where, and not what or who")
    func file() throws {
        try house.plan(.consultant)
        let ref = try house.enquiry(name: "Bo Hansen")
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 10)), on: ref)
        let id = try #require(house.file(ref).appointments.first?.entry.id)
        let answer = try Visitor(house, as: .reception)
            .get("/sager/\(ref.number)/aftale.ics?post=\(id.formText)")
        #expect(answer.text.contains("DTSTART:20261113T090000Z\r\nDTEND:20261113T100000Z\r\n"))
        #expect(answer.text.contains("SUMMARY:Aftale\r\n"))
        #expect(!answer.text.contains("Hansen") && !answer.text.contains("alkohol"))
        for line in answer.text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
    }

    @Test("a long line is folded between letters, never within one")
    func folded() {
        let line = "SUMMARY:" + String(repeating: "æ", count: 200)
        let folded = ICalendar.folded(line)
        #expect(folded.replacing("\r\n ", with: "") == line)
        for part in folded.split(separator: "\r\n") { #expect(part.utf8.count <= 75) }
    }
}
