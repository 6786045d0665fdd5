import Domain
import Foundation
import Testing

@testable import Centre

@Suite("The overview")
struct OverviewTests {
    let house: TestHouse

    init() throws {
        house = try TestHouse()
    }

    /// The rows of the table of those who wait, top to bottom, without markup.
    func rows(_ client: TestClient, _ address: String = "/overblik") throws -> [String] {
        let text = try client.get(address).text
        guard let start = text.range(of: "<table id=\"garanti\">") else { return [] }
        let table = text[start.upperBound...].prefix(while: { _ in true })
        let body = table.range(of: "</table>").map { table[..<$0.lowerBound] } ?? table
        return body.matches(of: /<tr><th scope="row">(.*?)<\/tr>/).map { match in
            match.1.replacing(/<[^>]+>/, with: " ").split(separator: " ").joined(separator: " ")
        }
    }

    @Test("puts the longest overdue on top, then the fewest days left")
    func order() throws {
        for days in [3, 20, 14, 0, 16] { try house.enquiry(daysAgo: days, name: "Dag \(days)") }
        let rows = try rows(try TestClient(house, as: .leader))
        let status = rows.map { row in
            row.firstMatch(of: /(Overskredet \d+ dage?|Frist i dag|\d+ dage? tilbage)/)
                .map { String($0.1) } ?? row
        }
        #expect(
            status == [
                "Overskredet 6 dage", "Overskredet 2 dage", "Frist i dag", "11 dage tilbage",
                "14 dage tilbage",
            ])
    }

    @Test("counts what is overdue, due within a week, without a time, and new")
    func counts() throws {
        for days in [20, 8, 2] { try house.enquiry(daysAgo: days) }
        let taken = try house.enquiry(daysAgo: 1)
        let now = house.clock.now
        try house.act { acts, act, db in
            try acts.take(taken, as: act, in: db)
        }
        try house.act { acts, act, db in
            try acts.offer(
                taken, startsAt: Instant(seconds: now.seconds + 86_400), as: act, in: db)
        }
        let text = try TestClient(house, as: .leader).get("/overblik").text
        for (id, count) in [
            ("antal-overskredet", 1), ("antal-frist", 1), ("antal-uden-tid", 3), ("antal-nye", 3),
        ] {
            let found = text.firstMatch(of: try Regex("id=\"\(id)\"[^>]*><strong>(\\d+)<"))
            #expect(found?.output[1].substring.map { String($0) } == "\(count)", "\(id)")
        }
    }

    @Test("names nobody in full, says whose it is, and logs the cases it listed")
    func names() throws {
        let ref = try house.enquiry(daysAgo: 5, name: "Bo Hansen", phone: "12 34 56 78")
        let anonymous = try house.enquiry(daysAgo: 4, name: "Lise", isAnonymous: true)
        try house.act { acts, act, db in try acts.take(ref, as: act, in: db) }
        let before = (try house.logCount(of: ref), try house.logCount(of: anonymous))
        let client = try TestClient(house, as: .consultant)
        let text = try client.get("/overblik").text
        #expect(text.contains("B.H."))
        #expect(text.contains("anonym (L.)"))
        #expect(!text.contains("Hansen") && !text.contains("Lise") && !text.contains("12 34 56"))
        #expect(text.contains("Consultant Medarbejder"))
        #expect(text.contains("href=\"/sager/\(ref.number)\""))
        #expect(try house.logCount(of: ref) == before.0 + 1)
        #expect(try house.logCount(of: anonymous) == before.1 + 1)
    }

    @Test("Mine shows only mine, and logs only those")
    func mine() throws {
        let hers = try house.enquiry(daysAgo: 5)
        let other = try house.enquiry(daysAgo: 6)
        try house.act { acts, act, db in try acts.take(hers, as: act, in: db) }
        let before = try house.logCount(of: other)
        let rows = try rows(try TestClient(house, as: .consultant), "/overblik?vis=mine")
        #expect(rows.count == 1)
        #expect(rows.first?.contains(hers.number.description) == true)
        #expect(try house.logCount(of: other) == before)
        #expect(try self.rows(try TestClient(house, as: .consultant), "/overblik?vis=x").count == 2)
    }

    @Test("a case whose treatment has begun leaves the list of those who wait")
    func begun() throws {
        let ref = try house.enquiry(daysAgo: 10)
        let now = house.clock.now
        try house.act { acts, act, db in
            try acts.deliver(
                Service(.individualSession, minutes: 60), at: now, text: "", to: ref, as: act,
                in: db)
        }
        let client = try TestClient(house, as: .consultant)
        #expect(try rows(client).isEmpty)
        #expect(try client.get("/overblik").text.contains("Opfyldt på dag 10"))
    }

    @Test("says so in words when nobody waits")
    func empty() throws {
        let client = try TestClient(house, as: .visitator)
        #expect(try client.get("/overblik").text.contains("Ingen venter på behandling."))
        #expect(
            try client.get("/overblik?vis=mine").text
                .contains("Ingen af dine borgere venter på behandling."))
    }

    @Test("the reception opens a case as an enquiry, the others as a journal")
    func doors() throws {
        let ref = try house.enquiry(daysAgo: 1)
        #expect(
            try TestClient(house, as: .reception).get("/overblik").text
                .contains("href=\"/henvendelser/\(ref.number)\""))
    }
}

@Suite("The words of the guarantee")
struct GuaranteeWordsTests {
    static let received = CalendarDay(isoText: "2026-11-02") ?? CalendarDay(number: 0)

    /// The words for a history of facts after an enquiry on 2 November, some days later.
    func words(after days: Int, booked: Int? = nil, _ facts: [(Int, Fact)] = []) throws -> String {
        let enquiry = Event(
            on: Self.received, .enquiry(Enquiry(wish: .treatment, by: .`self`, channel: .phone)))
        let events = facts.map { Event(on: Self.received.adding(days: $0.0), $0.1) }
        let standard = try #require(QualityStandard.shipped(id: "lyngby-2024"))
        let day = Self.received.adding(days: days)
        let clock = guaranteeClocks(
            of: CaseHistory(events: [enquiry] + events), under: standard, on: day
        ).last
        return guaranteeStatus(
            clock, booked: booked.map { Self.received.adding(days: $0) }, on: day)
    }

    @Test("while it runs, and after")
    func running() throws {
        #expect(try words(after: 10, booked: 12) == "4 dage tilbage · tid 14-11")
        #expect(try words(after: 10, booked: 10) == "4 dage tilbage · tid i dag")
        #expect(try words(after: 9) == "5 dage tilbage · ingen tid")
        #expect(try words(after: 13) == "1 dag tilbage · ingen tid")
        #expect(try words(after: 14).hasPrefix("Frist i dag"))
        #expect(try words(after: 15).hasPrefix("Overskredet 1 dag ·"))
        #expect(try words(after: 16).hasPrefix("Overskredet 2 dage"))
    }

    @Test("every outcome has its own")
    func outcomes() throws {
        let session = Fact.service(Service(.individualSession, minutes: 60))
        let offer = Fact.offer(
            Offer(
                startsOn: Self.received.adding(days: 7), modality: .outpatient, provider: .own))
        #expect(try words(after: 20, [(10, session)]) == "Opfyldt på dag 10")
        #expect(
            try words(after: 20, [(17, session)]) == "Overskredet 3 dage · begyndt på dag 17")
        #expect(
            try words(after: 20, [(2, offer), (7, .noShow)]) == "Tilbudt i tide, kom ikke")
        #expect(
            try words(
                after: 20, [(2, offer), (3, .offerDeclined(reason: .ownChoice, written: true))])
                == "Fraveget, eget valg")
        #expect(try words(after: 20, [(4, .withdrawal)]) == "Frafaldet")
        #expect(
            try words(after: 20, [(4, .outsideDuty(reason: .admitted, regionReceivedOn: nil))])
                == "Ikke omfattet")
        #expect(try words(after: 20, [(18, .withdrawal)]) == "Overskredet 4 dage · afsluttet")
        #expect(guaranteeStatus(nil, booked: nil, on: Self.received) == "Tæller ikke (rådgivning)")
    }

    @Test("initials of a name, an alias, nothing")
    func nameless() throws {
        let house = try TestHouse()
        let named = try house.enquiry(name: "Bo Hansen")
        let hidden = try house.enquiry(isAnonymous: true)
        let db = try Loop(databaseFile: house.databaseFile)
        let cases = house.centre.cases
        let open = try cases.file(named, in: db.db)
        let anonymous = try cases.file(hidden, in: db.db)
        #expect(initials(of: EntryBody([.name: "Bo Erik Hansen"]), of: open) == "B.H.")
        #expect(initials(of: EntryBody(), of: open) == "–")
        #expect(initials(of: EntryBody([.name: "Ærø"]), of: anonymous) == "anonym (Æ.)")
        #expect(initials(of: EntryBody(), of: anonymous) == "anonym")
    }
}
