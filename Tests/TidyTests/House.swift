import Foundation
import Testing

/// The project's own files, as they lie in the work tree (what git ignores is nobody's business).
enum House {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Paths from the root, `/`-separated, sorted.
    static let paths: [String] = {
        let listed = try? outputOfGit([
            "ls-files", "-z", "--cached", "--others", "--exclude-standard",
        ])
        return (listed ?? "").split(separator: "\0").map(String.init).filter(exists).sorted()
    }()

    static let sources = swiftFiles(under: "Sources/")
    static let tests = swiftFiles(under: "Tests/")

    static func paths(under folder: String, ending: String = "") -> [String] {
        paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(ending) }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: root.appending(path: path))
    }

    private static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    private static func swiftFiles(under folder: String) -> [SourceFile] {
        paths(under: folder, ending: ".swift").compactMap { path in
            (try? text(path)).map { SourceFile(path: path, text: $0) }
        }
    }

    private static func outputOfGit(_ arguments: [String]) throws -> String {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-C", root.path] + arguments
        let pipe = Pipe()
        git.standardOutput = pipe
        try git.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}

/// One Swift file and its three texts.
struct SourceFile: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    let parts: Parts

    struct Parts: Sendable {
        let code: String
        let literals: String
        let comments: String
    }

    init(path: String, text: String) {
        self.path = path
        self.text = text
        let taken = SwiftText(text)
        parts = Parts(code: taken.code, literals: taken.literals, comments: taken.comments)
    }

    var testDescription: String { path }
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    /// `Centre` of `Sources/Centre/App/App.swift`.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    func lines(of part: KeyPath<Parts, String>) -> [(number: Int, text: Substring)] {
        let lines = parts[keyPath: part].split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { ($0.offset + 1, $0.element) }
    }
}

/// `path:line: what stands there`, for every line of the files that the pattern finds.
func places<Output>(
    of pattern: Regex<Output>, in part: KeyPath<SourceFile.Parts, String>,
    _ files: [SourceFile], except allowed: (SourceFile) -> Bool = { _ in false }
) -> [String] {
    // Between `Darwin` and `.sqlite3_step` a word ends; by Unicode's own rules it would not.
    let pattern = pattern.wordBoundaryKind(.simple)
    return files.filter { !allowed($0) }.flatMap { file in
        file.lines(of: part).filter { $0.text.firstMatch(of: pattern) != nil }.map {
            "\(file.path):\($0.number): \($0.text.trimmingCharacters(in: .whitespaces))"
        }
    }
}
