extension Connection {
    /// All of `body` or none of it. Inside another transaction it is a savepoint of that one.
    ///
    /// It takes the write lock at once (`IMMEDIATE`): one that began by reading could find out
    /// too late that somebody else had written.
    package borrowing func transaction<T>(_ body: () throws -> T) throws -> T {
        guard isAutocommit else { return try savepoint(body) }
        return try between("BEGIN IMMEDIATE", body)
    }

    /// Everything `body` reads is of one moment, while others write.
    package borrowing func snapshot<T>(_ body: () throws -> T) throws -> T {
        guard isAutocommit else { return try body() }
        return try between("BEGIN DEFERRED", body)
    }

    /// A part of a transaction that can fail alone.
    package borrowing func savepoint<T>(_ body: () throws -> T) throws -> T {
        try run("SAVEPOINT part")
        let result: T
        do {
            result = try body()
        } catch {
            // When SQLite has rolled everything back itself, there is no savepoint to go back to.
            if !isAutocommit {
                try run("ROLLBACK TO part")
                try run("RELEASE part")
            }
            throw error
        }
        try run("RELEASE part")
        return result
    }

    private borrowing func between<T>(_ begin: String, _ body: () throws -> T) throws -> T {
        try run(begin)
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Ends a transaction without its changes, if one is still open. What this could fail with
    /// was the failure that led here.
    borrowing func rollBack() {
        if !isAutocommit { try? run("ROLLBACK") }
    }
}
