import Domain
import Foundation
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Backups kept by a plan")
struct BackupKeeperTests {
    let house: TestHouse
    let keeper: BackupKeeper
    var copies: String { house.files.folder.path + "/copies" }

    init() throws {
        house = try TestHouse()
        keeper = BackupKeeper(
            BackupPlan(
                everySeconds: 3_600, destination: house.files.folder.path + "/copies", keep: 3),
            log: house.centre.log)
    }

    @Test("each is restored for a trial, and a failure is told without names")
    func keeps() throws {
        #expect(keeper.status == nil)
        keeper.runOnce(house.records)
        let status = try #require(keeper.status)
        let folder = try #require(status.folder)
        #expect(status.failure == nil)
        let name = String(folder.dropFirst(copies.count + 1))
        #expect(KnownBackup.instant(ofBackup: name) == house.now.wholeSecond)
        #expect(try FileManager.default.contentsOfDirectory(atPath: copies).count == 2)
        // The second of the same second has no name left to take.
        keeper.runOnce(house.records)
        #expect(keeper.status?.folder == nil)
        #expect(keeper.status?.failure?.words.contains("already") == true)
    }

    @Test("the first is made at once where none is young enough, and else when its time comes")
    func first() throws {
        #expect(keeper.job.secondsToFirst(house.records) == 0)
        keeper.runOnce(house.records)
        #expect(keeper.job.secondsToFirst(house.records) == 3_600)
        house.time.advance(minutes: 20)
        #expect(keeper.job.secondsToFirst(house.records) == 2_400)
        house.time.advance(days: 1)
        #expect(keeper.job.secondsToFirst(house.records) == 0)
    }
}
