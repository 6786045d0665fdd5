import Testing

/// What folders may know of each other.
@Suite("The folders of a module")
struct FolderTests {
    private static func files(_ module: String) -> [SourceFile] {
        House.sources.filter { $0.module == module }
    }

    private static let modules = Set(House.sources.map(\.module)).sorted()

    @Test("know each other in one direction: there is no circle", arguments: modules)
    func circles(module: String) {
        #expect(Folders(Self.files(module)).circles == [])
        #expect(Folders(Self.files(module), by: \.innermostFolder).circles == [])
    }

    /// What is no room: what all of them stand on, what joins them, and the invented year.
    private static let noRooms: Set<String> = ["Web", "App", "Demo"]

    private static let rooms = files("Centre").filter { !noRooms.contains($0.folder) }

    @Test("only App names the bag of all services, or the centre itself")
    func services() {
        let bags: Set<String> = ["Services", "Centre"]
        let namings = Folders(Self.files("Centre")).namings.filter { bags.contains($0.name) }
        #expect(!namings.isEmpty || !Self.rooms.isEmpty)
        #expect(namings == [])
    }

    @Test("a room names no other room's forms or statements")
    func formsAndStatements() {
        let namings = Folders(Self.rooms).namings.filter {
            $0.name.hasSuffix("Form") || $0.name.hasSuffix("SQL")
        }
        #expect(namings == [])
    }

    @Test("a room shows no other room's views")
    func views() {
        let views = Self.rooms.filter { $0.name.contains(/(?:Views?|Pages?)\.swift$/) }
        var homes: [String: String] = [:]
        for file in views {
            for match in file.parts.code.matches(of: /(?m)^(.*)func (\w+)/)
            where !match.1.contains("private") {
                homes[String(match.2)] = file.folder
            }
        }
        #expect(homes.count > 30)
        let strangers = Self.rooms.flatMap { file -> [String] in
            let own = Set(
                Self.files("Centre").filter { $0.folder == file.folder || $0.folder == "Web" }
                    .flatMap { $0.parts.code.matches(of: /func (\w+)/).map { String($0.1) } })
            return file.parts.code.matches(of: /(\w+)\(/).compactMap { match in
                let name = String(match.1)
                guard let home = homes[name], home != file.folder, !own.contains(name) else {
                    return nil
                }
                return "\(file.path) shows \(name) of \(home)"
            }
        }
        #expect(strangers == [])
    }
}

/// The rules are no better than the reader that finds who names whom.
@Suite("The reader of folders")
struct FolderReaderTests {
    private func file(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: "Sources/M/\(path)", text: text)
    }

    @Test("tells the circle by the files and the names that close it, once")
    func circle() {
        let folders = Folders([
            file("A/One.swift", "struct One { let two: Two }"),
            file("B/Two.swift", "struct Two { func go() { three() } }"),
            file("C/Three.swift", "func three() { _ = One.self }"),
            file("D/Four.swift", "struct Four { let one: One }"),
        ])
        #expect(
            folders.circles == [
                "A (One.swift: Two) → B (Two.swift: three) → C (Three.swift: One) → A"
            ])
    }

    @Test("folders in a folder are told apart where the innermost are asked for")
    func nested() {
        let files = [
            file("A/B/One.swift", "struct One { let two: Two }"),
            file("A/C/Two.swift", "struct Two { let one: One }"),
        ]
        #expect(Folders(files).circles == [])
        #expect(
            Folders(files, by: \.innermostFolder).circles == [
                "A/B (One.swift: Two) → A/C (Two.swift: One) → A/B"
            ])
    }

    @Test("words in comments and literals name nobody, nor does what is private or nested")
    func notNamed() {
        let folders = Folders([
            file("A/One.swift", "struct One { enum Kind {} }\nprivate struct Two {}"),
            file(
                "B/Two.swift",
                """
                // One
                struct Three { let a = "One"; let kind: Kind; let two: Two; let b = x.One }
                """),
        ])
        #expect(folders.namings == [])
    }

    @Test("a function of the file's own is not another folder's")
    func ownFunction() {
        let folders = Folders([
            file("A/One.swift", "func page() {}"),
            file("B/Two.swift", "struct Two { func page() {}; func go() { page() } }"),
            file("C/Three.swift", "let three = page()"),
        ])
        #expect(folders.namings.map(\.folder) == ["C"])
    }

    @Test("what stands in braces is not outermost")
    func braces() {
        #expect(FileNames.outermost("a { b { c } d }\ne") == "a {}\ne")
    }
}
