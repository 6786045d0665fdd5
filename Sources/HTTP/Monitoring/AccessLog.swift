/// One loop's access log: a line of JSON for each request, written in batches when the loop has nothing else to do.
/// A line has the request's id, method, status and time, and the pattern of its route (or the file it asked for): what
/// stands in a path may be a name that somebody typed. No client address, no query, no user agent.
final class AccessLog {
    private let stream: LogStream
    private let redactedPath: @Sendable (String) -> String?
    /// Redacted paths as a line has them, by path.
    private var pathCache: [String: [UInt8]] = [:]
    /// Lines that are not written yet.
    private var lines: [UInt8] = []
    /// What every line of this second begins with.
    private var lineStart = AccessLog.lineStart(at: nil)
    private var second: Int?

    private static let pathCountMax = 256

    /// - Parameter redactedPath: A path with nothing in it but the site's own words; nil for one the site does not have.
    init(_ stream: LogStream, redactedPath: @escaping @Sendable (String) -> String?) {
        self.stream = stream
        self.redactedPath = redactedPath
    }

    /// The lines that come are of this second.
    func setSecond(_ seconds: Int) {
        guard seconds != second else { return }
        second = seconds
        lineStart = Self.lineStart(at: seconds)
    }

    private static func lineStart(at seconds: Int?) -> [UInt8] {
        let moment = seconds.map { "\"at\":\"\(HTTPDate.isoText($0))\"," } ?? ""
        return Array("{\(moment)\"level\":\"info\",\"message\":\"request\",\"id\":\"".utf8)
    }

    func record(_ request: Request?, _ number: UInt64, _ status: Status, _ microseconds: UInt64) {
        let path = request.flatMap { writtenPath($0.path) }
        let offset = lines.count
        Self.write(lineStart, number, request?.method, path, status, microseconds, to: &lines)
        guard lines.count > stream.writeBytesMax else { return }
        write(offset)
    }

    /// There are lines to be written.
    var hasLines: Bool { !lines.isEmpty }

    /// Writes what has come together.
    func flush() {
        write(lines.count)
    }

    /// Writes the lines that found no room earlier.
    func flushBacklog() {
        stream.flushBacklog()
    }

    private func write(_ count: Int) {
        guard count > 0 else { return }
        stream.write(lines[..<count])
        lines.removeFirst(count)
    }

    /// The redacted path, looked up once for each path while the cache has room.
    private func writtenPath(_ path: String) -> [UInt8]? {
        if let known = pathCache[path] { return known }
        guard let redacted = redactedPath(path) else { return nil }
        let text =
            Array("\",\"path\":\"".utf8)
            + redacted.utf8.flatMap { byte in
                byte == Byte.quote || byte == Byte.backslash ? [Byte.backslash, byte] : [byte]
            }
        if pathCache.count >= Self.pathCountMax { pathCache = [:] }
        pathCache[path] = text
        return text
    }

    private static func write(
        _ lineStart: [UInt8], _ number: UInt64, _ method: Method?, _ path: [UInt8]?,
        _ status: Status, _ microseconds: UInt64, to lines: inout [UInt8]
    ) {
        lines.append(contentsOf: lineStart)
        lines.append(addingCapacity: 16) { digits in
            for shift in stride(from: UInt64(60), through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: number >> shift & 15)
                digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
        if let method {
            lines.append("\",\"method\":\"")
            lines.append(text: method.rawValue)
        }
        if let path { lines.append(contentsOf: path) }
        lines.append("\",\"status\":")
        lines.append(decimal: status.code)
        lines.append(",\"us\":")
        lines.append(decimal: Int(clamping: microseconds))
        lines.append("}\n")
    }
}
