import Foundation
import Testing

@testable import Domain

/// The rules know no municipality: a standard under another id gives the same verdicts.
@Suite struct RenamedCopyTests {
    @Test("a renamed copy gives the same verdict on every history", arguments: ShippedStandards.ids)
    func sameVerdicts(id: String) throws {
        let file = try JSONReader.read(#require(ShippedStandards.file(id: id)))
        let original = try QualityStandard(file)
        let renamed = try QualityStandard(
            file.changing(["id"]) { _ in "en-kopi" }.changing(["name"]) { _ in "En kopi" })
        for one in RichHistories.all {
            for day in one.days {
                let expected = JSONWriter.text(
                    verdict(of: one.history, under: original, on: day).json)
                let got = JSONWriter.text(verdict(of: one.history, under: renamed, on: day).json)
                #expect(got.replacing("en-kopi", with: id) == expected)
            }
        }
    }

    @Test("no shipped standard's id occurs in the rules", arguments: ShippedStandards.ids)
    func noIdInTheRules(id: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources/Domain").standardizedFileURL
        let files = try #require(
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let code = try String(contentsOf: file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") }
                .joined(separator: "\n")
            let isNamed = code.contains("\"\(id)\"")
            #expect(!isNamed, "\(file.lastPathComponent)")
        }
    }
}
