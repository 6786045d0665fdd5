/// `value; name=token; name="quoted"`: the shape of `Content-Type` and `Content-Disposition`.
struct HeaderParameters {
    /// What stands before the first semicolon, in lower case.
    let value: OutsideText
    private let pairs: [(name: OutsideText, value: [UInt8])]

    init(_ field: some Collection<UInt8>) {
        let bytes = Array(field)
        var position = 0
        /// - Parameter stop: Ends the element as a semicolon does.
        func element(before stop: UInt8 = Byte.semicolon) -> [UInt8] {
            let start = position
            while position < bytes.count, bytes[position] != stop,
                bytes[position] != Byte.semicolon
            {
                position += 1
            }
            return Array(bytes[bytes.span.trimmedRange(start..<position)])
        }
        value = OutsideText(element().map(Byte.lowercased))
        var pairs: [(name: OutsideText, value: [UInt8])] = []
        while position < bytes.count {
            position += 1
            let name = element(before: Byte.equals).map(Byte.lowercased)
            guard position < bytes.count, bytes[position] == Byte.equals else { continue }
            position += 1
            while position < bytes.count, bytes[position] == Byte.space { position += 1 }
            if position < bytes.count, bytes[position] == Byte.quote {
                pairs.append((name: OutsideText(name), value: Self.quoted(bytes, &position)))
                _ = element()
            } else {
                pairs.append((name: OutsideText(name), value: element()))
            }
        }
        self.pairs = pairs
    }

    /// The bytes of the first parameter of a name in lower case.
    subscript(name: StaticString) -> [UInt8]? { pairs.first { $0.name == name }?.value }

    /// A quoted string. Only `\"` and `\\` are escapes: file names from Windows hold other backslashes.
    private static func quoted(_ bytes: [UInt8], _ position: inout Int) -> [UInt8] {
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
        return text
    }
}
