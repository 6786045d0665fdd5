package import Domain
package import SQLite

/// Begins to prove the rows of an older house: what was written before proofs were kept gets its proof now, once, and
/// is named by the audit log from now on.
///
/// Whether it was done is told by the audit chain alone, so that nobody without the key has it done again.
package struct RowProofs: Sendable {
    package let vault: Vault

    /// Fills in what is lacking, all of it or nothing: killed on the way, the next opening begins anew.
    package func begin(at now: Instant, in db: borrowing Connection) throws {
        guard try isDue(db) else { return }
        try db.transaction {
            // Somebody else may have done it while this one waited.
            guard try isDue(db) else { return }
            try proveStandards(at: now, in: db)
            try proveStaff(at: now, in: db)
            for one in try Self.cases(in: db) { try prove(one, at: now, in: db) }
        }
    }

    private var audit: AuditLog { AuditLog(vault: vault) }

    private func isDue(_ db: borrowing Connection) throws -> Bool {
        guard try db.firstRow(ProofSQL.hasBegun, [], { _ in true }) == nil else { return false }
        return try db.firstRow(ProofSQL.isOlder) { $0.flag(0) } ?? false
    }

    private func proveStandards(at now: Instant, in db: borrowing Connection) throws {
        for row in try db.rows(ProofSQL.standards, [], { ProvenRow($0, columnCount: 5) }) {
            let proof = vault.proof(of: "adopted_standard", row.columns)
            try db.run(ProofSQL.proveStandard, [row.columns[0], .blob(proof)])
            try audit.record(
                .rowsProven, by: .system, writing: WrittenRow(proof: proof), at: now, in: db)
        }
    }

    private func proveStaff(at now: Instant, in db: borrowing Connection) throws {
        for row in try db.rows(ProofSQL.staff, [], { ProvenRow($0, columnCount: 7) }) {
            let proof = vault.proof(of: "staff", row.columns)
            try db.run(ProofSQL.proveStaff, [row.columns[0], .blob(proof)])
            try audit.record(
                .rowsProven, by: .system, about: StaffID(row.id), writing: WrittenRow(proof: proof),
                at: now, in: db)
        }
    }

    private func prove(
        _ one: ProvenCase, at now: Instant, in db: borrowing Connection
    ) throws {
        let first = vault.proof(of: "care_case", one.row.columns)
        try db.run(ProofSQL.proveCase, [one.row.columns[0], .blob(first)])
        var last = first
        for row in try Self.entries(of: one, in: db) {
            last = vault.proof(of: "ledger_entry", row.columns, after: last)
            try db.run(ProofSQL.proveEntry, [row.columns[0], .blob(last)])
        }
        guard last != first else { return }
        try audit.record(
            .rowsProven, by: .system, cases: [one.ref], writing: WrittenRow(proof: last), at: now,
            in: db)
    }

    /// Every case, erased ones too.
    package static func cases(in db: borrowing Connection) throws -> [ProvenCase] {
        try db.rows(ProofSQL.cases, []) { row in
            ProvenCase(
                row: ProvenRow(row, columnCount: 6), ref: Ledger.ref(row),
                isErased: row.flag(7))
        }
    }

    /// The ledger of a case, in the order it was written.
    package static func entries(
        of one: ProvenCase, in db: borrowing Connection
    ) throws -> [ProvenRow] {
        try db.rows(ProofSQL.entries, [one.row.columns[0]]) { ProvenRow($0, columnCount: 12) }
    }
}

/// A row as its proof is made of it, and the proof that lies with it.
package struct ProvenRow: Sendable {
    package let columns: [SQLiteValue]
    package let proof: [UInt8]?

    /// - Parameter columnCount: how many columns the proof is over; it lies in the next.
    package init(_ row: borrowing Row, columnCount: Int) {
        columns = (0..<columnCount).map { row.value($0) }
        proof = row.blobOrNil(columnCount)
    }

    package var id: Int64 { integer(0) }

    /// What stands in a column of whole numbers; 0 for anything else.
    package func integer(_ column: Int) -> Int64 {
        if case .integer(let number) = columns[column] { number } else { 0 }
    }

    /// What stands in a column of text; empty for anything else.
    package func text(_ column: Int) -> String {
        if case .text(let text) = columns[column] { text } else { "" }
    }
}

/// A case's own row.
package struct ProvenCase: Sendable {
    package let row: ProvenRow
    package let ref: CaseRef
    package let isErased: Bool
}
