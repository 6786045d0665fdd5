/// Fields that every response carries unless it says otherwise itself.
package struct DefaultHeaders: Sendable {
    private let fields: [(name: String, value: String)]
    /// Each field, written.
    private let lines: [[UInt8]]
    private let all: [UInt8]
    /// The line for those who speak TLS.
    let strictTransport: [UInt8]

    /// Fields in the order they are sent.
    ///
    /// - Parameter strictTransport: The value of `Strict-Transport-Security`, sent only where the client spoke TLS.
    package init(_ fields: [(String, String)], strictTransport: String? = nil) {
        self.fields = fields.map { (name: $0.0, value: $0.1) }
        lines = self.fields.map { field in
            var line: [UInt8] = []
            ResponseWriter.appendField(field, to: &line)
            return line
        }
        all = Array(lines.joined())
        var line: [UInt8] = []
        if let strictTransport {
            ResponseWriter.appendField(
                (name: "Strict-Transport-Security", value: strictTransport), to: &line)
        }
        self.strictTransport = line
    }

    /// None.
    package static let none = DefaultHeaders([])

    /// Nothing may be framed, sniffed, fetched from elsewhere or kept by a cache.
    package static let strict = DefaultHeaders(
        [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cache-Control", "no-store"),
        ], strictTransport: "max-age=63072000; includeSubDomains")

    func append(to bytes: inout [UInt8], given: ResponseHeaders) {
        if given.fields.isEmpty {
            bytes.append(contentsOf: all)
        } else {
            for (field, line) in zip(fields, lines) where !given.has(field.name) {
                bytes.append(contentsOf: line)
            }
        }
    }
}
