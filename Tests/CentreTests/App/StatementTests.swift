import Foundation
import SQLite
import Testing

@testable import Centre
@testable import SQLite

/// Every statement any room may run.
let everyStatement: [String: [String]] = [
    "AuditSQL": AuditSQL.allCases.map(\.rawValue),
    "BackupSQL": BackupSQL.allCases.map(\.rawValue),
    "LedgerSQL": LedgerSQL.allCases.map(\.rawValue),
    "DictionarySQL": DictionarySQL.allCases.map(\.rawValue),
    "ErasureSQL": ErasureSQL.allCases.map(\.rawValue),
    "ExitSQL": ExitSQL.allCases.map(\.rawValue),
    "IntakeSQL": IntakeSQL.allCases.map(\.rawValue),
    "LogReviewSQL": LogReviewSQL.allCases.map(\.rawValue),
    "OperationsSQL": OperationsSQL.allCases.map(\.rawValue),
    "ProofSQL": ProofSQL.allCases.map(\.rawValue),
    "ReceiptSQL": ReceiptSQL.allCases.map(\.rawValue),
    "RetentionSQL": RetentionSQL.allCases.map(\.rawValue),
    "StaffSQL": StaffSQL.allCases.map(\.rawValue),
    "StandardSQL": StandardSQL.allCases.map(\.rawValue),
    "VaultSQL": VaultSQL.allCases.map(\.rawValue),
    "VerifySQL": VerifySQL.allCases.map(\.rawValue),
]

@Suite("Every statement fits the newest schema")
struct StatementTests {
    @Test("in every room")
    func prepared() throws {
        let house = try TestHouse()
        let db = try Connection(path: house.databaseFile, .readOnly)
        for (room, statements) in everyStatement.sorted(by: { $0.key < $1.key }) {
            for statement in statements {
                // EXPLAIN prepares the statement, names and all, and runs nothing of it.
                let places = statement.matches(of: /\?(\d+)/).compactMap { Int($0.1) }
                let nothing = [SQLiteValue](repeating: .null, count: places.max() ?? 0)
                #expect(throws: Never.self, "\(room): \(statement)") {
                    try db.forEachRow("EXPLAIN \(statement)", nothing) { _ in }
                }
            }
        }
    }

    @Test("no room's list is forgotten here")
    func complete() throws {
        let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var found: Set<String> = []
        for case let file as URL in files ?? FileManager.DirectoryEnumerator()
        where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /enum (\w+SQL): String, CaseIterable/) {
                found.insert(String(match.1))
            }
        }
        #expect(found == Set(everyStatement.keys))
    }
}
