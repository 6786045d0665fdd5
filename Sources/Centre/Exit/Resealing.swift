internal import Domain
internal import Foundation
internal import SQLite

/// Seals anew, with the keys of the house it comes into, what an export has opened.
///
/// Ids, slots, days and words stay as they were, and so do all verdicts; what depends on a key is
/// made again: sealed values, the proofs of rows, the chain of the audit log, the digests of what was seen together.
/// Receipt codes stay behind: their words are nowhere, so no new key can find them.
struct Resealing {
    let vault: Vault
    /// The export.
    let folder: String

    private var slots: [Int64: KeySlot] = [:]
    private var subjects: [Int64: [UInt8]] = [:]
    private var bodies: [Int64: String] = [:]
    private var reasons: [Int64: (slot: KeySlot, text: String)] = [:]
    private var chain: [UInt8] = []
    /// What each proof has become, so that the audit log can go on naming the row.
    private var proofs: [[UInt8]: [UInt8]] = [:]
    /// Where each ledger ends so far.
    private var ends: [Int64: [UInt8]] = [:]

    init(_ folder: String, with vault: Vault, from old: borrowing Connection) throws {
        self.vault = vault
        self.folder = folder
        try takeSlots(old)
        try takeSubjects(old)
        bodies = try opened("ledger_entry", "id", "body")
        let words = try opened("audit_entry", "seq", "reason")
        try old.forEachRow(ExitSQL.reasons) { row in
            guard let text = words[row.integer(0)] else { return }
            reasons[row.integer(0)] = (KeySlot(rawValue: row.integer(1)), text)
        }
    }

    /// Copies every row of every table.
    ///
    /// - Returns: how many rows the new house has.
    mutating func copy(
        from old: borrowing Connection, to new: borrowing Connection
    ) throws -> Int {
        var count = 0
        // The audit log names proofs, and a ledger's first follows its case's: these come before.
        let first = ["staff", "adopted_standard", "care_case", "ledger_entry"]
        let rest = try old.tableNames().filter { $0 != "receipt_code" && !first.contains($0) }
        for name in first + rest {
            let table = try ExitTable(name, of: old)
            try new.emptyTable(name)
            func take(_ row: borrowing Row) throws {
                let values = table.columns.indices.map { row.value($0) }
                try new.insertRow(try resealed(values, table), intoTable: name)
                count += 1
            }
            if name == "ledger_entry" {
                try old.forEachRow(ExitSQL.ledgers, [], take)
            } else {
                try old.forEachRow(ofTable: name, take)
            }
        }
        return count
    }

    /// Every case has the slot it had, with a key of this house; an erased case has none here either.
    private mutating func takeSlots(_ old: borrowing Connection) throws {
        let held = try old.rows(ExitSQL.slots) { row in
            (id: row.integer(0), slot: KeySlot(rawValue: row.integer(1)), isErased: row.int(2) == 1)
        }
        if let last = held.map(\.slot).max() { _ = try vault.reserve(atOrAfter: last) }
        for one in held {
            slots[one.id] = one.slot
            if one.isErased { try vault.erase(slot: one.slot) }
        }
        if let last = held.map(\.slot).max() { try vault.slotsAreUsed(upTo: last.rawValue) }
    }

    private mutating func takeSubjects(_ old: borrowing Connection) throws {
        var cases: [Int64: [Int64]] = [:]
        try old.forEachRow(AuditSQL.everySubject) { row in
            cases[row.integer(0), default: []] += row.integerOrNil(2).map { [$0] } ?? []
        }
        subjects = cases.mapValues { vault.chain([], $0.sorted().flatMap(\.bigEndianBytes)) }
    }

    private mutating func resealed(
        _ values: [SQLiteValue], _ table: ExitTable
    ) throws -> [SQLiteValue] {
        var row = ExitRow(table, values)
        switch table.name {
        case "staff": prove("staff", &row)
        case "adopted_standard": prove("adopted_standard", &row)
        case "care_case":
            if let proof = prove("care_case", &row), let id = row.integer("id") { ends[id] = proof }
        case "ledger_entry":
            if row["body"] != .null { try sealBody(&row) }
            if let id = row.integer("case_id"),
                let proof = prove("ledger_entry", &row, after: ends[id] ?? [])
            {
                ends[id] = proof
            }
        case "audit_subject":
            if let digest = row.integer("id").flatMap({ subjects[$0] }) {
                row["digest"] = .blob(digest)
            }
        case "audit_entry": try link(&row)
        case "vault_check": row["value"] = .blob(vault.checkValue)
        default: break
        }
        return row.values
    }

    /// A row that had no proof gets none: verify goes on naming it.
    @discardableResult
    private mutating func prove(
        _ table: StaticString, _ row: inout ExitRow, after previous: [UInt8] = []
    ) -> [UInt8]? {
        guard let old = row.bytes("proof") else { return nil }
        let proof = vault.proof(
            of: table, row.values(without: ["proof", "erased_at"]), after: previous)
        row["proof"] = .blob(proof)
        proofs[old] = proof
        return proof
    }

    private func sealBody(_ row: inout ExitRow) throws {
        guard let id = row.integer("id"), let text = bodies[id],
            let slot = row.integer("case_id").flatMap({ slots[$0] })
        else { throw ImportFailure.differs(table: "ledger_entry") }
        row["body"] = .blob(
            try vault.seal(
                Array(text.utf8), table: "ledger_entry", column: "body", row: id, slot: slot))
    }

    private mutating func link(_ row: inout ExitRow) throws {
        guard let seq = row.integer("seq") else {
            throw ImportFailure.differs(table: "audit_entry")
        }
        if let reason = reasons[seq] {
            row["reason"] = .blob(
                try vault.seal(
                    Array(reason.text.utf8), table: "audit_entry", column: "reason", row: seq,
                    slot: reason.slot))
        }
        if let old = row.bytes("written") {
            // A row that is forgotten or was written over since has none; what is named must differ all the same.
            row["written"] = .blob(proofs[old] ?? vault.proof(of: "no row", [.blob(old)]))
        }
        let content = AuditRow(
            seq: seq, at: row.text("at"), actor: row.integer("actor"), role: row.text("role"),
            session: row.text("session"), action: row.text("action"),
            subjectDigest: row.integer("subject").flatMap { subjects[$0] },
            reason: row.bytes("reason"), staff: row.integer("about_staff"),
            written: row.bytes("written"))
        chain = vault.chain(chain, content.content)
        row["chain"] = .blob(chain)
    }

    /// The opened values of a column, by the row's key.
    private func opened(
        _ table: String, _ key: String, _ column: String
    ) throws -> [Int64: String] {
        let file = "\(ExitFile.personal)/\(table).\(column).jsonl"
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
            throw ImportFailure.fileMissing(file)
        }
        var opened: [Int64: String] = [:]
        for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            do throws(JSONFault) {
                let object = try JSONReader.read([UInt8](line)).object
                guard let id = object?[key]?.wholeNumber else {
                    throw JSONFault(path: key, "is missing")
                }
                guard let text = object?[column]?.string else {
                    throw JSONFault(path: column, "is missing")
                }
                opened[Int64(id)] = text
            } catch {
                throw ImportFailure.line(
                    file: file, number: index + 1, what: error.description)
            }
        }
        return opened
    }
}

/// A row whose values are asked for by the column's name.
private struct ExitRow {
    private(set) var values: [SQLiteValue]
    private let places: [String: Int]

    init(_ table: ExitTable, _ values: [SQLiteValue]) {
        self.values = values
        places = Dictionary(
            table.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
    }

    subscript(column: String) -> SQLiteValue {
        get { places[column].map { values[$0] } ?? .null }
        set { if let place = places[column] { values[place] = newValue } }
    }

    func integer(_ column: String) -> Int64? {
        if case .integer(let number) = self[column] { number } else { nil }
    }

    func bytes(_ column: String) -> [UInt8]? {
        if case .blob(let bytes) = self[column] { bytes } else { nil }
    }

    /// The values in their order, but for some columns.
    func values(without columns: [String]) -> [SQLiteValue] {
        let left = Set(columns.compactMap { places[$0] })
        return values.indices.filter { !left.contains($0) }.map { values[$0] }
    }

    func text(_ column: String) -> String {
        if case .text(let text) = self[column] { text } else { "" }
    }
}
