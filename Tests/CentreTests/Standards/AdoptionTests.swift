import Domain
import Foundation
import Testing

@testable import Centre

@Suite("A standard is adopted by a house that is there")
struct AdoptionTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    private func shipped(_ id: String) throws -> [UInt8] {
        try #require(ShippedStandards.file(id: id))
    }

    /// Lyngby's with seven days instead of fourteen.
    private func ownPromise() throws -> [UInt8] {
        let text = String(decoding: try shipped("lyngby-2024"), as: UTF8.self)
        let days = try #require(text.firstRange(of: #""days": { "value": 14"#))
        return Array(
            text.replacingCharacters(in: days, with: #""days": { "value": 7"#).utf8)
    }

    @Test("it is in force from its day, and the one before it until then")
    func days() throws {
        let before = try house.centre.standardToday()
        let first = try house.centre.adopt(
            try shipped("naestved"), from: house.today.adding(days: 10))
        #expect(first == house.today.adding(days: 10))
        #expect(try house.centre.standardToday().id == before.id)
        house.clock.advance(days: 10)
        #expect(try house.centre.standardToday().standard.id == "naestved")
    }

    @Test("new cases follow it at once, and a case keeps the one it was opened under")
    func cases() throws {
        let client = try TestClient(house, as: .reception)
        let earlier = try house.enquiry()
        _ = try house.centre.adopt(try ownPromise())
        let later = try house.enquiry()
        #expect(
            try client.get("/henvendelser/\(earlier.number)").text
                .contains("Sidste dag 26.11.2026"))
        #expect(
            try client.get("/henvendelser/\(later.number)").text
                .contains("Sidste dag 19.11.2026"))
        #expect(try house.logCount(.standardAdopted) == 1)
    }

    @Test("the public pages speak for it from its day")
    func pages() throws {
        let guest = try TestClient(house)
        #expect(try guest.get("/").text.contains("Lyngby-Taarbæk Kommune"))
        _ = try house.centre.adopt(try shipped("naestved"), from: house.today.adding(days: 1))
        #expect(try guest.get("/").text.contains("Lyngby-Taarbæk Kommune"))
        house.clock.advance(days: 1)
        let page = try guest.get("/").text
        #expect(page.contains("Næstved Kommune") && !page.contains("Lyngby"))
    }

    @Test(
        "what is no standard, what is in force already and what begins too early is refused, and nothing is written"
    )
    func refusals() throws {
        let count = house.centre.standards.every.count
        #expect(throws: (any Error).self) { try house.centre.adopt(Array("{}".utf8)) }
        #expect(throws: AdoptionRefusal.inForceAlready) {
            try house.centre.adopt(try shipped("lyngby-2024"))
        }
        #expect(throws: AdoptionRefusal.beforeTheLatest(house.today)) {
            try house.centre.adopt(try shipped("naestved"), from: house.today.adding(days: -1))
        }
        #expect(house.centre.standards.every.count == count)
    }
}
