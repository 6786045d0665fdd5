import Domain
import Foundation
import HTML
import HTTP
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

/// Everything that must be thought of is asked of the one list of rooms; here what the house has is compared with it.
@Suite("The one list of rooms")
struct RoomListTests {
    private static let rooms = Room.all(SearchIndex()).map(\.description)
    private static let plan = HouseFiles.plan

    /// Every Swift file under a folder of `Sources`, and what is written in it.
    private static func sources(_ folder: String) throws -> [(path: String, text: String)] {
        let root = TestFolder.projectRoot + "/Sources/" + folder
        return try FileManager.default.subpathsOfDirectory(atPath: root)
            .filter { $0.hasSuffix(".swift") }.sorted().map { path in
                (path, try String(contentsOfFile: root + "/" + path, encoding: .utf8))
            }
    }

    @Test("every table of the newest schema is declared exactly once, and no other")
    func tables() throws {
        let declared = Self.plan.tables.map { "\($0.name)" }
        let files = try HouseFiles()
        #expect(try declared.sorted() == files.database().tableNames().sorted())
    }

    @Test("what a table says of its columns is so")
    func columns() throws {
        let files = try HouseFiles()
        let db = try files.database()
        for table in Self.plan.tables {
            let columns = try db.columnNames(of: "\(table.name)")
            let said: [StaticString] =
                table.sealed.flatMap { [$0.name, $0.key] }
                + [table.slotColumn, table.caseColumn].compactMap(\.self)
            for column in said { #expect(columns.contains("\(column)"), "\(table.name).\(column)") }
            #expect(columns.contains("proof") == table.isProven, "\(table.name)")
        }
    }

    @Test("every column that is personal is sealed, by its table's own word")
    func sealed() throws {
        let files = try HouseFiles()
        let dictionary = try DataDictionary(of: files.database())
        for name in dictionary.columns.sorted() {
            let parts = name.split(separator: ".").map(String.init)
            guard dictionary.meaning(of: parts[1], in: parts[0])?.sensitivity == "personal" else {
                continue
            }
            let table = Self.plan.tables.named(parts[0])
            let isSealed = table?.sealed.contains { "\($0.name)" == parts[1] } == true
            #expect(isSealed || Self.underKeysOfTheirOwn.contains(name), "\(name)")
        }
    }

    /// Sealed under a key that the visitor alone has, and gone within the hour.
    private static let underKeysOfTheirOwn: Set = ["draft.body"]

    @Test(
        "every action of the log that the sources name is in the plan, and no code stands for two")
    func actions() throws {
        let codes = Self.plan.actions.map(\.code)
        #expect(codes.count == Set(codes).count, "\(codes.sorted())")
        let declared = try (Self.sources("Records") + Self.sources("Centre")).flatMap { _, text in
            text.matches(of: /AuditAction\(\s*"([a-z-]+)"/).map { String($0.1) }
        }
        #expect(declared.count > 25)
        #expect(Set(declared) == Set(codes))
        for action in Self.plan.actions { #expect(!action.words.isEmpty, "\(action.code)") }
    }

    @Test("every fact of the house's own is in the plan, and none has the name of an event")
    func facts() throws {
        let types = Self.plan.facts.map { $0.type }
        #expect(types.count == Set(types).count)
        #expect(Set(types).isDisjoint(with: Fact.types))
        let declared = try (Self.sources("Records") + Self.sources("Centre")).flatMap { _, text in
            text.matches(of: /struct (\w+): HouseFact/).map { String($0.1) }
        }
        #expect(Set(declared) == Set(Self.plan.facts.map { "\($0)" }))
    }

    @Test("every act is in a room, has an address of its own, a word in the log, and roles")
    func acts() throws {
        let acts = ActList(Self.rooms.flatMap(\.acts)).all
        let declared = try Self.sources("Centre").flatMap { _, text in
            text.matches(of: /struct (\w+): CaseAct\b/).map { String($0.1) }
        }
        #expect(declared.sorted() == acts.map { "\($0)" }.sorted())
        #expect(Set(acts.map { $0.address }).count == acts.count)
        #expect(Set(acts.map { $0.audit.code }).count == acts.count)
        for act in acts {
            #expect(!act.roles.isEmpty && !act.title.isEmpty && !act.button.isEmpty, "\(act)")
        }
    }

    @Test("every address that the sources declare leads into the house")
    func routes() throws {
        let routes = try TestHouse().centre.routes
        let open = Set(routes.map { "\($0.method.rawValue) \($0.pattern)" })
        let declared = try Self.sources("Centre").flatMap { _, text in
            text.matches(of: /\.(?:staff|open)\(\s*\.(get|post), "([^"\\]+)"/).map {
                "\($0.1.uppercased()) \($0.2)"
            }
        }
        #expect(declared.count > 40)
        #expect(Set(declared).subtracting(open) == [])
    }

    @Test("every room has a folder, and every folder a room")
    func folders() throws {
        let folder = TestFolder.projectRoot + "/Sources/Centre"
        let folders = try Set(FileManager.default.contentsOfDirectory(atPath: folder))
        // What is no room: what all of them stand on, what joins them, and the invented year.
        #expect(folders.subtracting(["Web", "App", "Demo"]) == Set(Self.rooms.map(\.name)))
    }

    @Test("a line of the menu leads somewhere that exists")
    func menu() throws {
        let addresses = try TestHouse().centre.routes.filter { $0.method == .get }.map(\.pattern)
        for item in Self.rooms.flatMap(\.menu) {
            #expect(addresses.contains(item.address.text), "\(item.id)")
        }
    }
}
