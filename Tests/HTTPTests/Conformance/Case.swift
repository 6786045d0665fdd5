import Testing

/// One row of the conformance table: bytes in, and what must come back.
///
/// In `sent`, `¶` is CRLF, `☒` the byte 0xFF and `␀` NUL; bare `\r` and `\n` are what they are.
struct Case: Sendable, CustomTestStringConvertible {
    /// What the connection is afterwards.
    enum Connection: Sendable { case open, closed }

    let rfc: String
    let what: String
    let sent: String
    let statuses: [Int]
    let connection: Connection
    let says: [String]
    let lacks: [String]

    init(
        _ rfc: String, _ what: String, _ sent: String, _ statuses: Int...,
        then connection: Connection = .open,
        says: [String] = [], lacks: [String] = []
    ) {
        self.rfc = rfc
        self.what = what
        self.sent = sent
        self.statuses = statuses
        self.connection = connection
        self.says = says
        self.lacks = lacks
    }

    var testDescription: String { "RFC \(rfc): \(what)" }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for scalar in sent.unicodeScalars {
            switch scalar {
            case "¶": bytes += [0x0D, 0x0A]
            case "☒": bytes.append(0xFF)
            case "␀": bytes.append(0)
            default: bytes += String(scalar).utf8
            }
        }
        return bytes
    }

    /// A refusal: a status, and the connection is closed.
    static func refused(_ rfc: String, _ what: String, _ sent: String, _ status: Int) -> Case {
        Case(rfc, what, sent, status, then: .closed)
    }

    static let all: [Case] =
        requestLine + target + fields + host + length + chunked + connections + expect + methods
        + limits + files + content

    /// A GET with one more field line.
    static func get(_ field: String) -> String { get("/", field) }

    /// A GET of a path with one more field line.
    static func get(_ path: String, _ field: String) -> String {
        "GET \(path) HTTP/1.1¶Host: a¶\(field)¶¶"
    }

    /// A POST whose framing and content are given.
    static func post(_ rest: String) -> String { post("/", rest) }

    /// A POST to a path whose framing and content are given.
    static func post(_ path: String, _ rest: String) -> String {
        "POST \(path) HTTP/1.1¶Host: a¶\(rest)"
    }
}
