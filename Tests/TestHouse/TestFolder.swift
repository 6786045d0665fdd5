import Foundation

/// A folder of a test's own, gone with it; in it the place of a master key and its store.
final class TestFolder: Sendable {
    let path: String
    var key: String { "\(path)/house.key" }
    var store: String { "\(path)/house.key.cases" }

    init() throws {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "fjorten-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    func write(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
    }

    /// Every byte that lies in it.
    var everyByte: [UInt8] {
        let files = FileManager.default.enumerator(
            at: URL(filePath: path), includingPropertiesForKeys: nil)
        return (files?.allObjects ?? []).compactMap { $0 as? URL }
            .compactMap { try? Data(contentsOf: $0) }.flatMap { [UInt8]($0) }
    }

    /// The project this is a test of: its `Public`, `Migrations` and `Sources`.
    static let projectRoot = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}

extension [UInt8] {
    /// Whether a text can be read in the bytes.
    func contains(_ text: String) -> Bool {
        let wanted = Array<UInt8>(text.utf8)
        guard let first = wanted.first, count >= wanted.count else { return false }
        return withUnsafeBufferPointer { bytes in
            (0...(bytes.count - wanted.count)).contains { start in
                bytes[start] == first
                    && wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
            }
        }
    }
}
