internal import Domain
package import SQLite

/// The checks that need the file and its keys alone, and no house that opens on them.
package struct FileChecks: Sendable {
    package let vault: Vault
    package let configuration: Configuration
    /// A head from a report or a manifest that the chain must pass through.
    package var head: ChainAnchor.Head?
    /// Told how far it is, now and then.
    package var progress: @Sendable (String) -> Void = { _ in }

    package var place: ChainAnchor.Place { ChainAnchor.Place(vault, configuration) }

    /// Whether SQLite can read the file to its end and finds its pages whole.
    package func file(_ db: borrowing Connection) throws -> Verify.Finding {
        var problems: [String] = []
        do {
            try db.forEachRow(VerifySQL.integrity) { row in
                problems += row.text(0).split(separator: "\n").map(String.init)
                    .filter { $0 != "ok" && !$0.hasPrefix("***") }
            }
        } catch {
            // What SQLite said before it gave up is worth more than that it did.
            problems.append("cannot be read to its end. \(ErrorWords.sentence(for: error))")
        }
        return Verify.Finding(what: "database file", faults: problems)
    }

    /// Whether the migrations alone have made what stands in the schema.
    package func schema(_ db: borrowing Connection) throws -> Verify.Finding {
        let check = SchemaCheck(
            migrator: try KnownMigrations.migrator(folder: configuration.migrationsFolder))
        return Verify.Finding(
            what: "schema: tables, indexes and triggers", faults: try check.faults(db))
    }

    /// Whether every row that points at another points at one that is there.
    package func references(_ db: borrowing Connection) throws -> Verify.Finding {
        let tables = try db.foreignKeyProblems()
        return Verify.Finding(
            what: "references", faults: tables.map { "rows of \($0) point to nothing" })
    }

    /// Whether every entry of the audit log follows from the one before it, and the heads lie on the chain.
    ///
    /// - Parameter kept: the head noted beside the key.
    package func chain(
        _ db: borrowing Connection, kept: ChainAnchor.Head?
    ) throws -> Verify.Finding {
        let check = ChainCheck(vault: vault, heads: [kept, head].compactMap { $0 })
        var outcome = try check.run(db)
        outcome.faults += try ChainAnchor.faults(place, beside: outcome, given: head)
        return Verify.Finding(
            what: "audit chain, \(outcome.linkCount) entries",
            faults: ChainFault.oneCut(outcome.faults).map(\.description))
    }

    /// Whether the rows that carry a proof stand as the house wrote them.
    package func proofs(_ db: borrowing Connection) throws -> Verify.Finding {
        let outcome = try ProofCheck(vault: vault, progress: progress).run(db)
        let older = outcome.older.map { " (\($0.count) of them since \($0.day))" } ?? ""
        return Verify.Finding(
            what: """
                row proofs: \(outcome.entryCount) entries\(older) of \(outcome.caseCount) cases, \
                \(outcome.staffCount) of staff, \(outcome.standardCount) standards
                """, faults: outcome.faults)
    }
}

extension Verify {
    /// What is wrong with a file on which the house does not open; nil where the file was not the cause.
    package static func withoutHouse(
        _ configuration: Configuration, behind error: any Error
    ) throws -> [Finding]? {
        if error is OpeningError || error is VaultError { return nil }
        if let error = error as? SQLiteError, !error.isCorrupt { return nil }
        let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: false)
        let files = FileChecks(vault: vault, configuration: configuration)
        let kept = ChainAnchor.kept(files.place)
        let db = try Connection(path: configuration.databaseFile, .readOnly)
        let checks: [Check] = [
            ("database file", files.file), ("schema", files.schema),
            ("references", files.references), ("audit chain", { try files.chain($0, kept: kept) }),
            ("row proofs", files.proofs),
        ]
        return checks.map { finding($0, db) } + [
            Finding(
                what: "opening the house", faults: [ErrorWords.sentence(for: error)])
        ]
    }
}
