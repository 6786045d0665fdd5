import Foundation
import SQLite
import Testing

@Suite("A connection")
struct ConnectionTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
    }

    @Test("keeps the rules of the house")
    func pragmas() throws {
        let db = try folder.notes()
        for (pragma, expected) in [
            ("journal_mode", SQLiteValue.text("wal")), ("synchronous", 2), ("foreign_keys", 1),
            ("secure_delete", 1), ("temp_store", 2), ("busy_timeout", 5_000),
        ] {
            let value = try db.firstRow("PRAGMA \(pragma)", []) { $0.value(0) }
            #expect(value == expected, "\(pragma)")
        }
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("notes.sqlite"))
        #expect(mode[.posixPermissions] as? Int == 0o600)
        let log = try FileManager.default.attributesOfItem(atPath: folder.file("notes.sqlite-wal"))
        #expect(log[.posixPermissions] as? Int == 0o600)
    }

    @Test(
        "gives back what it was given, of every type",
        arguments: [
            SQLiteValue.null, .integer(.min), .integer(.max), .real(0.1), .real(-.infinity),
            .text(""), .text("Ærø – e\u{301}\u{0}🦆"), .blob([]), .blob([0, 255, 0]),
            .blob([UInt8](repeating: 7, count: 100_000)),
        ])
    func roundTrip(value: SQLiteValue) throws {
        let db = try folder.notes()
        let back = try db.firstRow("SELECT ?1", [value]) { $0.value(0) }
        #expect(back == value)
    }

    @Test("a NULL or another type where a value was promised is an error, not an empty text")
    func misreading() throws {
        let db = try folder.notes()
        try db.run("INSERT INTO note (word) VALUES (NULL)")
        let error = #expect(throws: SQLiteError.self) {
            _ = try db.rows("SELECT word FROM note", []) { $0.text(0) }
        }
        #expect(error?.primaryCode == 20)
        #expect(throws: SQLiteError.self) {
            _ = try db.firstRow("SELECT id FROM note", []) { $0.blob(0) }
        }
        #expect(try db.firstRow("SELECT word FROM note", []) { $0.textOrNil(0) } == .some(nil))
    }

    @Test("a writing statement that answers is complete though only its first row was read")
    func returningRunsToItsEnd() throws {
        let db = try folder.notes()
        let first = try db.firstRow(
            "INSERT INTO note (word) VALUES ('a'), ('b'), ('c') RETURNING word", []
        ) { $0.text(0) }
        #expect(first == "a")
        let other = try Connection(path: folder.file("notes.sqlite"), .readOnly)
        #expect(try words(other) == ["a", "b", "c"])
    }

    @Test("an error names code and statement, and never a value")
    func errorWithoutValues() throws {
        let db = try folder.notes()
        let insert = "INSERT INTO note (word) VALUES (?1)"
        try db.run(insert, ["Rosenkål Testesen"])
        let error = #expect(throws: SQLiteError.self) { try db.run(insert, ["Rosenkål Testesen"]) }
        #expect(error?.isConstraint == true)
        #expect(error?.isUnique == true)
        #expect(error?.statement == insert)
        #expect(!"\(try #require(error))".contains("Rosenkål"))
        let strict = #expect(throws: SQLiteError.self) {
            try db.run("INSERT INTO note (data) VALUES (?1)", ["Rosenkål Testesen"])
        }
        #expect(!"\(try #require(strict))".contains("Rosenkål"))
    }

    @Test(
        "refuses what is not exactly one statement with its values",
        arguments: [
            ("SELECT 1; SELECT 2", [SQLiteValue]()), ("", []), ("-- nothing", []),
            ("SELECT ?1, ?2", [1]), ("SELECT 1", [1]), ("SELEKT", []),
        ])
    func misuse(sql: String, values: [SQLiteValue]) throws {
        let db = try folder.notes()
        #expect(throws: SQLiteError.self) { try db.run(sql, values) }
        try db.run("INSERT INTO note (word) VALUES ('still works');  ")
    }

    @Test("a query may run itself for each of its own rows")
    func reentrance() throws {
        let db = try folder.notes()
        try db.script("INSERT INTO note (word) VALUES ('a'); INSERT INTO note (word) VALUES ('b')")
        let all = try db.rows("SELECT word FROM note ORDER BY word", []) { row in
            try (row.text(0), words(db))
        }
        #expect(all.map(\.0) == ["a", "b"])
        #expect(all.map(\.1) == [["a", "b"], ["a", "b"]])
    }

    @Test("a transaction is all or nothing, a savepoint a part that can fail alone")
    func transactions() throws {
        struct Stop: Error {}
        let db = try folder.notes()
        let insert = "INSERT INTO note (word) VALUES (?1)"
        #expect(throws: Stop.self) {
            try db.transaction {
                try db.run(insert, ["lost"])
                throw Stop()
            }
        }
        try db.transaction {
            try db.run(insert, ["kept"])
            try? db.transaction {
                try db.run(insert, ["lost"])
                throw Stop()
            }
            try db.savepoint { try db.run(insert, ["also kept"]) }
        }
        #expect(try words(db) == ["also kept", "kept"])
        let isOver = db.isAutocommit
        #expect(isOver)
    }

    @Test("a reader writes nothing, and needs the file to be there")
    func readOnly() throws {
        _ = try folder.notes()
        let reader = try Connection(path: folder.file("notes.sqlite"), .readOnly)
        let error = #expect(throws: SQLiteError.self) {
            try reader.run("INSERT INTO note (word) VALUES ('x')")
        }
        #expect(error?.isReadOnly == true)
        #expect(throws: SQLiteError.self) {
            _ = try Connection(path: folder.file("missing.sqlite"), .readOnly)
        }
    }

    @Test("a snapshot sees one moment while others write")
    func snapshot() throws {
        let writer = try folder.notes()
        let reader = try Connection(path: folder.file("notes.sqlite"), .readOnly)
        try reader.snapshot {
            #expect(try words(reader) == [])
            try writer.run("INSERT INTO note (word) VALUES ('late')")
            #expect(try words(reader) == [])
        }
        #expect(try words(reader) == ["late"])
    }

    @Test("what was deleted is gone from file and log")
    func secureDelete() throws {
        let db = try folder.notes()
        let secret = "HEMMELIGHEDEN"
        try db.run(
            "INSERT INTO note (id, word, data) VALUES (1, ?1, zeroblob(9000))", [.text(secret)])
        try db.run("DELETE FROM note")
        #expect(try db.truncateLog())
        for name in ["notes.sqlite", "notes.sqlite-wal"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
            #expect(bytes.range(of: Data(secret.utf8)) == nil)
        }
    }

    @Test("more statements than the cache holds do no harm")
    func manyStatements() throws {
        let db = try folder.notes()
        for number in 0..<600 {
            #expect(try db.firstRow("SELECT \(number)", []) { $0.int(0) } == number)
        }
    }
}
