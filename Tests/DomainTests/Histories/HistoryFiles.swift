import Domain
import Foundation

/// The folders of histories beside this file.
enum HistoryFiles {
    /// The examples that came with the format.
    static let examples = load("Examples")
    /// Our own, written from the text of the rules.
    static let own = load("Histories/Own")

    /// The shipped standards, each read once.
    static let standards = Dictionary(
        uniqueKeysWithValues: QualityStandard.shipped.map { ($0.id, $0) })

    private static func load(_ folder: String) -> [Expectation] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let root = tests.appendingPathComponent(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().flatMap { name -> [Expectation] in
            guard let data = try? Data(contentsOf: root.appendingPathComponent(name)),
                let value = try? JSONReader.read([UInt8](data))
            else { return [] }
            // A file holds one history, or a list of them.
            return (value.array ?? [value]).compactMap { Expectation(file: name, $0) }
        }
    }
}
