import Domain
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("A standard is adopted by a house that is there")
struct AdoptionTests {
    let files: HouseFiles
    let house: House

    init() throws {
        files = try HouseFiles()
        house = try House.open(files.configuration, files.plan, clock: files.clock)
    }

    private var today: CalendarDay { files.clock.today }

    private func shipped(_ id: String) throws -> String {
        String(decoding: try #require(ShippedStandards.file(id: id)), as: UTF8.self)
    }

    @Test("it is in force from its day, and the one before it until then")
    func days() throws {
        defer { house.close() }
        let before = try house.standardToday()
        try house.adopt(try shipped("naestved"), from: today.adding(days: 10))
        #expect(try house.standardToday().id == before.id)
        files.time.advance(days: 10)
        #expect(try house.standardToday().standard.id == "naestved")
        #expect(house.standards.every.last?.inForceFrom == today)
    }

    @Test("the act is in the log")
    func logged() throws {
        defer { house.close() }
        try house.adopt(try shipped("naestved"), from: today)
        let actions = try house.reader().rows("SELECT action FROM audit_entry", []) { $0.text(0) }
        #expect(actions == [AuditAction.standardAdopted.code])
    }

    @Test(
        "what is no standard, what is in force already and what begins too early is refused, and nothing is written"
    )
    func refusals() throws {
        defer { house.close() }
        let count = house.standards.every.count
        #expect(throws: (any Error).self) { try house.adopt("{}", from: today) }
        #expect(throws: AdoptionRefusal.inForceAlready) {
            try house.adopt(try shipped("lyngby-2024"), from: today)
        }
        #expect(throws: AdoptionRefusal.beforeTheLatest(today)) {
            try house.adopt(try shipped("naestved"), from: today.adding(days: -1))
        }
        #expect(house.standards.every.count == count)
    }
}
