import Domain
import Foundation
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A centre full of invented people")
struct DemoTests {
    private let clock = CalendarClock {
        Instant(day: CalendarDay(number: 20_769), hour: 15, minute: 0)
    }

    @Test("has every outcome of the guarantee in its ledger, and its ledger is whole")
    func everyOutcome() throws {
        let folder = try TestFolder()
        let configuration = Configuration(
            dataFolder: folder.path + "/data", root: TestFolder.projectRoot,
            firstStandard: "lyngby-2024")

        let told = try Demo.make(configuration, seed: 14, clock: clock)
        #expect(Set(told.staff.map(\.role)) == Set(Role.allCases))
        #expect(throws: DemoError.self) {
            try Demo.make(configuration, seed: 14, clock: clock)
        }

        let house = try Commands.open(configuration, clock: clock)
        defer { house.close() }
        let (ledger, standards, today) = (house.ledger, house.standards, clock.today)
        let statuses = try house.writer.perform { db in
            var statuses: [GuaranteeStatus: Int] = [:]
            for ref in try ledger.everyCase(in: db) {
                for clock in try standards.clocks(of: ledger.file(ref, in: db), on: today) {
                    statuses[clock.status, default: 0] += 1
                }
            }
            return statuses
        }
        #expect(Set(statuses.keys) == Set(GuaranteeStatus.allCases), "\(statuses)")
        #expect((statuses[.running] ?? 0) >= 5)
        #expect(try house.faults() == [])
        let audit = house.audit
        let isPractice = try house.writer.perform { db in
            try audit.beginsWith(.practiceBegun, in: db)
        }
        #expect(isPractice, "its pages say so")
    }

    @Test("is not made with keys that have served a centre whose folder is missing")
    func folderGone() throws {
        let house = try HouseFiles.withThreeCases()
        let data = house.configuration.dataFolder
        try FileManager.default.moveItem(atPath: data, toPath: data + ".away")
        #expect(
            throws: OpeningError.databaseGone(
                folder: data, keyFile: house.folder.key, entryCount: 6)
        ) {
            try Demo.make(house.configuration, seed: 5, clock: house.clock)
        }
        #expect(!FileManager.default.fileExists(atPath: data))
    }
}
