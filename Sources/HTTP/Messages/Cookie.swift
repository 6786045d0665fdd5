/// A cookie to set: closed by default (RFC 6265, `SameSite` and prefixes of RFC 6265bis).
package struct Cookie: Sendable, Hashable {
    /// Which requests from other sites carry the cookie.
    package enum SameSite: String, Sendable, Hashable {
        /// None at all.
        case strict = "Strict"
        /// Top-level navigation only.
        case lax = "Lax"
    }

    /// The name; a `__Host-` prefix is honoured by always sending Secure and Path=/.
    package var name: String
    /// The value; bytes that a cookie may not hold are left out.
    package var value: String
    /// How long it lives; nil is until the browser closes.
    package var maxAgeSeconds: Int?
    /// The path it is sent to.
    package var path: String
    /// Only sent over TLS.
    package var isSecure: Bool
    /// Out of reach of scripts.
    package var isHTTPOnly: Bool
    /// Which requests from other sites carry it.
    package var sameSite: SameSite

    /// A cookie with the strictest attributes unless told otherwise.
    package init(
        _ name: String, _ value: String, maxAgeSeconds: Int? = nil, path: String = "/",
        isSecure: Bool = true, isHTTPOnly: Bool = true, sameSite: SameSite = .lax
    ) {
        self.name = name
        self.value = value
        self.maxAgeSeconds = maxAgeSeconds
        self.path = path
        self.isSecure = isSecure
        self.isHTTPOnly = isHTTPOnly
        self.sameSite = sameSite
    }

    /// The cookie that makes a browser forget another.
    package static func expired(_ name: String, path: String = "/", isSecure: Bool = true) -> Cookie
    {
        Cookie(name, "", maxAgeSeconds: 0, path: path, isSecure: isSecure)
    }

    /// The field value of `Set-Cookie`.
    var headerValue: String {
        var text = "\(name)=\(String(decoding: value.utf8.filter(Self.isValueByte), as: UTF8.self))"
        if let maxAgeSeconds { text += "; Max-Age=\(maxAgeSeconds)" }
        text += "; Path=\(path)"
        if isSecure { text += "; Secure" }
        if isHTTPOnly { text += "; HttpOnly" }
        return text + "; SameSite=\(sameSite.rawValue)"
    }

    /// cookie-octet of RFC 6265 §4.1.1.
    private static func isValueByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != Byte.quote && byte != Byte.comma
            && byte != Byte.semicolon && byte != Byte.backslash
    }
}

/// Reading the `Cookie` field of a request.
enum CookieHeader {
    /// The value of the first cookie of a name in one field line.
    static func value(of name: String, in line: ArraySlice<UInt8>) -> OutsideText? {
        for pair in line.split(separator: Byte.semicolon) {
            let bytes = pair.drop { $0 == Byte.space || $0 == Byte.tab }
            guard let equals = bytes.firstIndex(of: Byte.equals),
                bytes[..<equals].elementsEqual(name.utf8)
            else { continue }
            var value = bytes[bytes.index(after: equals)...]
            while value.last == Byte.space || value.last == Byte.tab { value = value.dropLast() }
            if value.count >= 2, value.first == Byte.quote, value.last == Byte.quote {
                value = value.dropFirst().dropLast()
            }
            return OutsideText(value)
        }
        return nil
    }
}
