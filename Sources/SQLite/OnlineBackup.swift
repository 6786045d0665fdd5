private import CSQLite

extension Connection {
    /// Copies the database as it is at one moment into a new file, while others go on writing.
    ///
    /// All pages go in one step: in WAL mode that keeps nobody from writing, and a copy made in
    /// several steps would begin anew at every write of another connection.
    package borrowing func backUp(to path: String) throws(SQLiteError) {
        let target = try Connection(path: path, .create)
        guard
            let backup = unsafe sqlite3_backup_init(target.handle, "main", handle, "main")
        else { throw SQLiteError(code: unsafe sqlite3_extended_errcode(target.handle)) }
        let code = unsafe sqlite3_backup_step(backup, -1)
        let finished = unsafe sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else { throw SQLiteError(code: code) }
        guard finished == SQLITE_OK else { throw SQLiteError(code: finished) }
    }

    /// Leaves the database as one file without a log beside it, for a copy that is put away.
    package borrowing func becomeSingleFile() throws(SQLiteError) {
        try run("PRAGMA journal_mode = DELETE")
    }

    /// What SQLite finds wrong with the file; empty when it is sound.
    package borrowing func integrityProblems() throws -> [String] {
        try rows("PRAGMA integrity_check(20)", []) { $0.text(0) }.filter { $0 != "ok" }
    }

    /// Tables with rows that point to nothing.
    package borrowing func foreignKeyProblems() throws -> [String] {
        Set(try rows("PRAGMA foreign_key_check", []) { $0.text(0) }).sorted()
    }
}
