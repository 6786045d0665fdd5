internal import CZlib

/// Whole files, compressed and expanded in pieces, so that their size does not matter.
package enum GzipFile {
    private static let pieceByteCount = 1 << 16

    /// Writes `path`, compressed, to `packed`.
    package static func compress(_ path: String, to packed: String) throws(GzipError) {
        try copy(path, "r", to: packed, "w6")
    }

    /// Writes `packed`, expanded, to `path`.
    package static func expand(_ packed: String, to path: String) throws(GzipError) {
        // T is "transparent": written as it is, and through the same door.
        try copy(packed, "r", to: path, "wT")
    }

    private static func copy(
        _ source: String, _ reading: String, to target: String, _ writing: String
    ) throws(GzipError) {
        guard let input = unsafe gzopen(source, reading) else { throw .cannotOpen(path: source) }
        defer { unsafe gzclose(input) }
        guard let output = unsafe gzopen(target, writing) else { throw .cannotOpen(path: target) }
        let isWritten = try unsafe pour(input, source, into: output)
        let isClosed = unsafe gzclose(output) == Z_OK
        guard isWritten, isClosed else { throw .cannotWrite(path: target) }
    }

    private static func pour(
        _ input: gzFile, _ source: String, into output: gzFile
    ) throws(GzipError) -> Bool {
        var piece = [UInt8](repeating: 0, count: pieceByteCount)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes {
                unsafe gzread(input, $0.baseAddress, UInt32($0.count))
            }
            var code: Int32 = 0
            _ = unsafe gzerror(input, &code)
            guard count >= 0, code == Z_OK || code == Z_STREAM_END else {
                throw .cannotRead(path: source)
            }
            if count == 0 { return true }
            let written = unsafe piece.withUnsafeBytes {
                unsafe gzwrite(output, $0.baseAddress, UInt32(count))
            }
            if written != count { return false }
        }
    }
}

/// Why a file was not compressed, or not expanded.
package enum GzipError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file cannot be opened.
    case cannotOpen(path: String)
    /// Reading stopped: the file is damaged, or its disk is.
    case cannotRead(path: String)
    /// Writing stopped: the disk is full, or broken.
    case cannotWrite(path: String)

    /// One sentence for whoever typed the command.
    package var description: String {
        switch self {
        case .cannotOpen(let path): "\(path) cannot be opened."
        case .cannotRead(let path): "\(path) cannot be read to its end; it or its disk is damaged."
        case .cannotWrite(let path): "\(path) cannot be written; its disk is full or broken."
        }
    }
}
