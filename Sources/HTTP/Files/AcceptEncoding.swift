/// Whether a client takes gzip, by the weights it gives (RFC 9110 §12.5.3).
enum AcceptEncoding {
    /// gzip has a weight above nothing, by name or by `*`.
    static func allowsGzip(_ field: ArraySlice<UInt8>?) -> Bool {
        guard let field else { return false }
        let bytes = field.span
        var named: Bool?
        var any: Bool?
        var start = 0
        while start <= bytes.count {
            let end = bytes.firstIndex(of: Byte.comma, from: start) ?? bytes.count
            let nameEnd = min(bytes.firstIndex(of: Byte.semicolon, from: start) ?? end, end)
            let name = bytes.extracting(bytes.trimmedRange(start..<nameEnd))
            let isAllowed = weightIsPositive(bytes.extracting(nameEnd..<end))
            if name.equalsIgnoringCase("gzip") || name.equalsIgnoringCase("x-gzip") {
                named = isAllowed
            }
            if name.equals("*") { any = isAllowed }
            start = end + 1
        }
        return named ?? any ?? false
    }

    /// What stands behind a coding's name: nothing, or parameters that each begin with a semicolon.
    private static func weightIsPositive(_ parameters: borrowing Span<UInt8>) -> Bool {
        var start = 1
        while start <= parameters.count {
            let end = parameters.firstIndex(of: Byte.semicolon, from: start) ?? parameters.count
            if let isPositive = weight(parameters.extracting(start..<end)) { return isPositive }
            start = end + 1
        }
        return true
    }

    /// `q=` and a number above nothing, whatever blanks stand in between; nil for another parameter.
    private static func weight(_ parameter: borrowing Span<UInt8>) -> Bool? {
        var place = 0
        var isPositive = false
        for index in parameter.indices {
            let byte = Byte.lowercased(parameter[index])
            if byte == Byte.space || byte == Byte.tab { continue }
            switch place {
            case 0: guard byte == UInt8(ascii: "q") else { return nil }
            case 1: guard byte == Byte.equals else { return nil }
            default: if byte != UInt8(ascii: "0"), byte != Byte.dot { isPositive = true }
            }
            place += 1
        }
        return place >= 2 ? isPositive : nil
    }
}
