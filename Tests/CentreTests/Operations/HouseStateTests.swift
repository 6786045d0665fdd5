import Domain
import Foundation
import HTML
import SQLite
import Testing

@testable import Centre
@testable import Records
@testable import TestHouse

@Suite("How the house is")
struct HouseStateTests {
    static let now = HouseFiles.thursday

    /// A house with nothing wrong.
    static func well() -> HouseState {
        var state = HouseState(openedAt: now, now: now, dataFolder: "/srv/fjorten")
        state.disk = .init(freeByteCount: 50_000_000_000, totalByteCount: 100_000_000_000)
        state.backups = .init(
            plan: BackupPlan(everySeconds: 86_400, destination: "/srv/backup", keep: 14),
            newest: KnownBackup(
                name: "fjorten-x", madeAt: Instant(seconds: now.seconds - 3_600),
                byteCount: 1_000_000, provenAt: now))
        state.waitingMax = 10_000
        return state
    }

    static func backup(hoursAgo: Int, isProven: Bool = true) -> KnownBackup {
        KnownBackup(
            name: "fjorten-x", madeAt: Instant(seconds: now.seconds - hoursAgo * 3_600),
            byteCount: 1, provenAt: isProven ? now : nil)
    }

    static func failed(wasMade: Bool) -> BackupStatus {
        BackupStatus(
            at: now, folder: nil, rowCount: 0,
            failure: .init(wasMade: wasMade, words: "The disk is full."))
    }

    /// One thing at a time goes wrong.
    static let wrongs: [(OperationsWarning, @Sendable (inout HouseState) -> Void)] = [
        (.noBackupPlan, { $0.backups = .init() }),
        (.noBackupYet, { $0.backups.newest = nil }),
        (.backupTooOld, { $0.backups.newest = backup(hoursAgo: 37) }),
        (.backupUnproven, { $0.backups.newest = backup(hoursAgo: 1, isProven: false) }),
        (.backupNotMade, { $0.backups.lastTry = failed(wasMade: false) }),
        (.backupNotRestored, { $0.backups.lastTry = failed(wasMade: true) }),
        (.diskLow, { $0.disk?.freeByteCount = 9_000_000_000 }),
        (.diskFull, { $0.disk?.freeByteCount = 90_000_000 }),
        (.backupDiskLow, { $0.backups.disk = .init(freeByteCount: 1, totalByteCount: 100) }),
        (.keyMissing, { $0.keys.isMissing = true }),
        (.keyOpenToOthers, { $0.keys.isOpenToOthers = true }),
        (.keyInDataFolder, { $0.keys.isInDataFolder = true }),
        (.databaseMoved, { $0.trouble = .databaseMoved }),
        (.cannotWrite, { $0.trouble = .cannotWrite(code: 13) }),
        (.chainCut, { $0.chain = .cut }),
        (.chainUnwitnessed, { $0.chain = .unwitnessed }),
        (.writerBehind, { $0.waitingCount = 2_000 }),
    ]

    @Test("nothing is said of a house that is well, and its page says so")
    func nothingWrong() {
        #expect(Self.well().alarms == [])
        #expect(operationsPage(Self.well()).text.contains("Alt er i orden"))
    }

    @Test("each thing that is wrong is named, and has words of its own")
    func named() {
        var words: Set<String> = []
        for (alarm, goWrong) in Self.wrongs {
            var state = Self.well()
            goWrong(&state)
            #expect(state.alarms == [alarm], "\(alarm)")
            let page = operationsPage(state).text
            #expect(page.contains("1 ting skal ses efter"), "\(alarm)")
            #expect(!page.contains("Alt er i orden"))
            let line = page.firstMatch(of: /<ul>\s*<li>(.*?)<\/li>/).map { String($0.1) }
            if let line { words.insert(line) }
        }
        #expect(words.count == Self.wrongs.count)
    }

    @Test("a plan that is late by less than half a turn is not late")
    func notYetLate() {
        var state = Self.well()
        state.backups.newest = Self.backup(hoursAgo: 35)
        #expect(state.alarms == [])
    }

    /// The house keeps its backups by a plan, as a served one does; by a keeper that has made none itself.
    private func keep(
        _ house: TestHouse, _ destination: String, everySeconds: Int = 86_400
    ) -> BackupKeeper {
        let keeper = BackupKeeper(
            BackupPlan(everySeconds: everySeconds, destination: destination, keep: 3),
            log: house.centre.log)
        let jobs = JobRunner([keeper.job], house.records, log: house.centre.log)
        house.centre.services.operations.backups = (keeper, jobs)
        return keeper
    }

    @Test("the page shows the keeper's backup, its trial and the next one; after a restart too")
    func keeper() throws {
        let house = try TestHouse()
        let visitor = try Visitor(house, as: .administrator)
        #expect(try visitor.get("/drift").text.contains("ikke lavet sikkerhedskopier af sig selv"))
        let folder = house.files.folder.path + "/copies"
        let keeper = keep(house, folder)
        #expect(try visitor.get("/drift").text.contains("endnu ikke lavet en sikkerhedskopi"))
        keeper.runOnce(house.records)
        #expect(keeper.status?.failure == nil)
        let page = try visitor.get("/drift").text
        #expect(page.contains("Lykkedes") && page.contains(folder))
        // Another keeper of the same folder is what a restart has.
        _ = keep(house, folder)
        #expect(try visitor.get("/drift").text.contains("Lykkedes"))
        let proven = try #require(KnownBackup.newest(in: folder))
        #expect(proven.provenAt == proven.madeAt)
        // What lies beside the manifest is in nobody's way.
        let restored = try Commands.restore(
            folder + "/" + proven.name, house.files.configuration(inFolder: "restored"),
            clock: house.files.clock)
        #expect(restored.rowCount > 0)
        house.time.advance(days: 3)
        #expect(try visitor.logIn("administrator").status == 303)
        #expect(try visitor.get("/drift").text.contains("3 dage gammel"))
    }

    @Test("a backup that cannot be made is said so, with the program's own words")
    func failing() throws {
        let house = try TestHouse()
        keep(house, "/dev/null/nowhere", everySeconds: 3_600).runOnce(house.records)
        let page = try Visitor(house, as: .administrator).get("/drift").text
        #expect(page.contains("kunne ikke laves"))
        #expect(page.contains("Programmets egne ord"))
    }

    @Test("the page says when the note of the log's end is gone, and so does the log's own")
    func unwitnessed() throws {
        let house = try TestHouse()
        let administrator = try Visitor(house, as: .administrator)
        let auditor = try Visitor(house, as: .auditor)
        let words = "Det kan ikke ses, om der mangler linjer sidst i loggen"
        #expect(try !administrator.get("/drift").text.contains(words))
        #expect(try !auditor.get("/adgangslog").text.contains(words))
        try FileManager.default.removeItem(
            atPath: ChainAnchor.Place(house.records.vault, house.configuration).path)
        #expect(try administrator.get("/drift").text.contains(words))
        #expect(try auditor.get("/adgangslog").text.contains(words))
    }
}
