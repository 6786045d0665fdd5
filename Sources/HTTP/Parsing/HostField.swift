/// The Host field: uri-host and an optional port (RFC 9110 §7.2, RFC 3986 §3.2.2).
enum HostField {
    static func isValid(_ value: borrowing Span<UInt8>) -> Bool {
        guard !value.isEmpty else { return false }
        if value[0] == Byte.openBracket {
            guard let end = value.firstIndex(of: Byte.closeBracket), end > 1 else { return false }
            let address = value.extracting(1..<end)
            for index in address.indices {
                let byte = address[index]
                guard Byte.hexValue(byte) != nil || byte == Byte.colon || byte == Byte.dot else {
                    return false
                }
            }
            guard ClientAddress(address.array) != nil else { return false }
            return isPort(value.extracting((end + 1)..<value.count))
        }
        let end = value.firstIndex(of: Byte.colon) ?? value.count
        let name = value.extracting(0..<end)
        return end > 0 && name.all(in: ByteClass.host)
            && (name.firstIndex(of: Byte.percent) == nil || Percent.decode(name) != nil)
            && isPort(value.extracting(end..<value.count))
    }

    private static func isPort(_ value: borrowing Span<UInt8>) -> Bool {
        guard !value.isEmpty else { return true }
        guard value[0] == Byte.colon, value.count <= 6 else { return false }
        for index in 1..<value.count where !Byte.isDigit(value[index]) { return false }
        return true
    }
}
