/// One loop's access log: a line of JSON for each request, written together when the loop has nothing else to do.
/// A line tells the request's id, method, status and time, and the path where something was found: our own
/// addresses name nobody, but what leads nowhere may be anything at all. No address, no query, no agent.
final class AccessLog {
    private let stream: LogStream
    private let told: @Sendable (String) -> String
    /// What a line tells of a path, ready to be written.
    private var toldPaths: [String: [UInt8]] = [:]
    /// Lines that are not written yet.
    private var lines: [UInt8] = []
    /// What every line of this second begins with.
    private var beginning = AccessLog.beginning(at: nil)
    private var second: Int?

    private static let toldPathCountMax = 256

    /// - Parameter told: what is told of a path in which somebody may have typed anything.
    init(_ stream: LogStream, told: @escaping @Sendable (String) -> String = { $0 }) {
        self.stream = stream
        self.told = told
    }

    /// The lines that come are of this second.
    func setSecond(_ seconds: Int) {
        guard seconds != second else { return }
        second = seconds
        beginning = Self.beginning(at: seconds)
    }

    private static func beginning(at seconds: Int?) -> [UInt8] {
        let moment = seconds.map { "\"at\":\"\(HTTPDate.isoText($0))\"," } ?? ""
        return Array("{\(moment)\"level\":\"info\",\"message\":\"request\",\"id\":\"".utf8)
    }

    func note(_ request: Request?, _ number: UInt64, _ status: Status, _ microseconds: UInt64) {
        let path = request.flatMap { status.code < 400 ? toldPath($0.path) : nil }
        let lineStart = lines.count
        Self.write(beginning, number, request?.method, path, status, microseconds, to: &lines)
        guard lines.count > stream.writeBytesMax else { return }
        write(lineStart)
    }

    /// There are lines to be written.
    var hasLines: Bool { !lines.isEmpty }

    /// Writes what has come together.
    func flush() {
        write(lines.count)
    }

    /// Writes what nobody had room for earlier.
    func catchUp() {
        stream.catchUp()
    }

    private func write(_ count: Int) {
        guard count > 0 else { return }
        stream.write(lines[..<count])
        lines.removeFirst(count)
    }

    /// What is told of a path, asked once for each path while there is room to remember it.
    private func toldPath(_ path: String) -> [UInt8] {
        if let known = toldPaths[path] { return known }
        // A path holds no control bytes: the request was refused if it did.
        let text =
            Array("\",\"path\":\"".utf8)
            + told(path).utf8.flatMap { byte in
                byte == Byte.quote || byte == Byte.backslash ? [Byte.backslash, byte] : [byte]
            }
        if toldPaths.count >= Self.toldPathCountMax { toldPaths = [:] }
        toldPaths[path] = text
        return text
    }

    private static func write(
        _ beginning: [UInt8], _ number: UInt64, _ method: Method?, _ path: [UInt8]?,
        _ status: Status, _ microseconds: UInt64, to lines: inout [UInt8]
    ) {
        lines.append(contentsOf: beginning)
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
