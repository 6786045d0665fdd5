import Foundation
import SQLite
import Synchronization
import Testing

@Suite("An online backup")
struct BackupTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
    }

    @Test("holds a prefix of the acknowledged writes while a thousand more are being made")
    func prefix() throws {
        let writer = Writer(try folder.notes())
        let acknowledged = Mutex(0)
        for number in 1...1_000 {
            writer.submit({ db in
                try db.run(
                    "INSERT INTO note (id, data) VALUES (?1, zeroblob(2000))",
                    [.integer(Int64(number))])
            }) { _ in acknowledged.withLock { $0 = max($0, number) } }
            if number == 300 { _ = try writer.perform { _ in } }
        }
        let before = acknowledged.withLock { $0 }
        let source = try Connection(path: folder.file("notes.sqlite"), .readOnly)
        try source.backUp(to: folder.file("copy.sqlite"))
        writer.stop()
        let copy = try Connection(path: folder.file("copy.sqlite"), .readWrite)
        try copy.becomeSingleFile()
        #expect(try copy.integrityProblems() == [])
        let ids = try copy.rows("SELECT id FROM note ORDER BY id", []) { $0.int(0) }
        #expect(ids.count >= before && before >= 300)
        #expect(ids == Array(1...max(1, ids.count)))
        #expect(!FileManager.default.fileExists(atPath: folder.file("copy.sqlite-wal")))
    }

    @Test("tells a damaged copy")
    func damaged() throws {
        let db = try folder.notes()
        for number in 0..<500 {
            try db.run("INSERT INTO note (word) VALUES (?1)", [.text("word \(number)")])
        }
        try db.backUp(to: folder.file("copy.sqlite"))
        do {
            let copy = try Connection(path: folder.file("copy.sqlite"), .readWrite)
            try copy.becomeSingleFile()
        }
        let file = try #require(FileHandle(forUpdatingAtPath: folder.file("copy.sqlite")))
        try file.seek(toOffset: 3 * 4096)
        try file.write(contentsOf: Data(repeating: 0xAA, count: 4096))
        try file.close()
        let copy = try Connection(path: folder.file("copy.sqlite"), .readOnly)
        let problems = (try? copy.integrityProblems()) ?? ["unreadable"]
        #expect(!problems.isEmpty)
    }

    @Test("counts rows, tables and columns, whatever they are called")
    func catalogue() throws {
        let db = try folder.notes()
        try db.run("CREATE TABLE \"odd \"\" name\" (a INTEGER, b TEXT) STRICT")
        try db.run("INSERT INTO \"odd \"\" name\" VALUES (1, 'x')")
        #expect(try db.rowCounts() == ["note": 0, "odd \" name": 1])
        #expect(try db.columnNames(of: "note") == ["id", "word", "data"])
        var seen = 0
        try db.forEachRow(ofTable: "odd \" name") { row in seen += row.int(0) }
        #expect(seen == 1)
    }
}
