import Domain
import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("The note of the chain's head")
struct ChainAnchorTests {
    let house: HouseFiles

    init() throws {
        house = try HouseFiles.withThreeCases()
    }

    func place(_ configuration: Configuration) throws -> ChainAnchor.Place {
        ChainAnchor.Place(
            try Vault(keyFile: configuration.keyFile, createIfMissing: false), configuration)
    }

    var anchor: String {
        get throws { try place(house.configuration).path }
    }

    func cutThree() throws {
        try house.tamper(
            """
            DELETE FROM audit_entry WHERE seq > (SELECT max(seq) - 3 FROM audit_entry)
            """)
    }

    @Test("two folders of one name and one key have each their own, beside each other")
    func twoFolders() throws {
        let backup = try house.backUp()
        let trial = house.configuration(inFolder: "trial/data")
        #expect(try house.faults() == [])
        _ = try Housekeeping.restore(backup, trial, house.plan, clock: house.clock)
        for _ in 1...2 {
            #expect(try house.faults(trial) == [])
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
        #expect(try house.faults(same).contains("the last audit entries, 4 to 6, are cut off"))
    }

    @Test("that is gone, or not ours, is told once; the last entries may have been cut with it")
    func unwitnessed() throws {
        for isRemoved in [true, false] {
            let house = try HouseFiles.withThreeCases()
            let trial = try ChainAnchorTests(house)
            // Entries that prove no row of their own: nothing else would miss them.
            for _ in 1...3 { #expect(try house.faults() == []) }
            let head = try #require(try house.head())
            try trial.cutThree()
            if isRemoved {
                try FileManager.default.removeItem(atPath: trial.anchor)
            } else {
                try house.folder.write([UInt8](repeating: 7, count: 192), trial.anchor)
            }
            // A command in between, or a server, does not make it forgotten.
            try house.within { _ in }
            #expect(try ChainAnchor.status(trial.place(house.configuration)) == .unwitnessed)
            #expect(try house.faults(head: head).contains { $0.contains("8 to 9, are cut off") })
            let told = try house.faults()
            #expect(told.count == 1)
            #expect(told.first?.hasPrefix("whether entries after 6 are cut off") == true)
            #expect(try house.faults() == [])
            #expect(try ChainAnchor.status(trial.place(house.configuration)) == .whole)
        }
    }

    init(_ house: HouseFiles) throws {
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
        #expect(try house.faults(moved).contains { $0.contains("has the data folder been moved?") })
        #expect(try house.faults(moved) == [])
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
        let folder = try TestFolder()
        let there = house.configuration
        let new = Configuration(
            dataFolder: folder.path + "/data", keyFile: folder.key, root: there.root,
            firstStandard: there.firstStandard)
        _ = try Opening.prepare(new, house.plan, clock: house.clock)
        #expect(try ChainAnchor.kept(place(new)) == .beginning)
        #expect(try house.faults(new) == [])
    }
}
