import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A citizen comes back with her code")
struct OwnAppointmentJourneyTests {
    private func code(_ house: TestHouse) throws -> String {
        let citizen = try Visitor(house)
        try citizen.send([("hvem", "selv")], to: "/faa-hjaelp/hvem")
        try citizen.send([("oenske", "behandling")], to: "/faa-hjaelp/situation")
        try citizen.send([("kontakt", "selv"), ("kaldenavn", "Bo")], to: "/faa-hjaelp/kontakt")
        try citizen.send(to: "/faa-hjaelp/tjek")
        let words = citizen.page.matches(of: #/<span>([a-z]+)<\/span>/#).map { String($0.1) }
        try #require(words.count == 4)
        return words.joined(separator: " ")
    }

    @Test("she sees when it came, the last day and her time, and nothing she wrote")
    func rightCode() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let code = try code(house)
        let citizen = try Visitor(house)
        try citizen.visit("/se-din-aftale")
        try citizen.send([("kode", code.uppercased())], to: "/se-din-aftale")
        #expect(citizen.address == "/se-din-aftale/aftale")
        #expect(citizen.title == "Min aftale – Fjorten")
        #expect(citizen.page.contains("mandag den 9. november 2026"))
        #expect(citizen.page.contains("mandag den 23. november 2026"))
        #expect(citizen.page.contains("Du har ingen tid lige nu"))
        #expect(!citizen.page.contains("Bo"))
        #expect(try house.actionsLogged() == ["enquiry-registered", "receipt-read"])
        house.time.advance(minutes: 16)
        #expect(try citizen.visit("/se-din-aftale/aftale").address == "/se-din-aftale")
    }

    @Test("a booked time is shown with day and hour")
    func bookedTime() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let code = try code(house)
        let ledger = house.records.ledger
        let ref = try #require(
            house.perform { db in try ledger.find(CaseNumber(year: 2026, serial: 1), in: db) })
        let time = Instant(day: house.today.adding(days: 3), hour: 10, minute: 0)
        try house.act(.reception, OfferTime(startsAt: time), on: ref)
        let citizen = try Visitor(house)
        try citizen.send([("kode", code)], to: "/se-din-aftale")
        #expect(citizen.page.contains("torsdag den 12. november kl. 10.00"))
    }

    @Test("a wrong code opens nothing, tells nothing, and comes back as typed")
    func wrongCode() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        _ = try code(house)
        let citizen = try Visitor(house)
        try citizen.send([("kode", "lampe violin sommer \"sne")], to: "/se-din-aftale")
        #expect(citizen.status == 422)
        #expect(citizen.page.contains("Vi kan ikke finde koden"))
        #expect(citizen.page.contains("value=\"lampe violin sommer &quot;sne\""))
        #expect(try citizen.visit("/se-din-aftale/aftale").address == "/se-din-aftale")
        try citizen.send([("kode", " ")], to: "/se-din-aftale")
        #expect(citizen.page.contains("Skriv de fire ord i din kode"))
    }

    @Test("after five wrong codes even the right one waits its turn, there alone")
    func fiveTries() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let code = try code(house)
        let guesser = try Visitor(house, from: "198.51.100.7")
        for _ in 0..<5 {
            try guesser.send([("kode", "lampe violin sommer sne")], to: "/se-din-aftale")
        }
        try guesser.send([("kode", code)], to: "/se-din-aftale")
        #expect(guesser.status == 429)
        #expect(guesser.answer["Retry-After"] == "180")
        #expect(guesser.page.contains("Vent 3 minutter, før du prøver igen"))
        #expect(
            try Visitor(house, from: "198.51.100.8").send([("kode", code)], to: "/se-din-aftale")
                .address
                == "/se-din-aftale/aftale")
        house.time.advance(minutes: 3)
        #expect(
            try guesser.send([("kode", code)], to: "/se-din-aftale").address
                == "/se-din-aftale/aftale")
    }
}
