/// Conditional requests (RFC 9110 §13).
enum Conditional {
    /// The client has this representation already.
    static func isUnmodified(_ request: Request, entityTag: String, modified: Int?) -> Bool {
        if let field = request.headers.listBytes("if-none-match") {
            return matches(field, entityTag)
        }
        guard let modified, let since = request.headers.line("if-modified-since"),
            let seconds = HTTPDate.seconds(since)
        else { return false }
        return modified <= seconds
    }

    /// The client insists on a representation that is not this one: 412.
    static func isRefused(_ request: Request, entityTag: String, modified: Int?) -> Bool {
        if let field = request.headers.listBytes("if-match") {
            return !isListed(entityTag, in: field, isWeak: false)
        }
        guard let modified, let since = request.headers.line("if-unmodified-since"),
            let seconds = HTTPDate.seconds(since)
        else { return false }
        return modified > seconds
    }

    /// Weak comparison: `W/` does not count (RFC 9110 §8.8.3.2).
    private static func matches(_ field: ArraySlice<UInt8>, _ entityTag: String) -> Bool {
        isListed(entityTag, in: field, isWeak: true)
    }

    private static func isListed(_ entityTag: String, in bytes: ArraySlice<UInt8>, isWeak: Bool)
        -> Bool
    {
        var position = bytes.startIndex
        while position < bytes.endIndex {
            while position < bytes.endIndex, isBetweenTags(bytes[position]) { position += 1 }
            if position < bytes.endIndex, bytes[position] == UInt8(ascii: "*") { return true }
            var isTagWeak = false
            if position + 1 < bytes.endIndex, bytes[position] == UInt8(ascii: "W"),
                bytes[position + 1] == Byte.slash
            {
                isTagWeak = true
                position += 2
            }
            guard position < bytes.endIndex, bytes[position] == Byte.quote,
                let end = bytes[(position + 1)...].firstIndex(of: Byte.quote)
            else { return false }
            if (isWeak || !isTagWeak) && bytes[position...end].elementsEqual(entityTag.utf8) {
                return true
            }
            position = end + 1
        }
        return false
    }

    private static func isBetweenTags(_ byte: UInt8) -> Bool {
        byte == Byte.space || byte == Byte.tab || byte == Byte.comma
    }
}
