import Domain
import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("The way out and back")
struct ExitTests {
    let house: HouseFiles
    var folder: String { house.folder.path + "/exit" }

    init() throws {
        house = try HouseFiles.withThreeCases()
    }

    func export() throws -> ExitExport.Report {
        var report: ExitExport.Report?
        try house.within { report = try ExitExport($0).write(to: folder) }
        return try #require(report)
    }

    var other: Configuration { house.configuration(inFolder: "other") }

    func digests(_ configuration: Configuration) throws -> [String: String] {
        let db = try Connection(path: configuration.databaseFile, .readOnly)
        var digests: [String: String] = [:]
        for name in try db.tableNames() {
            digests[name] = try ExitTable(name, of: db).digest(in: db).hex
        }
        return digests
    }

    func verdicts(_ configuration: Configuration) throws -> [[UInt8]] {
        let house = try House.open(configuration, house.plan, clock: house.clock)
        defer { house.close() }
        let db = try house.reader()
        return try house.ledger.everyCase(in: db).map { ref in
            try Explain.verdict(
                ofHistory: JSONWriter.write(try house.ledger.file(ref, in: db).history().json),
                under: try house.standardToday().standard, on: house.clock.today)
        }
    }

    @Test("what goes out comes back: equal rows, equal digests, equal verdicts, a well house")
    func roundTrip() throws {
        let report = try export()
        #expect(report.caseCount == 3 && report.openedCount == 6)
        let before = try digests(house.configuration)
        #expect(
            try ExitImport.run(from: folder, other, house.plan, clock: house.clock)
                == report.rowCount)
        #expect(try digests(other) == before)
        #expect(try verdicts(other) == verdicts(house.configuration))
        #expect(try verdicts(other).count == 3)
        #expect(try house.faults(other) == [])
    }

    func files(_ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
        where name.hasPrefix("cases/") || name.hasPrefix("personal/ledger") {
            files[name] = try house.folder.bytes(folder + "/" + name)
        }
        return files
    }

    @Test("without the old key it comes back under keys of its own: equal rows, words and verdicts")
    func ownKeys() throws {
        try house.within { open in
            let ledger = open.ledger
            try open.erase(
                open.writer.perform { db in try ledger.everyCase(in: db)[1] }, by: .system)
        }
        _ = try export()
        var own = other
        own.keyFile = house.folder.key + "-own"
        let before = try digests(house.configuration)
        #expect(try ExitImport.run(from: folder, own, house.plan, clock: house.clock) > 0)
        let after = try digests(own)
        let keyed: Set = [
            "ledger_entry", "audit_entry", "audit_subject", "vault_check", "care_case",
            "adopted_standard",
        ]
        #expect(Set(after.keys) == Set(before.keys))
        for (table, digest) in before where !keyed.contains(table) {
            #expect(after[table] == digest, "\(table)")
        }
        for table in keyed { #expect(after[table] != before[table], "\(table)") }
        #expect(try house.folder.bytes(own.keyFile) != house.folder.bytes(house.folder.key))
        #expect(try verdicts(own) == verdicts(house.configuration))
        #expect(try house.faults(own) == [])
        let again = house.folder.path + "/again"
        try house.within(own) { _ = try ExitExport($0).write(to: again) }
        #expect(try files(again) == files(folder))
        #expect(try files(folder).count == 3)
    }

    @Test("an import under keys of its own that fails leaves no keys behind")
    func ownKeysFailing() throws {
        _ = try export()
        let path = folder + "/personal/ledger_entry.body.jsonl"
        let lines = try house.folder.bytes(path).split(separator: UInt8(ascii: "\n"))
        try house.folder.write(Array(lines[0]) + Array("\n{\"id\":1}\n".utf8), path)
        var own = other
        own.keyFile = house.folder.key + "-own"
        let failure = #expect(throws: ImportError.self) {
            try ExitImport.run(from: folder, own, house.plan, clock: house.clock)
        }
        let words = "\(try #require(failure))"
        #expect(words.hasPrefix("personal/ledger_entry.body.jsonl:2: body"), "\(words)")
        #expect(!PrivateFile.exists(own.keyFile) && !PrivateFile.exists(own.databaseFile))
    }

    @Test("every table is in it, every column is described, every case is a history")
    func complete() throws {
        _ = try export()
        let schema = try JSONReader.read(try house.folder.bytes(folder + "/schema.json"))
        let tables = try #require(schema.object?["tables"]?.array)
        let db = try house.database()
        #expect(try tables.compactMap { $0.object?["name"]?.string } == db.tableNames())
        for table in tables {
            for column in try #require(table.object?["columns"]?.array) {
                #expect(column.object?["sensitivity"]?.string != "", "\(column)")
            }
        }
        let cases = try FileManager.default.contentsOfDirectory(atPath: folder + "/cases").sorted()
        #expect(cases == ["2026-0001.json", "2026-0002.json", "2026-0003.json"])
        let history = try CaseHistory(json: house.folder.bytes(folder + "/cases/2026-0001.json"))
        #expect(history.events.count == 1)
        #expect(
            history.events.first?.note == "\(HouseFiles.name), nr. 1",
            "a history without its words is half of it")
        let opened = try house.folder.bytes(folder + "/personal/ledger_entry.body.jsonl")
        #expect(String(decoding: opened, as: UTF8.self).contains(HouseFiles.name))
        #expect(try house.folder.mode(folder) == 0o700)
        #expect(try house.folder.mode(folder + "/tables/care_case.jsonl") == 0o600)
    }

    @Test("the act is in the audit log, and a folder that is there is not overwritten")
    func logged() throws {
        _ = try export()
        let db = try house.database()
        let last = try db.firstRow("SELECT action FROM audit_entry ORDER BY seq DESC", []) {
            $0.text(0)
        }
        #expect(last == "exported")
        #expect(throws: BackupError.exists(path: folder)) { try export() }
    }

    @Test(
        "bad input names file, line and column, and imports nothing",
        arguments: [
            ("care_case", 2, "\"year\":2026", "\"year\":\"2026\"", "year: is a string"),
            ("care_case", 1, "\"year\":2026,", "", "year: is missing"),
            ("care_case", 3, "{", "{\"extra\":1,", "extra: is no column of care_case"),
            ("ledger_entry", 2, "{", "", "$"),
            (
                "ledger_entry", 1, "\"type\":\"enquiry\"", "\"type\":\"bogus\"",
                "type: is no event of a case history"
            ),
            (
                "ledger_entry", 3, "\"happened_on\":\"2026-03-02\"",
                "\"happened_on\":\"2026-13-45\"", "happened_on: is no day"
            ),
            (
                "ledger_entry", 2, "\"recorded_at\":\"2026", "\"recorded_at\":\"tomorrow",
                "recorded_at: is no instant"
            ),
            (
                "data_dictionary", 5, "\"sensitivity\":\"", "\"sensitivity\":\"most ",
                "sensitivity: is none of public, case, personal"
            ),
            ("ledger_entry", 3, "2026-03-02", "2026-03-01", "not the line that was exported"),
            ("ledger_entry", 1, "\"type\":\"enquiry\"", "\"type\":null", "NOT NULL"),
            ("audit_entry", 4, "\"chain\":\"", "\"chain\":\"x", "chain: is not hexadecimal"),
        ])
    func badInput(
        table: String, line: Int, old: String, new: String, expected: String
    ) throws {
        _ = try export()
        let path = folder + "/tables/\(table).jsonl"
        var lines = String(decoding: try house.folder.bytes(path), as: UTF8.self)
            .split(separator: "\n").map(String.init)
        let range = try #require(lines[line - 1].firstRange(of: old))
        lines[line - 1].replaceSubrange(range, with: new)
        try house.folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), path)
        let failure = #expect(throws: ImportError.self) {
            try ExitImport.run(from: folder, other, house.plan, clock: house.clock)
        }
        let words = "\(try #require(failure))"
        #expect(words.hasPrefix("tables/\(table).jsonl:\(line): "), "\(words)")
        #expect(words.contains(expected), "\(words)")
        #expect(!PrivateFile.exists(other.databaseFile))
        #expect(!PrivateFile.exists(other.databaseFile + ".importing"))
    }

    func expectRefusal(_ words: String) {
        let failure = #expect(throws: ImportError.self) {
            try ExitImport.run(from: folder, other, house.plan, clock: house.clock)
        }
        let told = failure.map { "\(folder)/\($0)" } ?? ""
        #expect(told.contains(words), "\(told)")
    }

    @Test(
        "a file that no table is read from is as it was exported too, or is named",
        arguments: ["cases/2026-0002.json", "tables/staff.csv", "personal/ledger_entry.body.jsonl"])
    func otherFiles(name: String) throws {
        _ = try export()
        let path = folder + "/" + name
        let bytes = try house.folder.bytes(path)
        try house.folder.write(bytes + [UInt8(ascii: " ")], path)
        #expect(throws: ImportError.file(name)) {
            try ExitImport.run(from: folder, other, house.plan, clock: house.clock)
        }
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: ImportError.fileMissing(name)) {
            try ExitImport.run(from: folder, other, house.plan, clock: house.clock)
        }
        #expect(!PrivateFile.exists(other.databaseFile))
        try house.folder.write(bytes, path)
        #expect(try ExitImport.run(from: folder, other, house.plan, clock: house.clock) > 0)
    }

    @Test("rows that were changed, left out or lost do not pass")
    func altered() throws {
        _ = try export()
        let path = folder + "/tables/care_case.jsonl"
        let bytes = try house.folder.bytes(path)
        let text = String(decoding: bytes, as: UTF8.self)
        try house.folder.write(
            Array(text.replacing("\"year\":2026", with: "\"year\":2025").utf8), path)
        expectRefusal("\(path):1: this is not the line that was exported;")
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        try house.folder.write(
            Array(lines[0]) + [UInt8(ascii: "\n")] + Array(lines[2]) + [UInt8(ascii: "\n")], path)
        expectRefusal(
            "\(path):2: this is not the line that was exported: "
                + "the file has 2 lines, 3 were exported;")
        try house.folder.write(bytes.dropLast(lines[2].count + 1), path)
        expectRefusal(
            "\(path):3: this is not the line that was exported: "
                + "the file has 2 lines, 3 were exported;")
        try house.folder.write([], path)
        #expect(throws: ImportError.self) {
            try ExitImport.run(from: folder, other, house.plan, clock: house.clock)
        }
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: ImportError.fileMissing("tables/care_case.jsonl")) {
            try ExitImport.run(from: folder, other, house.plan, clock: house.clock)
        }
        try house.folder.write(bytes, path)
        var wrongKey = other
        wrongKey.keyFile = house.folder.key + "-other"
        _ = try Vault(keyFile: wrongKey.keyFile, createIfMissing: true)
        #expect(throws: VaultError.databaseOfOtherKeys) {
            try ExitImport.run(from: folder, wrongKey, house.plan, clock: house.clock)
        }
    }
}
