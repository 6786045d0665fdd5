import Foundation
import SQLite
import Testing

@testable import Centre
@testable import Records
@testable import SQLite
@testable import TestHouse

/// Every statement the house may run, and where it stands.
enum EveryStatement {
    /// Those of the floor that keeps the data. Rooms list theirs themselves.
    static let ofRecords: [any StatementList.Type] = [
        AuditSQL.self, BackupSQL.self, DictionarySQL.self, ErasureSQL.self, ExitSQL.self,
        LedgerSQL.self, ProofSQL.self, StaffSQL.self, StandardSQL.self, VaultSQL.self,
        VerifySQL.self,
    ]
    static let lists = ofRecords + Room.all(SearchIndex()).flatMap(\.description.statements)

    struct Statement {
        let place: String
        let sql: String
        /// Whether it may walk a table that grows.
        let mayWalk: Bool

        /// Its places for values, all of them empty.
        var nothing: [SQLiteValue] {
            let places = sql.matches(of: /\?(\d+)/).compactMap { Int($0.1) }
            return [SQLiteValue](repeating: .null, count: places.max() ?? 0)
        }
    }

    static let listed = lists.flatMap { list in
        list.texts.map { Statement(place: "\(list)", sql: $0.sql, mayWalk: $0.mayWalk) }
    }

    /// What follows from the tables' declarations: what takes a case's rows and counts them is behind pages, the rest is
    /// run by commands, over everything.
    static let derived = HouseFiles.plan.tables.flatMap { table in
        let sql = TableSQL(table)
        let ofACase = [sql.take, sql.count]
        return sql.all.map { text in
            Statement(place: "\(table.name)", sql: text, mayWalk: !ofACase.contains(text))
        }
    }

    static let ofMigrator = ReceiptSQL.allCases.map {
        Statement(place: "ReceiptSQL", sql: $0.rawValue, mayWalk: true)
    }

    static let all = listed + derived + ofMigrator
}

@Suite("Every statement")
struct StatementTests {
    @Test("fits the newest schema")
    func prepared() throws {
        let files = try HouseFiles()
        let db = try files.database()
        for statement in EveryStatement.all {
            // EXPLAIN prepares the statement, names and all, and runs nothing of it.
            #expect(throws: Never.self, "\(statement.place): \(statement.sql)") {
                try db.forEachRow("EXPLAIN \(statement.sql)", statement.nothing) { _ in }
            }
        }
    }

    @Test("stands in a list that its room, or the floor that keeps the data, has named")
    func complete() throws {
        let sources = URL(filePath: TestFolder.projectRoot).appending(path: "Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var found: Set<String> = []
        for case let file as URL in files ?? FileManager.DirectoryEnumerator()
        where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /enum (\w+): String, StatementList/) {
                found.insert(String(match.1))
            }
        }
        let named = EveryStatement.lists.map { "\($0)" }
        #expect(found == Set(named))
        #expect(named.count == Set(named).count, "none is named twice")
    }
}
