import Domain
import Foundation
import SQLite
import Testing

@testable import Centre

@Suite("The note of the chain's head")
struct ChainAnchorTests {
    let house: SafeHouse

    init() throws {
        house = try SafeHouse()
    }

    func place(_ configuration: Configuration) throws -> ChainAnchor.Place {
        ChainAnchor.Place(
            try Vault(keyFile: configuration.keyFile, createIfMissing: false), configuration)
    }

    var anchor: String {
        get throws { try place(house.configuration).path }
    }

    func faults(_ configuration: Configuration, head: String? = nil) throws -> [String] {
        let centre = try Centre.open(forCommand: configuration, clock: house.clock)
        defer { centre.close() }
        var faults: [String] = []
        _ = try centre.verification(head: head).run { faults += $0.faults }
        return faults
    }

    func cutThree() throws {
        try house.tamper(
            """
            DELETE FROM audit_entry WHERE seq > (SELECT max(seq) - 3 FROM audit_entry)
            """)
    }

    @Test("two folders of one name and one key have each their own, beside each other")
    func twoFolders() throws {
        var backup = ""
        try house.within {
            backup = try $0.backUp(to: house.folder.path + "/b", compressed: false, keep: nil)
                .folder
        }
        var trial = house.configuration
        trial.dataFolder = house.folder.path + "/trial/data"
        #expect(try house.faults() == [])
        _ = try Housekeeping.restore(backup, trial, clock: house.clock)
        for _ in 1...2 {
            #expect(try faults(trial) == [])
            #expect(try house.faults() == [])
        }
    }

    @Test("a folder has one, however it is written: a cut is seen from everywhere")
    func oneFolder() throws {
        let data = house.configuration.dataFolder
        let link = house.folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: data)
        for folder in [link, data + "/.", data + "/../data"] {
            var same = house.configuration
            same.dataFolder = folder
            let path = try place(same).path
            #expect(try path == anchor)
        }
        try cutThree()
        var same = house.configuration
        same.dataFolder = link
        #expect(try faults(same).contains("the last audit entries, 4 to 6, are cut off"))
    }

    @Test("that is gone, or not ours, is told once; the last entries may have been cut with it")
    func unwitnessed() throws {
        for isRemoved in [true, false] {
            let house = try SafeHouse()
            let trial = try ChainAnchorTests(house)
            let head = try #require(try house.head())
            try trial.cutThree()
            if isRemoved {
                try FileManager.default.removeItem(atPath: trial.anchor)
            } else {
                try house.folder.write([UInt8](repeating: 7, count: 192), trial.anchor)
            }
            // A command in between, or a server, does not make it forgotten.
            try house.within { _ in }
            #expect(try ChainAnchor.standing(trial.place(house.configuration)) == .unwitnessed)
            #expect(try house.faults(head: head).contains { $0.contains("5 to 6, are cut off") })
            let told = try house.faults()
            #expect(told.first?.hasPrefix("whether entries after 3 are cut off") == true)
            // The ledger that was written meanwhile misses its entry for good.
            let missed = "the last entries of case 2026-0003 are in no entry of the audit log"
            #expect(Array(told.dropFirst()) == [missed])
            #expect(try house.faults() == [missed])
            #expect(try ChainAnchor.standing(trial.place(house.configuration)) == .whole)
        }
    }

    init(_ house: SafeHouse) throws {
        self.house = house
    }

    @Test("what is missing is made up for by a head that reaches as far")
    func witnessedByHead() throws {
        let early = try #require(try house.head())
        #expect(try house.faults() == [])
        let late = try #require(try house.head())
        try FileManager.default.removeItem(atPath: anchor)
        #expect(try house.faults(head: late) == [])
        #expect(try house.faults() == [])
        try FileManager.default.removeItem(atPath: anchor)
        #expect(try house.faults(head: early).count == 1)
    }

    @Test("a folder that was moved says so, and goes on")
    func moved() throws {
        var moved = house.configuration
        moved.dataFolder += ".moved"
        try FileManager.default.moveItem(
            atPath: house.configuration.dataFolder, toPath: moved.dataFolder)
        #expect(try faults(moved).contains { $0.contains("has the data folder been moved?") })
        #expect(try faults(moved) == [])
    }

    @Test("a log that was emptied is not taken for a new one")
    func emptied() throws {
        try house.tamper("DELETE FROM audit_entry")
        try FileManager.default.removeItem(atPath: anchor)
        #expect(try house.faults().contains { $0.hasPrefix("whether entries after 0") })
    }

    @Test("one that was named by the folder's last name is taken over, and tells of a cut")
    func takenOver() throws {
        let earlier = house.configuration.keyFile + ".data.chain"
        try FileManager.default.moveItem(atPath: anchor, toPath: earlier)
        #expect(try house.faults() == [])
        #expect(!FileManager.default.fileExists(atPath: earlier))
        try FileManager.default.moveItem(atPath: anchor, toPath: earlier)
        try cutThree()
        #expect(try house.faults().contains("the last audit entries, 5 to 7, are cut off"))
    }

    @Test("a new house has one before its first entry, and is well")
    func new() throws {
        let folder = try KeyFolder()
        let there = house.configuration
        let new = Configuration(
            dataFolder: folder.path + "/data", keyFile: folder.key, root: there.root,
            firstStandard: there.firstStandard)
        _ = try Opening.prepare(new, clock: house.clock)
        #expect(try ChainAnchor.kept(place(new)) == .beginning)
        #expect(try faults(new) == [])
    }

    @Test("the pages about the house and its log say when it is gone")
    func pages() throws {
        let house = try TestHouse()
        let administrator = try TestClient(house, as: .administrator)
        let auditor = try TestClient(house, as: .auditor)
        let words = "Det kan ikke ses, om der mangler linjer sidst i loggen"
        #expect(try !administrator.get("/drift").text.contains(words))
        #expect(try !auditor.get("/adgangslog").text.contains(words))
        try FileManager.default.removeItem(
            atPath: ChainAnchor.Place(house.centre.vault, house.centre.configuration).path)
        #expect(try administrator.get("/drift").text.contains(words))
        #expect(try auditor.get("/adgangslog").text.contains(words))
    }
}
