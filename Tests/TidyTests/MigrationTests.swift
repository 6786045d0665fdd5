import Foundation
import Testing

/// What the migrations must say of every column, and how they are numbered.
@Suite("The migrations")
struct MigrationTests {
    static let files = House.paths(under: "Migrations/", ending: ".sql")

    @Test("are numbered without a gap")
    func numbering() {
        let numbers = Self.files.map { Int($0.dropFirst("Migrations/".count).prefix(4)) }
        #expect(!numbers.isEmpty)
        #expect(numbers == Self.files.indices.map { $0 + 1 })
    }

    @Test("every table is STRICT", arguments: files)
    func strict(path: String) throws {
        for table in try tables(in: path) {
            #expect(table.tail.uppercased().contains("STRICT"), "\(path): \(table.name)")
        }
    }

    @Test("every column says how private it is, and a word about what it is", arguments: files)
    func sensitivity(path: String) throws {
        let declared = /--\s*(?:public|case|personal)\s*:\s*\S/
        for table in try tables(in: path) {
            for line in table.columns where !line.contains(declared) {
                Issue.record("\(path): \(table.name): \(line)")
            }
        }
        for line in try House.text(path).split(separator: "\n")
        where line.contains(/ADD\s+COLUMN/.ignoresCase()) && !line.contains(declared) {
            Issue.record("\(path): \(line)")
        }
    }

    @Test("what is personal is a blob, because it is sealed", arguments: files)
    func personalIsSealed(path: String) throws {
        for table in try tables(in: path) {
            for line in table.columns where line.contains(/--\s*personal\s*:/) {
                #expect(line.contains(/^\s*\w+\s+BLOB\b/), "\(path): \(table.name): \(line)")
            }
        }
    }

    private struct Table {
        let name: String
        /// The lines that declare columns; lines of table constraints are left out.
        let columns: [String]
        let tail: String
    }

    private func tables(in path: String) throws -> [Table] {
        let table =
            /CREATE\s+(?:TEMP\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)\s*\(\n(.*?)\n\)([^;]*);/
            .dotMatchesNewlines()
        let constraint = /^\s*(?:UNIQUE|PRIMARY KEY|FOREIGN KEY|CHECK|CONSTRAINT)\b/
        return try House.text(path).matches(of: table).map { match in
            let lines = match.2.split(separator: "\n").map(String.init).filter {
                $0.contains(/^\s*\w/) && !$0.contains(constraint)
            }
            return Table(name: String(match.1), columns: lines, tail: String(match.3))
        }
    }

    @Test("every CREATE TABLE is read by the tests above", arguments: files)
    func nothingSlipsThrough(path: String) throws {
        let said = try House.text(path).split(separator: "\n").count {
            $0.contains(/^\s*CREATE\s+(?:TEMP\s+)?TABLE\b/.ignoresCase())
        }
        #expect(try tables(in: path).count == said)
    }
}
