import Foundation
import Glibc
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("Opening the house")
struct OpeningTests {
    @Test("a standard that does not exist is refused, in a new house and in one that has its own")
    func unknownStandard() throws {
        let house = try HouseFiles()
        let there = house.configuration
        let mistyped = Configuration(
            dataFolder: there.dataFolder, keyFile: there.keyFile, root: there.root,
            firstStandard: "lyngby-2042")
        var new = mistyped
        new.dataFolder += ".new"
        let clock = house.clock
        for configuration in [mistyped, new] {
            #expect(throws: OpeningError.unknownStandard("lyngby-2042")) {
                try Opening.prepare(configuration, house.plan, clock: clock)
            }
        }
        #expect(throws: OpeningError.unknownStandard("lyngby-2042")) {
            try House.open(mistyped, house.plan, clock: clock).close()
        }
        #expect(!FileManager.default.fileExists(atPath: new.dataFolder))
    }

    @Test("keys that have served a centre make no second one where its folder is missing")
    func folderGone() throws {
        let house = try HouseFiles.withThreeCases()
        let (folder, data) = (house.folder, house.configuration.dataFolder)
        let head = try #require(try house.head())
        let keys = try folder.names().filter { $0.hasPrefix("house.key") }
        let held = try keys.map { try folder.bytes(folder.path + "/" + $0) }
        try FileManager.default.moveItem(atPath: data, toPath: data + ".away")
        let gone = OpeningError.databaseGone(
            folder: data, keyFile: folder.key, entryCount: Int64(head.prefix { $0 != ":" }))
        func expectRefused(_ failure: OpeningError) {
            #expect(throws: failure) {
                try Opening.prepare(house.configuration, house.plan, clock: house.clock)
            }
            #expect(throws: failure) { try house.within { _ in } }
        }
        expectRefused(gone)
        #expect(!FileManager.default.fileExists(atPath: data))
        try Files.makeFolder(data)
        expectRefused(gone)
        try folder.write([], house.configuration.databaseFile)
        expectRefused(gone)
        #expect(try FileManager.default.contentsOfDirectory(atPath: data) == ["fjorten.sqlite"])
        #expect(try keys.map { try folder.bytes(folder.path + "/" + $0) } == held)
        // A machine that got the two key files alone.
        for name in keys where name.hasSuffix(".chain") {
            try FileManager.default.moveItem(
                atPath: folder.path + "/" + name, toPath: folder.path + "/away-" + name)
        }
        expectRefused(.databaseGone(folder: data, keyFile: folder.key, entryCount: nil))
        for name in keys where name.hasSuffix(".chain") {
            try FileManager.default.moveItem(
                atPath: folder.path + "/away-" + name, toPath: folder.path + "/" + name)
        }
        try FileManager.default.removeItem(atPath: data)
        try FileManager.default.moveItem(atPath: data + ".away", toPath: data)
        #expect(try house.faults(head: head) == [])
    }

    @Test("a backup comes back beside those keys, also in the place of an empty file")
    func restoredInPlace() throws {
        let house = try HouseFiles.withThreeCases()
        let backup = try house.backUp()
        let data = house.configuration.dataFolder
        try FileManager.default.removeItem(atPath: data)
        try Files.makeFolder(data)
        try house.folder.write([], house.configuration.databaseFile)
        _ = try Housekeeping.restore(backup, house.configuration, house.plan, clock: house.clock)
        #expect(try house.faults() == [])
    }

    @Test("a key that was made beforehand, and a making that was cut short, make a new centre")
    func unusedKeys() throws {
        let house = try HouseFiles()
        let there = house.configuration
        for isStoreMade in [false, true] {
            let folder = try TestFolder()
            let new = Configuration(
                dataFolder: folder.path + "/data", keyFile: folder.key, root: there.root,
                firstStandard: there.firstStandard)
            try folder.write((0..<32).map { UInt8($0) }, folder.key)
            if isStoreMade { _ = try Vault(keyFile: folder.key, createIfMissing: true) }
            let clock = house.clock
            #expect(try Opening.prepare(new, house.plan, clock: clock).first == 1)
            #expect(try Opening.prepare(new, house.plan, clock: clock) == [])
            try House.open(new, house.plan, clock: clock).close()
            #expect(try folder.bytes(folder.key) == (0..<32).map { UInt8($0) })
        }
    }

    @Test("another program's database is refused, and not a byte of it changed")
    func foreign() throws {
        let house = try HouseFiles.withThreeCases()
        let other = house.configuration(inFolder: "other")
        try Files.makeFolder(other.dataFolder)
        do {
            let db = try Connection(path: other.databaseFile, .create)
            try db.script("CREATE TABLE note (text TEXT)")
            try db.becomeSingleFile()
        }
        let bytes = try house.folder.bytes(other.databaseFile)
        let failure = OpeningError.foreignDatabase(file: other.databaseFile)
        #expect(throws: failure) { try Opening.prepare(other, house.plan, clock: house.clock) }
        #expect(throws: failure) { try House.open(other, house.plan, clock: house.clock) }
        #expect(try house.folder.bytes(other.databaseFile) == bytes)
        #expect(!house.folder.lockExists(other))
    }

    @Test("a key store older than the database is refused, by opening and by restoring")
    func olderStore() throws {
        let house = try HouseFiles.withThreeCases()
        var backup = ""
        try house.within { open in
            let slots = try (0..<120).map { _ in try open.vault.takeSlot().rawValue }
            let last = try #require(slots.last)
            _ = try open.writer.perform { db in
                try db.run("DROP TRIGGER care_case_keeps_its_number")
                try db.run(
                    "UPDATE care_case SET key_slot = ?1 WHERE key_slot = 3", [.integer(last)])
            }
            backup = try open.backUp(
                to: house.folder.path + "/b", compressed: false, keep: nil
            ).folder
        }
        let store = try house.folder.bytes(house.folder.store)
        try house.folder.write(Array(store.prefix(101 * 64)), house.folder.store)
        let failure = VaultError.storeOlder(
            path: house.folder.store, keyCount: 99, neededCount: 123)
        #expect(throws: failure) { try house.within { _ in } }
        #expect(throws: failure) {
            try Opening.prepare(house.configuration, house.plan, clock: house.clock)
        }
        var other = house.configuration
        other.dataFolder += ".other"
        #expect(throws: failure) {
            try Housekeeping.restore(backup, other, house.plan, clock: house.clock)
        }
        #expect(try house.folder.bytes(house.folder.store).count == 101 * 64)
        try house.folder.write(store, house.folder.store)
        try house.within { _ in }
    }

    @Test("a key, a backup or an export inside the data folder is refused, however it is written")
    func insideTheFolder() throws {
        let house = try HouseFiles.withThreeCases()
        let data = house.configuration.dataFolder
        let link = house.folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: data)
        for folder in [data, link, house.folder.path + "/./data/../data"] {
            let inside = folder + "/there"
            let failure = OpeningError.inDataFolder(path: inside, folder: data)
            try house.within { open in
                #expect(throws: failure) {
                    try open.backUp(to: inside, compressed: false, keep: nil)
                }
                #expect(throws: failure) { try ExitExport(open).write(to: inside) }
            }
        }
        let new = Configuration(
            dataFolder: house.folder.path + "/new", keyFile: house.folder.path + "/new/key",
            root: house.configuration.root, firstStandard: house.configuration.firstStandard)
        let failure = OpeningError.inDataFolder(path: new.keyFile, folder: new.dataFolder)
        #expect(throws: failure) { try Opening.prepare(new, house.plan, clock: house.clock) }
        #expect(!FileManager.default.fileExists(atPath: new.dataFolder))
        #expect(isInside(data, folder: data) && !isInside(data + ".key", folder: data))
    }

    @Test("the key of a folder that is written as a dot lies beside it")
    func dot() {
        let here = FileManager.default.currentDirectoryPath
        let configuration = Configuration(dataFolder: "./", root: ".", firstStandard: "naestved")
        #expect(configuration.keyFile == resolvedPath(here) + ".key")
        #expect(resolvedPath(".") == resolvedPath(here))
        #expect(resolvedPath("not/there//yet/") == resolvedPath(here) + "/not/there/yet")
    }

    @Test("what others may write in is closed to them")
    func otherWriters() throws {
        let house = try HouseFiles.withThreeCases()
        let data = house.configuration.dataFolder
        chmod(data, 0o777)
        try house.within { _ in }
        #expect(try house.folder.mode(data) == 0o755)
        chmod(data, 0o777)
        _ = try Opening.prepare(house.configuration, house.plan, clock: house.clock)
        #expect(try house.folder.mode(data) == 0o755)
    }

    @Test("a database that may not be written is named", .enabled(if: geteuid() != 0))
    func notWritable() throws {
        let house = try HouseFiles.withThreeCases()
        for path in [house.configuration.databaseFile, house.configuration.dataFolder] {
            let mode = try #require(try house.folder.mode(path))
            chmod(path, 0o500)
            #expect(throws: OpeningError.notWritable(path: path, errno: EACCES)) {
                try house.within { _ in }
            }
            chmod(path, mode_t(mode))
        }
    }
}

extension TestFolder {
    func lockExists(_ configuration: Configuration) -> Bool {
        FileManager.default.fileExists(atPath: configuration.lockFile)
    }
}
