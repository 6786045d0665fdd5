/// The folders of a module, and which of them names what another declares.
///
/// A folder is what stands first under the module, `Ledger` of `Sources/Records/Ledger/CaseFile.swift`, or, where the
/// innermost are asked for, the whole way to the file, `Web/Acts`. What a file declares at its outermost level is what others can name; what is private to it they cannot.
struct Folders {
    /// One folder names what another declares.
    struct Naming: Hashable {
        let folder: String
        let other: String
        /// The file that names it, and what it names.
        let file: String
        let name: String
    }

    let namings: [Naming]

    init(_ files: [SourceFile], by place: KeyPath<SourceFile, String> = \.folder) {
        let read = files.filter { !$0.folder.isEmpty }.map { FileNames($0, in: $0[keyPath: place]) }
        var homes: [String: String] = [:]
        for file in read { for name in file.declared { homes[name] = file.folder } }
        namings = read.flatMap { file in
            file.named.sorted().compactMap { name in
                guard let home = homes[name], home != file.folder else { return nil }
                return Naming(folder: file.folder, other: home, file: file.name, name: name)
            }
        }
    }

    /// A way from a folder back to itself for every folder that lies on one; each circle is told once.
    ///
    /// `Ledger (LedgerEntry.swift: AuditLog) → Audit (Actor.swift: CaseRef) → Ledger`
    var circles: [String] {
        var told: Set<Set<String>> = []
        return Set(namings.map(\.folder)).sorted().compactMap { start in
            guard let way = way(from: start), told.insert(Set(way.map(\.folder))).inserted else {
                return nil
            }
            return way.map { "\($0.folder) (\($0.file): \($0.name)) → " }.joined() + start
        }
    }

    /// The shortest way from a folder back to itself.
    private func way(from start: String) -> [Naming]? {
        var ways: [[Naming]] = namings.filter { $0.folder == start }.map { [$0] }
        var seen: Set<String> = []
        while !ways.isEmpty {
            var longer: [[Naming]] = []
            for way in ways {
                guard let end = way.last?.other else { continue }
                if end == start { return way }
                guard seen.insert(end).inserted else { continue }
                longer += namings.filter { $0.folder == end }.map { way + [$0] }
            }
            ways = longer
        }
        return nil
    }
}

/// What one file declares for others, and every word that may name what another declares.
struct FileNames {
    let folder: String
    let name: String
    /// Types, protocols and functions at the outermost level that others may name.
    let declared: Set<String>
    let named: Set<String>

    init(_ file: SourceFile, in folder: String) {
        self.folder = folder
        name = file.name
        let outermost = Self.outermost(file.parts.code)
        declared = Self.types(outermost).union(Self.functions(outermost))
        named = Self.words(file.parts.code)
    }

    private static func types(_ code: String) -> Set<String> {
        let type = /^((?:[\w@]+ )*?)(?:struct|(?:final )?class|enum|protocol|actor|typealias) (\w+)/
        return names(of: type, code)
    }

    private static func functions(_ code: String) -> Set<String> {
        names(of: /^((?:[\w@]+ )*?)func (\w+)/, code)
    }

    private static func names(
        of pattern: Regex<(Substring, Substring, Substring)>, _ code: String
    ) -> Set<String> {
        Set(
            code.split(separator: "\n").compactMap { line in
                guard let match = line.firstMatch(of: pattern),
                    !match.1.contains("private")
                else { return nil }
                return String(match.2)
            })
    }

    /// Words with a capital letter that stand alone, and calls of functions that the file does not itself declare. What
    /// stands after a point belongs to something that was named before it.
    private static func words(_ code: String) -> Set<String> {
        var words: Set<String> = []
        for match in code.matches(of: /(?:^|[^\w.])([A-Z]\w*)/) { words.insert(String(match.1)) }
        let own = Set(
            code.matches(of: /(?:func|let|var|case) (\w+)/).map { String($0.1) }
                + code.matches(of: /(\w+):/).map { String($0.1) })
        for match in code.matches(of: /(?:^|[^\w.])([a-z]\w*)\(/) {
            let name = String(match.1)
            if !own.contains(name) { words.insert(name) }
        }
        return words
    }

    /// The code without what stands in braces.
    static func outermost(_ code: String) -> String {
        var depth = 0
        var kept = String.UnicodeScalarView()
        for scalar in code.unicodeScalars {
            if scalar == "}" { depth -= 1 }
            if depth == 0 || scalar == "\n" { kept.append(scalar) }
            if scalar == "{" { depth += 1 }
        }
        return String(kept)
    }
}

extension SourceFile {
    /// `Ledger` of `Sources/Records/Ledger/CaseFile.swift`; empty for what lies in no folder of its module.
    var folder: String {
        let steps = path.split(separator: "/")
        return steps.count > 3 ? String(steps[2]) : ""
    }

    /// `Web/Acts` of `Sources/Centre/Web/Acts/CaseAct.swift`.
    var innermostFolder: String {
        path.split(separator: "/").dropFirst(2).dropLast().joined(separator: "/")
    }
}
