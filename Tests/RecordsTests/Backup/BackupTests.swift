import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

/// A house as the first migration left it: a vault, three cases with sealed words, nothing in its log.
final class BackupHouse {
    let folder: TestFolder
    let vault: Vault
    let migrator: Migrator
    var database: String { folder.path + "/data/fjorten.sqlite" }
    var backups: String { folder.path + "/backups" }
    let instant = "2026-03-02T08:00:00Z"
    var erasure: Erasure { Erasure(tables: HouseFiles.plan.tables, vault: vault) }

    init() throws {
        folder = try TestFolder()
        vault = try Vault(keyFile: folder.key, createIfMissing: true)
        let file = TestFolder.projectRoot + "/Migrations/0001-the-house.sql"
        let sql = try String(contentsOfFile: file, encoding: .utf8)
        migrator = Migrator(migrations: [
            Migration(number: 1, name: "the-house", sql: sql, digest: "of a test")
        ])
        try FileManager.default.createDirectory(
            atPath: folder.path + "/data", withIntermediateDirectories: true)
        let db = try Connection(path: database, .create)
        try migrator.apply(to: db, at: instant)
        try db.run(VaultSQL.keep, [.blob(vault.checkValue)])
        for number in 1...3 { try addCase(Int64(number), db) }
    }

    func addCase(_ number: Int64, _ db: borrowing Connection) throws {
        let slot = try vault.takeSlot()
        let body = try vault.seal(
            Array("Rosenkål Testesen".utf8), table: "ledger_entry", column: "body", row: number,
            slot: slot)
        try db.run(
            "INSERT INTO care_case VALUES (?1, 2026, ?1, ?2, NULL, ?3, NULL)",
            [.integer(number), .integer(slot.rawValue), .text(instant)])
        try db.run(
            """
            INSERT INTO ledger_entry VALUES
                (?1, ?1, 1, 'enquiry', '2026-03-02', NULL, '{}', '{}', ?2, NULL, NULL, ?3)
            """, [.integer(number), .text(instant), .blob(body)])
        try db.run(
            "INSERT INTO receipt_code VALUES (?1, ?2, ?3)",
            [.blob([UInt8(number)]), .integer(number), .text(instant)])
    }

    func backUp(_ at: String = "2026-03-02T09:00:00Z", compressed: Bool = false, keep: Int? = nil)
        throws -> Backup.Report
    {
        try Backup.make(of: database, in: backups, at: at, compressed: compressed, keep: keep)
    }

    func restore(_ backup: String, to name: String = "restored") throws -> Restore.Report {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        return try Restore(vault: vault, plan: HouseFiles.plan, migrator: migrator).run(
            from: backup, to: folder.path + "/\(name)/fjorten.sqlite", at: instant)
    }

    func restoredNames(_ name: String = "restored") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name).sorted()
    }
}

@Suite("A backup")
struct BackupTests {
    let house: BackupHouse

    init() throws {
        house = try BackupHouse()
    }

    @Test("comes back as it was, compressed or not", arguments: [false, true])
    func roundTrip(compressed: Bool) throws {
        let report = try house.backUp(compressed: compressed)
        #expect(report.rowCount == 11)
        #expect(report.folder.hasPrefix(house.backups + "/fjorten-20260302T090000Z-"))
        let restored = try house.restore(report.folder)
        #expect(restored.rowCount == 11 && restored.erasedCount == 0)
        #expect(restored.pendingCount == 0)
        #expect(try house.restoredNames() == ["fjorten.sqlite"])
        let file = house.folder.path + "/restored/fjorten.sqlite"
        #expect(try house.folder.mode(file) == 0o600)
        let db = try Connection(path: file, .readOnly)
        #expect(try db.rowCounts()["ledger_entry"] == 3)
    }

    @Test("holds no key and no name")
    func tellsNothing() throws {
        let folder = try house.backUp().folder
        let key = Data(try house.folder.bytes(house.folder.key))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            #expect(bytes.range(of: key) == nil)
            #expect(bytes.range(of: Data("Testesen".utf8)) == nil)
            #expect(try house.folder.mode(folder) == 0o700)
        }
    }

    @Test("older ones make room, newest first to stay, and nothing half made is left")
    func keep() throws {
        for hour in 1...4 { _ = try house.backUp("2026-03-02T0\(hour):00:00Z", keep: 2) }
        let names = try FileManager.default.contentsOfDirectory(atPath: house.backups).sorted()
        #expect(names.count == 3 && names[0] == ".lock")
        #expect(names[1].hasPrefix("fjorten-20260302T030000Z"))
        #expect(names[2].hasPrefix("fjorten-20260302T040000Z"))
    }

    @Test("what this program did not make is left alone, and so is the copy that was just made")
    func keepsOthers() throws {
        let files = FileManager.default
        _ = try house.backUp("2026-03-02T01:00:00Z", keep: 1)
        let strange = [
            "fjorten-notes", "fjorten-20260302T010000Z", "fjorten-20260301T000000Z-00000000",
        ]
        for name in strange {
            try files.createDirectory(
                atPath: house.backups + "/" + name, withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: URL(filePath: house.backups + "/\(name)/brev.txt"))
        }
        // Somebody's own file lies in a true backup.
        let used = try house.backUp("2026-03-02T02:00:00Z").folder
        try Data("mine".utf8).write(to: URL(filePath: used + "/brev.txt"))
        // A manifest of another moment than the name's.
        let renamed = house.backups + "/fjorten-20260101T000000Z-00000000"
        try files.moveItem(atPath: try house.backUp("2026-03-02T03:00:00Z").folder, toPath: renamed)
        // The clock was put back: the newest by name is not the one that was made last.
        let first = try house.backUp("2026-03-02T09:00:00Z")
        let report = try house.backUp("2026-03-02T04:00:00Z", keep: 1)
        #expect(files.fileExists(atPath: report.folder))
        #expect(!files.fileExists(atPath: first.folder))
        #expect(
            report.removed == [
                "fjorten-20260302T010000Z-00000000", "fjorten-20260302T090000Z-00000000",
            ])
        for name in strange { #expect(files.fileExists(atPath: house.backups + "/" + name)) }
        #expect(files.fileExists(atPath: used))
        #expect(files.fileExists(atPath: renamed))
    }

    @Test("never overwrites a centre")
    func refusesToOverwrite() throws {
        let folder = try house.backUp().folder
        let before = try house.folder.bytes(house.database)
        #expect(throws: BackupError.self) { try house.restore(folder, to: "data") }
        #expect(try house.folder.bytes(house.database) == before)
    }

    @Test(
        "that was altered, cut, of another key or no backup at all is refused, and leaves nothing")
    func refusals() throws {
        let folder = try house.backUp().folder
        let file = folder + "/fjorten.sqlite"
        let bytes = try house.folder.bytes(file)
        var altered = bytes
        altered[altered.count / 2] ^= 1
        for wrong in [altered, Array(bytes.dropLast(4096)), []] {
            try house.folder.write(wrong, file)
            #expect(throws: BackupError.digestDiffers(path: file)) { try house.restore(folder) }
            #expect(try house.restoredNames() == [])
        }
        try house.folder.write(bytes, file)
        let other = try BackupHouse()
        #expect(throws: VaultError.databaseOfOtherKeys) { try other.restore(folder) }
        #expect(try other.restoredNames() == [])
        #expect(throws: BackupError.self) { try house.restore(house.backups) }
        let manifest = folder + "/manifest.json"
        let said = String(decoding: try house.folder.bytes(manifest), as: UTF8.self)
        try house.folder.write(
            Array(said.replacing("\"ledger_entry\" : 3", with: "\"ledger_entry\" : 4").utf8),
            manifest)
        #expect(throws: BackupError.contentsDiffer(what: "row counts of ledger_entry")) {
            try house.restore(folder)
        }
        try house.folder.write(
            Array(said.replacing("\"schemaNumber\" : 1", with: "\"schemaNumber\" : 9").utf8),
            manifest)
        #expect(throws: BackupError.contentsDiffer(what: "schema")) {
            try house.restore(folder)
        }
    }

    @Test("made before a case was erased, it comes back without that case, and never with its key")
    func erasuresAreReplayed() throws {
        let folder = try house.backUp().folder
        let slot = KeySlot(rawValue: 2)
        do {
            let db = try Connection(path: house.database, .readWrite)
            try db.transaction {
                _ = try house.erasure.takeRows(of: 2, at: house.instant, in: db)
            }
            #expect(try house.erasure.finish(in: db) == 0, "nobody has said so")
            try db.script(
                """
                INSERT INTO audit_subject VALUES (7, x'07');
                INSERT INTO audit_subject_case VALUES (2, 7);
                INSERT INTO audit_entry VALUES
                    (1, '', NULL, 'system', '-', 'case-erased', 7, NULL, x'01');
                """)
            #expect(try house.erasure.finish(in: db) == 0, "an entry without a link is nobody's")
        }
        #expect(try !house.vault.isErased(slot: slot))
        try house.vault.erase(slot: slot)
        #expect(try house.vault.isErased(slot: slot))
        let report = try house.restore(folder)
        #expect(report.erasedCount == 1)
        let db = try Connection(path: house.folder.path + "/restored/fjorten.sqlite", .readOnly)
        let left = try db.rows("SELECT case_id FROM ledger_entry ORDER BY case_id", []) {
            $0.int(0)
        }
        #expect(left == [1, 3])
        #expect(try db.rowCounts()["receipt_code"] == 2)
        let marked = try db.rows("SELECT id FROM care_case WHERE erased_at IS NOT NULL", []) {
            $0.int(0)
        }
        #expect(marked == [2])
    }

    @Test("that does not come back leaves a folder as it was, or none")
    func nothingLeft() throws {
        let safe = try HouseFiles.withThreeCases()
        let (plan, clock) = (safe.plan, safe.clock)
        var other = safe.configuration(inFolder: "other")
        func expectRefused() {
            #expect(throws: BackupError.self) {
                try Housekeeping.restore(safe.folder.path, other, plan, clock: clock)
            }
            #expect(throws: OpeningError.noDatabase(folder: other.dataFolder)) {
                try House.open(other, plan, clock: clock)
            }
        }
        other.keyFile = safe.folder.path + "/new.key"
        _ = try Vault(keyFile: other.keyFile, createIfMissing: true)
        expectRefused()
        chmod(other.keyFile, 0o644)
        #expect(throws: VaultError.openToOthers(path: other.keyFile)) {
            try Opening.prepare(other, plan, clock: clock)
        }
        chmod(other.keyFile, 0o600)
        #expect(!FileManager.default.fileExists(atPath: other.dataFolder))
        try Files.makeFolder(other.dataFolder)
        expectRefused()
        #expect(throws: ImportError.self) {
            try ExitImport.run(from: safe.folder.path, other, plan, clock: clock)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.dataFolder) == [])
    }
}
