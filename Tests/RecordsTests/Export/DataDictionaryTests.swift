import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("The data dictionary")
struct DataDictionaryTests {
    let house: HouseFiles

    init() throws { house = try HouseFiles.withThreeCases() }

    private func open() throws -> Connection {
        try house.database()
    }

    @Test("has a row for every column of every table, and none for what is not there")
    func complete() throws {
        let db = try open()
        var columns: Set<String> = []
        for table in try db.tableNames() {
            for column in try db.columnNames(of: table) { columns.insert("\(table).\(column)") }
        }
        #expect(try DataDictionary(of: db).columns == columns)
    }

    @Test("leaves nothing unsaid")
    func words() throws {
        let db = try open()
        let dictionary = try DataDictionary(of: db)
        for table in try db.tableNames() {
            for column in try db.columnNames(of: table) {
                let said = try #require(dictionary.meaning(of: column, in: table))
                for words in [said.words, said.form, said.source, said.kept] {
                    #expect(!words.isEmpty, "\(table).\(column)")
                }
            }
        }
    }

    @Test("calls each column as private as its own migration does")
    func agreesWithTheMigrations() throws {
        let db = try open()
        let dictionary = try DataDictionary(of: db)
        var count = 0
        for (name, _) in KnownMigrations.digests {
            let sql = try String(
                contentsOfFile: "\(house.configuration.migrationsFolder)/\(name)", encoding: .utf8)
            for table in sql.matches(of: /(?s)CREATE TABLE (\w+) \(\n(.*?)\n\)/) {
                for line in table.2.split(separator: "\n") {
                    guard let column = line.firstMatch(of: /^\s*(\w+).*-- (public|case|personal):/)
                    else { continue }
                    let meaning = dictionary.meaning(of: String(column.1), in: String(table.1))
                    #expect(meaning?.sensitivity == String(column.2), "\(line)")
                    count += 1
                }
            }
        }
        #expect(count > 60)
    }
}
