import Domain
import Foundation
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The overview")
struct OverviewTests {
    let house: TestHouse

    init() throws {
        house = try TestHouse()
    }

    /// The rows of a table, top to bottom, without markup.
    func rows(
        _ client: Visitor, _ address: String = "/overblik", of table: String = "garanti"
    ) throws -> [String] {
        try client.get(address).rows(of: table)
    }

    @Test("puts the longest overdue on top, then the fewest days left")
    func order() throws {
        for days in [3, 20, 14, 0, 16] { try house.enquiry(daysAgo: days, name: "Dag \(days)") }
        let rows = try rows(try Visitor(house, as: .leader))
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
        try house.act(.consultant, TakeCase(), on: taken)
        let tomorrow = Instant(seconds: house.now.seconds + 86_400)
        try house.act(.consultant, OfferTime(startsAt: tomorrow), on: taken)
        let text = try Visitor(house, as: .leader).get("/overblik").text
        for (id, count) in [
            ("antal-overskredet", 1), ("antal-frist", 1), ("antal-uden-tid", 3), ("antal-nye", 3),
        ] {
            let found = text.firstMatch(of: try Regex("id=\"\(id)\"[^>]*><a[^>]*><strong>(\\d+)<"))
            #expect(found?.output[1].substring.map { String($0) } == "\(count)", "\(id)")
        }
    }

    @Test("names nobody in full, says whose it is, and logs the cases it listed")
    func names() throws {
        let ref = try house.enquiry(daysAgo: 5, name: "Bo Hansen", phone: "12 34 56 78")
        let anonymous = try house.enquiry(daysAgo: 4, name: "Lise", isAnonymous: true)
        try house.act(.consultant, TakeCase(), on: ref)
        let before = (try house.logCount(of: ref), try house.logCount(of: anonymous))
        let client = try Visitor(house, as: .consultant)
        let text = try client.get("/overblik?vis=alle").text
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
        try house.act(.consultant, TakeCase(), on: hers)
        let before = try house.logCount(of: other)
        let rows = try rows(try Visitor(house, as: .consultant), "/overblik?vis=mine")
        #expect(rows.count == 1)
        #expect(rows.first?.contains(hers.number.description) == true)
        #expect(try house.logCount(of: other) == before)
        #expect(try self.rows(try Visitor(house, as: .consultant), "/overblik?vis=alle").count == 2)
    }

    @Test("opens on Mine for who has cases of her own, and on Alle for who has none")
    func firstChoice() throws {
        let hers = try house.enquiry(daysAgo: 5)
        try house.enquiry(daysAgo: 6)
        try house.act(.consultant, TakeCase(), on: hers)
        let client = try Visitor(house, as: .consultant)
        #expect(try rows(client).map { $0.contains(hers.number.description) } == [true])
        #expect(try rows(client, "/overblik?vis=x").count == 1)
        #expect(client.answer.words(of: "filter") == "Vis sager: Mine Alle")
        #expect(client.page.contains("aria-current=\"true\">Mine</a>"))
        #expect(try rows(try Visitor(house, as: .leader)).count == 2)
    }

    @Test("every tile leads to the list it counts, which can be left again")
    func tiles() throws {
        for days in [20, 16, 8, 2] { try house.enquiry(daysAgo: days) }
        let client = try Visitor(house, as: .leader)
        for (id, count, words) in [
            ("antal-overskredet", 2, "Fristen er overskredet"),
            ("antal-frist", 1, "Frist inden for 7 dage"), ("antal-uden-tid", 4, "Uden tid"),
        ] {
            try client.get("/overblik")
            let address = try #require(
                client.page.firstMatch(of: try Regex("id=\"\(id)\"[^>]*><a href=\"([^\"]*)\"")))
            let list = try #require(address.output[1].substring.map(String.init))
            #expect(try rows(client, list.replacing("&amp;", with: "&")).count == count, "\(id)")
            #expect(client.page.contains("Fjern filteret </span>\(words)"))
        }
        #expect(client.page.contains("<li id=\"antal-nye\"><a href=\"/henvendelser\">"))
    }

    @Test("is sorted by a press on a heading, and turned by the next")
    func sorted() throws {
        for days in [3, 20, 14] { try house.enquiry(daysAgo: days, name: "Dag \(days)") }
        let client = try Visitor(house, as: .leader)
        func order(_ address: String) throws -> [String] {
            try rows(client, address).map { String($0.prefix(9)) }
        }
        let first = try order("/overblik?vis=alle&sort=modtaget&vej=op")
        #expect(client.page.contains("aria-sort=\"ascending\""))
        #expect(try order("/overblik?vis=alle&sort=modtaget&vej=ned") == first.reversed())
        #expect(try order("/overblik?vis=alle&sort=borger") == order("/overblik?vis=alle"))
    }

    @Test(
        "begun courses say when they last spoke and when they meet next, 25 on a page, longest silent first"
    )
    func others() throws {
        for days in 1...27 {
            let ref = try house.enquiry(daysAgo: days)
            let talk = Instant(seconds: house.now.seconds - (days - 1) * 86_400)
            try house.act(.consultant, WriteNote(.individualSession, at: talk), on: ref)
        }
        let client = try Visitor(house, as: .leader)
        let first = try rows(client, of: "oevrige")
        #expect(first.count == 25)
        #expect(first.first?.contains("for 26 dage siden Ingen tid") == true)
        #expect(client.answer.words(of: "sider-viser") == "Viser 1-25 af 27")
        let rest = try rows(client, "/overblik?vis=alle&oevrige=2", of: "oevrige")
        #expect(rest.count == 2)
        #expect(rest.last?.contains("i dag Ingen tid") == true)
    }

    @Test("a case whose treatment has begun leaves the list of those who wait")
    func begun() throws {
        let ref = try house.enquiry(daysAgo: 10)
        try house.act(.consultant, WriteNote(.individualSession, at: house.now), on: ref)
        let client = try Visitor(house, as: .consultant)
        #expect(try rows(client).isEmpty)
        #expect(try client.get("/overblik").text.contains("Opfyldt på dag 10"))
    }

    @Test("says so in words when nobody waits")
    func empty() throws {
        let client = try Visitor(house, as: .visitator)
        #expect(try client.get("/overblik").text.contains("Ingen venter på behandling."))
        #expect(
            try client.get("/overblik?vis=mine").text
                .contains("Ingen af dine borgere venter på behandling."))
    }

    @Test("the reception opens a case as an enquiry, the others as a journal")
    func doors() throws {
        let ref = try house.enquiry(daysAgo: 1)
        #expect(
            try Visitor(house, as: .reception).get("/overblik").text
                .contains("href=\"/henvendelser/\(ref.number)\""))
    }
}
