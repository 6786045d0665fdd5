internal import Domain
internal import Foundation
package import SQLite

/// Seals anew, with the keys of the house it comes into, what an export has opened.
///
/// Ids, slots, days and words stay as they were, and so do all verdicts; what depends on a key is
/// made again: sealed values, the proofs of rows, the chain of the audit log, the digests of what was seen together.
/// Receipt codes stay behind: their words are nowhere, so no new key can find them.
package struct Resealing {
    private let vault: Vault
    private let plan: HousePlan
    /// The export.
    private let folder: String

    private var slots: [Int64: KeySlot] = [:]
    private var subjects: [Int64: [UInt8]] = [:]
    /// What was sealed, by table and column, and by the row's key.
    private var opened: [String: [Int64: Opened]] = [:]
    private var chain: [UInt8] = []
    /// What each proof has become, so that the audit log can go on naming the row.
    private var proofs: [[UInt8]: [UInt8]] = [:]
    /// Where each ledger ends so far.
    private var ends: [Int64: [UInt8]] = [:]

    private struct Opened {
        let slot: KeySlot
        let text: String
    }

    package init(
        _ folder: String, _ plan: HousePlan, with vault: Vault, from old: borrowing Connection
    ) throws {
        self.vault = vault
        self.plan = plan
        self.folder = folder
        try takeSlots(old)
        try takeSubjects(old)
        for table in plan.tables {
            for column in table.sealed {
                opened["\(table.name).\(column.name)"] = try opened(column, of: table, old)
            }
        }
    }

    /// Copies every row of every table.
    ///
    /// - Returns: how many rows the new house has.
    package mutating func copy(
        from old: borrowing Connection, to new: borrowing Connection
    ) throws -> Int {
        var count = 0
        // The audit log names proofs, and a ledger's first follows its case's: these come before.
        let first = ["staff", "adopted_standard", "care_case", "ledger_entry"]
        let rest = try old.tableNames().filter { name in
            !first.contains(name) && plan.tables.named(name)?.staysBehind != true
        }
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
        let held = try old.rows(ExitSQL.caseSlots) { row in
            (id: row.integer(0), slot: KeySlot(rawValue: row.integer(1)), isErased: row.int(2) == 1)
        }
        var last = held.map(\.slot).max()
        for table in plan.tables {
            guard let used = TableSQL(table).slots else { continue }
            let highest = try old.rows(used) { KeySlot(rawValue: $0.integer(0)) }.max()
            last = [last, highest].compactMap(\.self).max()
        }
        guard let last else { return }
        _ = try vault.reserve(atOrAfter: last)
        for one in held {
            slots[one.id] = one.slot
            if one.isErased { try vault.erase(slot: one.slot) }
        }
        try vault.slotsAreUsed(upTo: last.rawValue)
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
        guard let declared = plan.tables.named(table.name) else { return values }
        try seal(&row, declared)
        switch table.name {
        case "care_case":
            if let proof = prove(declared, &row), let id = row.integer("id") { ends[id] = proof }
        case "ledger_entry":
            if let id = row.integer("case_id"),
                let proof = prove(declared, &row, after: ends[id] ?? [])
            {
                ends[id] = proof
            }
        case "audit_subject":
            if let digest = row.integer("id").flatMap({ subjects[$0] }) {
                row["digest"] = .blob(digest)
            }
        case "audit_entry": try link(&row)
        case "vault_check": row["value"] = .blob(vault.checkValue)
        default: if declared.isProven { prove(declared, &row) }
        }
        return row.values
    }

    /// A row that had no proof gets none: verify goes on naming it.
    @discardableResult
    private mutating func prove(
        _ table: RecordTable, _ row: inout ExitRow, after previous: [UInt8] = []
    ) -> [UInt8]? {
        guard let old = row.bytes("proof") else { return nil }
        let proof = vault.proof(
            of: table.name, row.values(without: ["proof", "erased_at"]), after: previous)
        row["proof"] = .blob(proof)
        proofs[old] = proof
        return proof
    }

    /// Seals what was opened; the reason of an entry about a case that is erased stays as it was, since nobody opened it.
    private func seal(_ row: inout ExitRow, _ table: RecordTable) throws {
        for column in table.sealed where row["\(column.name)"] != .null {
            guard let key = row.integer("\(column.key)"),
                let value = opened["\(table.name).\(column.name)"]?[key]
            else {
                if case .ofItsCase = column.slots {
                    throw ImportError.differs(table: "\(table.name)")
                }
                continue
            }
            row["\(column.name)"] = .blob(
                try vault.seal(
                    Array(value.text.utf8), table: table.name, column: column.name, row: key,
                    slot: value.slot))
        }
    }

    private mutating func link(_ row: inout ExitRow) throws {
        guard let seq = row.integer("seq") else {
            throw ImportError.differs(table: "audit_entry")
        }
        if let old = row.bytes("written") {
            // A row that is erased or was written over since has none; what is named must differ all the same.
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

    /// The opened values of a column and the slots of their keys, by the row's key.
    private func opened(
        _ column: SealedColumn, of table: RecordTable, _ old: borrowing Connection
    ) throws -> [Int64: Opened] {
        let texts = try texts(ExitFile.opened(table, column), "\(column.key)", "\(column.name)")
        var opened: [Int64: Opened] = [:]
        try old.forEachRow(TableSQL(table).sealed(column)) { row in
            guard let text = texts[row.integer(0)] else { return }
            opened[row.integer(0)] = Opened(
                slot: KeySlot(rawValue: row.integer(1)), text: text)
        }
        return opened
    }

    private func texts(
        _ file: String, _ key: String, _ column: String
    ) throws -> [Int64: String] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
            throw ImportError.fileMissing(file)
        }
        var texts: [Int64: String] = [:]
        for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            do throws(JSONFault) {
                let object = try JSONReader.read([UInt8](line)).object
                guard let id = object?[key]?.wholeNumber else {
                    throw JSONFault(path: key, "is missing")
                }
                guard let text = object?[column]?.string else {
                    throw JSONFault(path: column, "is missing")
                }
                texts[Int64(id)] = text
            } catch {
                throw ImportError.line(
                    file: file, number: index + 1, what: error.description)
            }
        }
        return texts
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
