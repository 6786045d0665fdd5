/// `value; name=token; name="quoted"`: the shape of `Content-Type` and `Content-Disposition`.
struct HeaderParameters {
    /// What stands before the first semicolon, in lower case.
    let value: String
    private let pairs: [(name: String, value: String)]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var position = 0
        func upTo(_ stops: [UInt8]) -> [UInt8] {
            let start = position
            while position < bytes.count, !stops.contains(bytes[position]) { position += 1 }
            return Self.trimmed(bytes[start..<position])
        }
        value = String(decoding: upTo([Byte.semicolon]).map(Byte.lowercased), as: UTF8.self)
        var pairs: [(name: String, value: String)] = []
        while position < bytes.count {
            position += 1
            let name = String(
                decoding: upTo([Byte.semicolon, Byte.equals]).map(Byte.lowercased), as: UTF8.self)
            guard position < bytes.count, bytes[position] == Byte.equals else { continue }
            position += 1
            while position < bytes.count, bytes[position] == Byte.space { position += 1 }
            if position < bytes.count, bytes[position] == Byte.quote {
                pairs.append((name: name, value: Self.quoted(bytes, &position)))
                _ = upTo([Byte.semicolon])
            } else {
                let token = String(decoding: upTo([Byte.semicolon]), as: UTF8.self)
                pairs.append((name: name, value: token))
            }
        }
        self.pairs = pairs
    }

    /// The first parameter of a name in lower case.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// A quoted string. Only `\"` and `\\` are escapes: file names from Windows hold other backslashes.
    private static func quoted(_ bytes: [UInt8], _ position: inout Int) -> String {
        var text: [UInt8] = []
        position += 1
        while position < bytes.count, bytes[position] != Byte.quote {
            let next = position + 1 < bytes.count ? bytes[position + 1] : 0
            if bytes[position] == Byte.backslash, next == Byte.quote || next == Byte.backslash {
                position += 1
            }
            text.append(bytes[position])
            position += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = bytes
        while let first = bytes.first, first == Byte.space || first == Byte.tab {
            bytes.removeFirst()
        }
        while let last = bytes.last, last == Byte.space || last == Byte.tab { bytes.removeLast() }
        return Array(bytes)
    }
}
