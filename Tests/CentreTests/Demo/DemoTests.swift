import Domain
import Foundation
import Testing

@testable import Centre
import SQLite

@Suite("A centre full of invented people")
struct DemoTests {
    @Test("has every outcome of the guarantee in its ledger, and its ledger is whole")
    func everyOutcome() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "fjorten-demo-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let today = try #require(CalendarDay(isoText: "2026-11-12"))
        let now = Instant(day: today, hour: 15, minute: 0)
        let clock = CalendarClock { now }
        let configuration = Configuration(
            dataFolder: folder.appending(path: "data").path, root: projectRoot.path,
            firstStandard: "lyngby-2024")

        let told = try Demo.make(configuration, seed: 14, clock: clock)
        #expect(Set(told.staff.map(\.role)) == Set(Role.allCases))
        #expect(throws: DemoError.self) {
            try Demo.make(configuration, seed: 14, clock: clock)
        }

        let centre = try Centre.open(forCommand: configuration, clock: clock)
        defer { centre.close() }
        let statuses = try centre.writer.perform { db in
            var statuses: [GuaranteeStatus: Int] = [:]
            for ref in try centre.cases.everyCase(in: db) {
                let file = try centre.cases.file(ref, in: db)
                let standard = try #require(centre.standards.standard(ref.standard, on: today))
                let clocks = guaranteeClocks(
                    of: try file.history(), under: standard.standard, on: today)
                for clock in clocks { statuses[clock.status, default: 0] += 1 }
            }
            return statuses
        }
        #expect(Set(statuses.keys) == Set(GuaranteeStatus.allCases), "\(statuses)")
        #expect((statuses[.running] ?? 0) >= 5)
    }

    private var projectRoot: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }
}
