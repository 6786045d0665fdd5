import Foundation
import SQLite
import Synchronization
import Testing

@Suite("The writer")
struct WriterTests {
    static let insert = "INSERT INTO note (word) VALUES (?1)"
    struct Stop: Error {}

    let folder: Folder

    init() throws {
        folder = try Folder()
    }

    /// Holds the writer busy until told, so that what follows waits together.
    func hold(_ writer: Writer) -> DispatchSemaphore {
        let gate = DispatchSemaphore(value: 0)
        let isHeld = DispatchSemaphore(value: 0)
        writer.submit({ _ in
            isHeld.signal()
            gate.wait()
        }) { _ in }
        isHeld.wait()
        return gate
    }

    func reader() throws -> Connection {
        try Connection(path: folder.file("notes.sqlite"), .readOnly)
    }

    @Test("what waits together is committed together, and answered after the commit")
    func groups() throws {
        let writer = Writer(try folder.notes())
        let gate = hold(writer)
        let seen = Mutex([Int]())
        let path = folder.file("notes.sqlite")
        for number in 0..<64 {
            writer.submit({ try $0.run(Self.insert, [.text("w\(number)")]) }) { _ in
                // Another connection sees it already: it is committed.
                let count = try? Connection(path: path, .readOnly)
                    .firstRow("SELECT count(*) FROM note", []) { $0.int(0) }
                seen.withLock { $0.append(count ?? -1) }
            }
        }
        #expect(writer.figures.waitingCount == 64)
        gate.signal()
        writer.stop()
        #expect(seen.withLock { $0 } == Array(repeating: 64, count: 64))
        #expect(writer.commitCount == 2)
        #expect(writer.figures.waitingCount == 0)
        #expect(writer.figures.commitCounts.reduce(0, +) == 2)
    }

    @Test("a failing job harms no neighbour")
    func failingJob() throws {
        let writer = Writer(try folder.notes())
        let gate = hold(writer)
        let failed = Mutex([String]())
        for word in ["a", "b", "a", "c"] {
            writer.submit({ db in
                try db.run(Self.insert, [.text(word)])
                if word == "b" { throw Stop() }
            }) { result in
                if case .failure = result { failed.withLock { $0.append(word) } }
            }
        }
        gate.signal()
        writer.stop()
        #expect(failed.withLock { $0.sorted() } == ["a", "b"])
        #expect(try words(reader()) == ["a", "c"])
        #expect(writer.commitCount == 2)
    }

    @Test("where SQLite rolled everything back, the others run again one by one")
    func wholeRollback() throws {
        let writer = Writer(try folder.notes())
        let gate = hold(writer)
        let results = Mutex([String: Bool]())
        for word in ["a", "b", "c", "d"] {
            writer.submit({ db in
                try db.run(Self.insert, [.text(word)])
                if word == "c" {
                    // What a full disk does to a transaction.
                    try db.run("INSERT OR ROLLBACK INTO note (word) VALUES (?1)", ["c"])
                }
            }) { result in
                let isDone = if case .success = result { true } else { false }
                results.withLock { $0[word] = isDone }
            }
        }
        gate.signal()
        writer.stop()
        #expect(results.withLock { $0 } == ["a": true, "b": true, "c": false, "d": true])
        #expect(try words(reader()) == ["a", "b", "d"])
    }

    @Test("a full database fails the job that fills it, and the next small one succeeds")
    func fullDisk() throws {
        let writer = Writer(try folder.notes())
        try writer.performAlone { db in try db.run("PRAGMA max_page_count = 40") }
        let error = #expect(throws: SQLiteError.self) {
            try writer.perform { db in
                try db.run("INSERT INTO note (data) VALUES (zeroblob(1000000))")
            }
        }
        #expect(error?.isFull == true)
        #expect(error?.isStorageTrouble == true)
        try writer.perform { try $0.run(Self.insert, ["small"]) }
        let gate = hold(writer)
        let outcome = Mutex([Bool]())
        for size in [1_000, 1_000_000, 1_000] {
            writer.submit({ db in
                try db.run("INSERT INTO note (data) VALUES (zeroblob(\(size)))")
            }) { result in
                let isDone = if case .success = result { true } else { false }
                outcome.withLock { $0.append(isDone) }
            }
        }
        gate.signal()
        writer.stop()
        #expect(outcome.withLock { $0 }.count { $0 } == 2)
        #expect(try reader().firstRow("SELECT count(*) FROM note", []) { $0.int(0) } == 3)
    }

    @Test("refuses when too many wait, when stopped, and when it would wait for itself")
    func refusals() throws {
        let writer = Writer(try folder.notes(), waitingMax: 2)
        #expect(throws: WriterError.calledFromItself) {
            try writer.perform { _ in try writer.perform { _ in } }
        }
        let gate = hold(writer)
        let refused = Mutex([WriterError]())
        for word in ["a", "b", "c"] {
            writer.submit({ try $0.run(Self.insert, [.text(word)]) }) { result in
                if case .failure(let error as WriterError) = result {
                    refused.withLock { $0.append(error) }
                }
            }
        }
        #expect(refused.withLock { $0 } == [.queueFull])
        gate.signal()
        writer.stop()
        writer.stop()
        #expect(throws: WriterError.stopped) { try writer.perform { _ in } }
        #expect(try words(reader()) == ["a", "b"])
    }

    @Test("a job may use transactions of its own; one that ends the shared one is refused")
    func nested() throws {
        let writer = Writer(try folder.notes())
        try writer.perform { db in
            try db.transaction { try db.run(Self.insert, ["inside"]) }
        }
        #expect(throws: (any Error).self) {
            try writer.perform { db in
                try db.run(Self.insert, ["rogue"])
                try db.run("ROLLBACK")
            }
        }
        #expect(try writer.perform { try words($0) } == ["inside"])
        #expect(try writer.performAlone { try $0.truncateLog() })
        writer.stop()
    }

    @Test("many threads at once lose nothing")
    func manyThreads() throws {
        let writer = Writer(try folder.notes())
        DispatchQueue.concurrentPerform(iterations: 16) { thread in
            for number in 0..<20 {
                _ = try? writer.perform { try $0.run(Self.insert, [.text("\(thread)-\(number)")]) }
            }
        }
        writer.stop()
        #expect(try words(reader()).count == 320)
    }
}
