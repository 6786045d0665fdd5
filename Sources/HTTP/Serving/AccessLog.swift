internal import Glibc

/// One loop's access log: a line of JSON for each request, written together when the loop has nothing else to do.
/// A line tells the request's id, method, status and time, and the path where something was found: our own
/// addresses name nobody, but what leads nowhere may be anything at all. No address, no query, no agent.
final class AccessLog {
    private let descriptor: Int32
    private let told: @Sendable (String) -> String
    private var toldPaths: [String: String] = [:]
    private var lines: [UInt8] = []
    /// Where the lines end that fit into one write.
    private var ends: [Int] = []
    /// The moment, as text; made anew each second.
    private var moment: [UInt8] = []
    private var second: Int?

    /// Larger writes to a pipe may be mixed with those of others.
    private static let writeBytesMax = 4_096
    private static let toldPathCountMax = 256

    /// - Parameter told: what is told of a path in which somebody may have typed anything.
    init(descriptor: Int32, told: @escaping @Sendable (String) -> String = { $0 }) {
        self.descriptor = descriptor
        self.told = told
    }

    /// The lines that come are of this second.
    func setSecond(_ seconds: Int) {
        guard seconds != second else { return }
        second = seconds
        moment = Array(HTTPDate.isoText(seconds).utf8)
    }

    func note(_ request: Request?, _ number: UInt64, _ status: Status, _ microseconds: UInt64) {
        put("{")
        if !moment.isEmpty {
            put("\"at\":\"")
            lines.append(contentsOf: moment)
            put("\",")
        }
        put("\"level\":\"info\",\"message\":\"request\",\"id\":\"")
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: number >> shift & 15)
            lines.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
        if let request {
            put("\",\"method\":\"")
            ResponseWriter.append(text: request.method.rawValue, to: &lines)
            if status.code < 400 {
                put("\",\"path\":\"")
                putEscaped(toldPath(request.path))
            }
        }
        put("\",\"status\":")
        ResponseWriter.append(status.code, to: &lines)
        put(",\"us\":")
        ResponseWriter.append(Int(clamping: microseconds), to: &lines)
        put("}\n")
        let writeStart = ends.dropLast().last ?? 0
        if ends.isEmpty || lines.count - writeStart > Self.writeBytesMax {
            ends.append(lines.count)
        } else {
            ends[ends.count - 1] = lines.count
        }
    }

    /// Writes what has come together.
    func flush() {
        var start = 0
        for end in ends {
            unsafe lines.withUnsafeBytes { bytes in
                _ = unsafe write(
                    descriptor, bytes.baseAddress.map { unsafe $0 + start }, end - start)
            }
            start = end
        }
        lines.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// What is told of a path, asked once for each path while there is room to remember it.
    private func toldPath(_ path: String) -> String {
        if let known = toldPaths[path] { return known }
        let text = told(path)
        if toldPaths.count >= Self.toldPathCountMax { toldPaths = [:] }
        toldPaths[path] = text
        return text
    }

    private func put(_ literal: StaticString) {
        ResponseWriter.append(literal, to: &lines)
    }

    /// A path holds no control bytes: the request was refused if it did.
    private func putEscaped(_ path: String) {
        let isPlain = unsafe path.utf8.withContiguousStorageIfAvailable { bytes in
            unsafe !bytes.contains { $0 == Byte.quote || $0 == Byte.backslash }
        }
        if isPlain == true {
            ResponseWriter.append(text: path, to: &lines)
            return
        }
        for byte in path.utf8 {
            if byte == Byte.quote || byte == Byte.backslash { lines.append(Byte.backslash) }
            lines.append(byte)
        }
    }
}
