internal import Crypto
internal import Domain
internal import Foundation

/// The digests of an export's files, as `sha256sum -c SHA256SUMS` reads them.
package struct ExitSums: Sendable {
    package private(set) var byPath: [String: String] = [:]

    package init() {}

    /// Reads them back.
    package init(of folder: String) throws {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(ExitFile.sums)") else {
            throw ImportError.fileMissing(ExitFile.sums)
        }
        for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            let text = String(decoding: line, as: UTF8.self)
            guard let gap = text.firstRange(of: "  "), text[..<gap.lowerBound].count == 64 else {
                throw ImportError.line(
                    file: ExitFile.sums, number: index + 1, what: "is no digest and file")
            }
            byPath[String(text[gap.upperBound...])] = String(text[..<gap.lowerBound])
        }
    }

    /// Notes the digest of a file of the export.
    package mutating func keep(_ digest: String, of path: String) { byPath[path] = digest }

    /// Notes what a file of the export holds.
    package mutating func keep(_ content: [UInt8], of path: String) {
        keep(Hex.text(Crypto.SHA256.hash(data: content)), of: path)
    }

    package var text: String {
        byPath.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
    }

    /// Every file is there and as it was written. Those whose lines were read one by one are proven by them.
    package func prove(_ folder: String, but readAlready: Set<String>) throws {
        for (path, digest) in byPath.sorted(by: { $0.key < $1.key })
        where !readAlready.contains(path) {
            guard PrivateFile.exists("\(folder)/\(path)") else {
                throw ImportError.fileMissing(path)
            }
            guard try Files.digest(of: "\(folder)/\(path)") == digest else {
                throw ImportError.file(path)
            }
        }
    }
}

/// A digest for each line of a table, so that the very line that differs can be named.
package struct LineDigests: Sendable {
    package static let digitCount = 16
    private let digits: [UInt8]

    package init(_ table: String, of folder: String) throws {
        let file = ExitFile.lineDigests(table)
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
            throw ImportError.fileMissing(file)
        }
        digits = [UInt8](data)
    }

    /// The first digits of a line's SHA-256, without its line break.
    package static func digest(_ line: some Sequence<UInt8>) -> [UInt8] {
        let digest = Crypto.SHA256.hash(data: Array(line))
        return Array(Hex.text(digest.prefix(digitCount / 2)).utf8)
    }

    /// How many lines were exported.
    package var count: Int { digits.count / (Self.digitCount + 1) }

    /// Whether line `number`, from 1, is the one that was exported.
    package func fits(_ line: [UInt8], number: Int) -> Bool {
        let start = (number - 1) * (Self.digitCount + 1)
        guard start + Self.digitCount <= digits.count else { return false }
        return Array(digits[start..<start + Self.digitCount]) == Self.digest(line)
    }
}
