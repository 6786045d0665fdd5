internal import SQLite

/// What one event loop owns: its own read connection, and the pages it has made. Made on the loop's thread and never leaves it.
final class LoopContext {
    /// Reads only; a page that shows a person goes through the writer's log first.
    let db: Connection
    let commonPages = CommonPages()

    init(databaseFile: String) throws {
        db = try Connection(path: databaseFile, .readOnly)
        // The first question opens the log beside the database: now, while there are descriptors left.
        _ = try db.userVersion()
    }
}
