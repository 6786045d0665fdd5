/// Conditional requests (RFC 9110 §13).
enum Conditional {
    /// The client has this representation already.
    static func isUnmodified(_ request: Request, entityTag: String, modified: Int?) -> Bool {
        if let field = request.headers.combined("If-None-Match") {
            return matches(field, entityTag)
        }
        guard let modified, let since = request.headers["If-Modified-Since"],
            let seconds = HTTPDate.seconds(since)
        else { return false }
        return modified <= seconds
    }

    /// The client insists on a representation that is not this one: 412.
    static func isRefused(_ request: Request, entityTag: String, modified: Int?) -> Bool {
        if let field = request.headers.combined("If-Match") {
            return !isListed(entityTag, in: field, isWeak: false)
        }
        guard let modified, let since = request.headers["If-Unmodified-Since"],
            let seconds = HTTPDate.seconds(since)
        else { return false }
        return modified > seconds
    }

    /// Weak comparison: `W/` does not count (RFC 9110 §8.8.3.2).
    private static func matches(_ field: String, _ entityTag: String) -> Bool {
        isListed(entityTag, in: field, isWeak: true)
    }

    private static func isListed(_ entityTag: String, in field: String, isWeak: Bool) -> Bool {
        let bytes = Array(field.utf8)
        var position = 0
        while position < bytes.count {
            while position < bytes.count, [0x20, 0x09, Byte.comma].contains(bytes[position]) {
                position += 1
            }
            if position < bytes.count, bytes[position] == UInt8(ascii: "*") { return true }
            var isTagWeak = false
            if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "W"),
                bytes[position + 1] == Byte.slash
            {
                isTagWeak = true
                position += 2
            }
            guard position < bytes.count, bytes[position] == Byte.quote,
                let end = bytes[(position + 1)...].firstIndex(of: Byte.quote)
            else { return false }
            if (isWeak || !isTagWeak) && bytes[position...end].elementsEqual(entityTag.utf8) {
                return true
            }
            position = end + 1
        }
        return false
    }
}
