package import Domain
package import Logging

/// Writes each event as one line of JSON: `{"at":…,"level":…,"message":…,…}`.
///
/// What a handler is given is what the journal of the machine will hold, so nothing from a citizen may be
/// handed to it: no name, number, address or text. Messages are literals; values are counts, codes and ids.
package struct JSONLinesLogHandler: LogHandler {
    /// Events below this are not written.
    package var logLevel: Logger.Level
    /// What every line carries.
    package var metadata: Logger.Metadata = [:]
    private let now: @Sendable () -> Instant
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameters:
    ///   - now: the clock of `main`.
    ///   - write: takes one line, its newline included, and does not wait.
    package init(
        level: Logger.Level, now: @escaping @Sendable () -> Instant,
        write: @escaping @Sendable ([UInt8]) -> Void
    ) {
        logLevel = level
        self.now = now
        self.write = write
    }

    /// One value of ``metadata``.
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes the line.
    package func log(event: LogEvent) {
        var line = JSONObject()
        line.append("at", .string(now().rfc3339))
        line.append("level", .string(event.level.rawValue))
        line.append("message", .string(event.message.description))
        let values = metadata.merging(event.metadata ?? [:]) { _, later in later }
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            line.append(key, Self.json(value))
        }
        if let error = event.error {
            line.append("error", .string(String(describing: type(of: error))))
        }
        write(JSONWriter.write(.object(line)) + [UInt8(ascii: "\n")])
    }

    private static func json(_ value: Logger.MetadataValue) -> JSONValue {
        switch value {
        case .string(let text): .string(text)
        case .stringConvertible(let value):
            (value as? Int).map { .integer($0) } ?? .string(value.description)
        case .array(let values): .array(values.map(json))
        case .dictionary(let members):
            .object(
                members.sorted { $0.key < $1.key }.reduce(into: JSONObject()) {
                    $0.append($1.key, json($1.value))
                })
        }
    }
}
