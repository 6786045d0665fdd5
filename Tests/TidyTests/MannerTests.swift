import Foundation
import Testing

/// How the house is kept: what lies at the door, what no file may say, how long one gets.
@Suite("The manner of the house")
struct MannerTests {
    @Test("the top level has the customer's entries and no other")
    func topLevel() {
        let entries = Set(House.paths.compactMap { $0.split(separator: "/").first })
            .filter { !$0.hasPrefix(".") }
        #expect(
            entries == [
                "Package.swift", "Sources", "Tests", "Public", "Migrations", "README.md",
                "Makefile",
            ])
    }

    @Test("nothing unfinished and no crash by choice stands in Sources")
    func finished() {
        #expect(places(of: /TODO|FIXME|XXX|HACK\b/, in: \.comments, House.sources) == [])
        #expect(places(of: /TODO|FIXME|[Nn]ot implemented/, in: \.literals, House.sources) == [])
        #expect(
            places(
                of: /\btry!|\bas!|\bfatalError\(|\bpreconditionFailure\(|\bassertionFailure\(/,
                in: \.code, House.sources) == [])
    }

    @Test("thread safety is proven by the compiler outside the C seams")
    func unchecked() {
        let trusted: Set<String> = ["SQLite", "HTTP"]
        #expect(
            places(
                of: /@unchecked\s+Sendable|nonisolated\(unsafe\)/, in: \.code, House.sources,
                except: { trusted.contains($0.module) }) == [])
    }

    /// Longer than this wants a reason, written here.
    static let linesMax = 450
    static let longForAReason: [String: String] = [:]

    @Test("a file holds one idea", arguments: House.sources + House.tests)
    func length(file: SourceFile) {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(
            lines <= Self.linesMax + 1 || Self.longForAReason[file.path] != nil,
            "\(file.path) has \(lines) lines")
    }

    @Test("a file for long reasons still is long")
    func reasons() {
        for path in Self.longForAReason.keys {
            let file = (House.sources + House.tests).first { $0.path == path }
            #expect((file?.text.split(separator: "\n").count ?? 0) > Self.linesMax - 50, "\(path)")
        }
    }

    /// A comment with a law or an address in it may be long; code may not.
    @Test("nobody's own folders or machines are named")
    func ownTree() throws {
        let words = ["/work/", "shared/DESIGN", "CONTRACT.md", "farm-" + "studio", "/root/"]
        for path in House.paths where !path.hasPrefix("Tests/TidyTests/") {
            guard let text = try? House.text(path) else { continue }
            for word in words {
                #expect(!text.contains(word), "\(path) names \(word)")
            }
        }
    }

    @Test("no name of a file asks what is in it")
    func names() {
        let empty = /(?:^|\/)(?:Utils?|Helpers?|Misc|Common|Shared|Library|Manager)(?:\.swift|\/)/
        #expect(House.paths.filter { $0.contains(empty) } == [])
    }

    @Test("scripts say what they are and stop at the first fault")
    func scripts() throws {
        for path in House.paths {
            guard let text = try? House.text(path), text.hasPrefix("#!") else { continue }
            if text.hasPrefix("#!/usr/bin/env bash") {
                #expect(text.contains(/set -[eu]*u?o pipefail/), "\(path)")
            }
        }
    }
}
