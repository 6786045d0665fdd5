import Foundation
import SQLite
import Testing

@testable import Centre

/// What runs behind a page must not grow with the years: no statement of a room that answers
/// requests may walk a whole table that only ever grows.
@Suite("Query plans")
struct QueryPlanTests {
    static let growing: Set<String> = [
        "care_case", "ledger_entry", "audit_entry", "audit_subject", "audit_subject_case",
        "receipt_code", "draft", "closed_case", "erasure_request", "erasure_request_case",
        "erasure_receipt",
    ]

    /// What walks everything because it is asked for everything: commands, never a page.
    static let walksEverything: Set<String> = [
        LedgerSQL.everyCase.rawValue, LedgerSQL.count.rawValue, AuditSQL.allWithSubject.rawValue,
        AuditSQL.everySubject.rawValue, AuditSQL.allWithSubjectOfOld.rawValue,
        // Beside a trigger SQLite plans to look for cases that wait for the standard; it looks only while one does.
        StandardSQL.adopt.rawValue,
    ]

    /// Rooms that no page asks: what they run is asked for by a command, or once when the house opens.
    static let behindCommands: Set<String> = [
        "BackupSQL", "ErasureSQL", "DictionarySQL", "ExitSQL", "ProofSQL", "ReceiptSQL",
        "VaultSQL", "VerifySQL",
    ]

    /// Every statement of every other room, also of one that is built tomorrow.
    static let behindPages: [String] =
        everyStatement.filter { !behindCommands.contains($0.key) }.values.flatMap { $0 }
        + ErasureSQL.rowsOfCase.map(\.take.rawValue)
        + ErasureSQL.countsOfCase.map(\.count.rawValue)

    @Test("no page walks a table that grows")
    func plans() throws {
        let house = try SafeHouse()
        let db = try Connection(path: house.configuration.databaseFile, .readOnly)
        for statement in Self.behindPages where !Self.walksEverything.contains(statement) {
            try expectNoWalk(statement, db)
        }
    }

    private func expectNoWalk(_ statement: String, _ db: borrowing Connection) throws {
        let places = statement.matches(of: /\?(\d+)/).compactMap { Int($0.1) }
        let nothing = [SQLiteValue](repeating: .null, count: places.max() ?? 0)
        let steps = try db.rows("EXPLAIN QUERY PLAN \(statement)", nothing) { $0.text(3) }
        let names = try Self.aliases(of: statement)
        for step in steps where step.hasPrefix("SCAN ") {
            // The end of an index is found without walking it: "latest" and "next" do that.
            let table = String(step.split(separator: " ")[1])
            let isEnd = statement.contains("LIMIT 1") || statement.contains("max(")
            let isGrowing = Self.growing.contains(names[table] ?? table)
            #expect(!isGrowing || isEnd, "\(step) in \(statement)")
        }
    }

    /// `FROM ledger_entry e` and `JOIN care_case c ON`: which table a letter stands for.
    private static func aliases(of statement: String) throws -> [String: String] {
        var names: [String: String] = [:]
        for match in statement.matches(of: /(?:FROM|JOIN) ([a-z_]+) ([a-z])\b/) {
            names[String(match.2)] = String(match.1)
        }
        return names
    }
}
