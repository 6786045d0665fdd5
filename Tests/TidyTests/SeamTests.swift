import Foundation
import Testing

/// Who may know whom, and where a line of a kind may live.
@Suite("The seams of the house")
struct SeamTests {
    /// The whole map: a module that is not here has no place in the house yet.
    static let mayImport: [String: Set<String>] = [
        "SQLite": ["CSQLite"],
        "HTTP": ["CLinux", "CZlib"],
        "HTML": [],
        "Domain": ["CStandards"],
        // What keeps the data knows no HTTP and no HTML.
        "Records": ["Domain", "SQLite", "CZlib", "Crypto", "CryptoExtras"],
        "Centre": ["Records", "Domain", "SQLite", "HTTP", "HTML", "Crypto", "Logging"],
        "fjorten": ["Centre", "Records", "Domain", "ArgumentParser"],
    ]
    /// Comes with the compiler.
    static let everybodysOwn: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch",
    ]
    @Test("a module imports only what the map allows", arguments: House.sources)
    func imports(file: SourceFile) throws {
        let allowed = try #require(
            Self.mayImport[file.module], "\(file.module) is not on the map of modules")
        let line =
            /^\s*(?:(?:public|internal|private|fileprivate|package|@_?\w+|@testable)\s+)*import\s+(?:\w+\s+)?(\w+)/
        let imported = Set(
            file.lines(of: \.code).compactMap { $0.text.firstMatch(of: line).map { String($0.1) } }
        )
        let strangers = imported.subtracting(allowed).subtracting(Self.everybodysOwn)
        #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted())")
    }

    @Test("only backups and the server compress")
    func compression() {
        let users = House.sources.filter { $0.parts.code.contains("CZlib") && $0.module != "HTTP" }
        #expect(users.map(\.path) == ["Sources/Records/Backup/GzipFile.swift"])
    }

    @Test("sqlite3_ is said in SQLite alone")
    func sqliteCalls() {
        #expect(
            places(of: /\bsqlite3_/, in: \.code, House.sources, except: { $0.module == "SQLite" })
                == [])
    }

    @Test("only the audit room makes the token that opens what is sealed")
    func accessTokens() {
        #expect(
            places(
                of: /\bAccessToken\(/, in: \.code, House.sources,
                except: { $0.path.hasPrefix("Sources/Records/Audit/") }) == [])
    }

    /// Swift's `String` takes quadratic time on what a stranger may send; so it becomes one where its size is looked at.
    @Test("outside text becomes a String in HTTP and in one file of Centre")
    func outsideText() {
        #expect(
            places(
                of: /\.unlimitedString\b|\.string\(atMost:/, in: \.code, House.sources,
                except: {
                    $0.module == "HTTP"
                        || [
                            "Sources/Centre/Web/Forms/OutsideWords.swift",
                            "Sources/Centre/Web/Forms/SavedForm.swift",
                        ].contains($0.path)
                }) == [])
        // Nor by way of its bytes.
        #expect(
            places(
                of:
                    /String\(\s*(?:decoding|validating|bytes|data)\s*:[^)]*(?:Text|request|form|body)\b/,
                in: \.code, House.sources, except: { $0.module != "Centre" }) == [])
    }

    @Test("HTTP hands out nothing from outside as a String but a checked path")
    func outsideStrings() throws {
        let handsOut =
            /package (?:var|func|subscript|let|static func) ?\w*(?:\([^)]*\))?(?: *:| *->) *\[?String\]?\??/
        let checked: Set<String> = ["path", "queryText", "id", "urlencoded"]
        for name in ["Fields", "Headers", "PathParameters", "Request"] {
            let path = "Sources/HTTP/Messages/\(name).swift"
            let file = try #require(House.sources.first { $0.path == path })
            for line in file.lines(of: \.code) where line.text.contains(handsOut) {
                let isKnown = checked.contains { line.text.contains("var \($0): String") }
                #expect(isKnown, "\(path): \(line.text)")
            }
        }
    }

    @Test("SQL stands only in …SQL.swift files")
    func statements() {
        let statement =
            /\b(?:SELECT\s+[\w*(]|INSERT\s+(?:OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|REPLACE\s+INTO\b|CREATE\s+(?:TEMP\s+)?TABLE\b|DROP\s+TABLE\b)/
        #expect(
            places(
                of: statement, in: \.literals, House.sources,
                except: { $0.name.hasSuffix("SQL.swift") }) == [])
    }

    @Test("an SQL file is a closed list of statements")
    func statementFiles() {
        // What follows from a table's declaration is no list of its own.
        let derived: Set<String> = ["Sources/Records/Tables/TableSQL.swift"]
        for file in House.sources
        where file.name.hasSuffix("SQL.swift") && ["Records", "Centre"].contains(file.module) {
            #expect(
                file.parts.code.contains(/enum \w+SQL\s*:\s*String\s*,\s*StatementList/)
                    || derived.contains(file.path),
                "\(file.path) has no enum …SQL: String, StatementList")
        }
    }

    @Test("nothing below main reads the calendar clock")
    func calendarClock() {
        let clock =
            /\bDate\(\)|\bDate\.now\b|\bDate\.init\(\)|\btimeIntervalSinceNow\b|\bDate\(timeIntervalSinceNow|\btime\(nil\)|\bgettimeofday\(|CLOCK_REALTIME|\blocaltime(?:_r)?\(|\bcurrent_?(?:date|timestamp)\b|Calendar\.current|TimeZone\.current/
        // A response's Date field is the protocol's, and decides nothing.
        let allowed: Set<String> = ["Sources/HTTP/Serving/HTTPDate.swift"]
        #expect(
            places(
                of: clock, in: \.code, House.sources,
                except: { $0.module == "fjorten" || allowed.contains($0.path) }) == [])
        #expect(
            places(
                of:
                    /\bdatetime\('now|\bdate\('now|CURRENT_TIMESTAMP|CURRENT_DATE|strftime\([^)]*'now/,
                in: \.literals, House.sources) == [])
    }

    @Test("the environment and the flags are read at the door")
    func environment() {
        let reading = /ProcessInfo\.processInfo\.environment|\bgetenv\(|CommandLine\.arguments/
        #expect(
            places(
                of: reading, in: \.code, House.sources,
                except: { $0.module == "fjorten" }) == [])
    }

    @Test("markup is written in views and in HTML")
    func markup() {
        let tag = /<(?:div|p|h[1-6]|form|table|ul|ol|section|main|body|span|input|button)[ >]/
        #expect(
            places(
                of: tag, in: \.literals, House.sources.filter { $0.module != "HTML" },
                except: { $0.name.contains(/(?:Views?|Pages?|Frame)\.swift$/) })
                == [])
    }
}
