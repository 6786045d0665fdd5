import Foundation
import SQLite
import Testing

/// A folder of its own for each test, gone when the test is over.
final class Folder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("fjorten-sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String {
        "\(path)/\(name)"
    }
}

let noteTable = """
    CREATE TABLE note (
        id   INTEGER PRIMARY KEY,
        word TEXT UNIQUE,
        data BLOB
    ) STRICT
    """

extension Folder {
    /// A new database with one table.
    func notes(_ name: String = "notes.sqlite") throws -> sending Connection {
        let db = try Connection(path: file(name), .create)
        try db.run(noteTable)
        return db
    }
}

func words(_ db: borrowing Connection) throws -> [String] {
    try db.rows("SELECT word FROM note ORDER BY word", []) { $0.text(0) }
}
