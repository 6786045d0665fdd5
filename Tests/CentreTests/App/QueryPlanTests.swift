import SQLite
import Testing

@testable import Records
@testable import TestHouse

/// What runs behind a page must not grow with the years: no statement that answers requests may walk a whole table that
/// only ever grows. Which tables grow their rooms say, and each list says which of its statements are asked for
/// everything, by a command or a job.
@Suite("Query plans")
struct QueryPlanTests {
    private static let growing = Set(
        HouseFiles.plan.tables.filter(\.grows).map { "\($0.name)" })

    @Test("no page walks a table that grows")
    func plans() throws {
        let files = try HouseFiles.withThreeCases()
        let db = try files.database()
        for statement in EveryStatement.all where !statement.mayWalk {
            let walked = try Self.walked(by: statement, db)
            #expect(walked == [], "\(statement.place): \(statement.sql)")
        }
    }

    @Test("what is said to walk everything does: otherwise it need not be said")
    func walking() throws {
        let files = try HouseFiles.withThreeCases()
        let db = try files.database()
        for statement in EveryStatement.listed where statement.mayWalk {
            #expect(
                try Self.walked(by: statement, db) != [], "\(statement.place): \(statement.sql)")
        }
    }

    @Test("the tables that hold cases, their log and their words grow")
    func grows() {
        #expect(
            Self.growing.isSuperset(of: [
                "care_case", "ledger_entry", "audit_entry", "audit_subject", "audit_subject_case",
                "receipt_code", "draft", "closed_case", "erasure_request", "erasure_request_case",
                "erasure_receipt",
            ]))
    }

    /// The steps that go through a growing table from end to end.
    private static func walked(
        by statement: EveryStatement.Statement, _ db: borrowing Connection
    ) throws -> [String] {
        let steps = try db.rows(
            "EXPLAIN QUERY PLAN \(statement.sql)", statement.nothing
        ) { $0.text(3) }
        let names = aliases(of: statement.sql)
        return steps.filter { step in
            guard step.hasPrefix("SCAN ") else { return false }
            // The end of an index is found without walking it: "latest" and "next" do that.
            let isEnd = statement.sql.contains("LIMIT 1") || statement.sql.contains("max(")
            let table = String(step.split(separator: " ")[1])
            return growing.contains(names[table] ?? table) && !isEnd
        }
    }

    /// `FROM ledger_entry e` and `JOIN care_case c ON`: which table a letter stands for.
    private static func aliases(of statement: String) -> [String: String] {
        var names: [String: String] = [:]
        for match in statement.matches(of: /(?:FROM|JOIN) ([a-z_]+) ([a-z])\b/) {
            names[String(match.2)] = String(match.1)
        }
        return names
    }
}
