/// The request target, split and made safe (RFC 9112 §3.2).
struct RequestTarget {
    /// Decoded once, without dot segments.
    let path: String
    /// As it was sent.
    let query: String
    /// The authority of an absolute target, which wins over Host.
    let authority: String?

    /// Reads origin-form, absolute-form, and `*` for OPTIONS. Authority-form is CONNECT's, which we lack.
    init(_ input: borrowing Span<UInt8>, _ method: Method) throws(RequestRefusal) {
        if input[0] == Byte.slash {
            authority = nil
            (path, query) = try Self.pathAndQuery(input)
        } else if method == .options, input.equals("*") {
            (path, query, authority) = ("*", "", nil)
        } else {
            let start = try Self.authorityStart(input)
            var end = start
            while end < input.count, input[end] != Byte.slash, input[end] != Byte.question {
                end += 1
            }
            let host = input.extracting(start..<end)
            guard HostField.isValid(host) else { throw .badRequest }
            authority = host.text
            (path, query) = try Self.pathAndQuery(input.extracting(end..<input.count))
        }
    }

    private static func authorityStart(_ input: borrowing Span<UInt8>) throws(RequestRefusal) -> Int
    {
        if input.count > 7, input.extracting(0..<7).equalsIgnoringCase("http://") { return 7 }
        if input.count > 8, input.extracting(0..<8).equalsIgnoringCase("https://") { return 8 }
        throw .badRequest
    }

    private static func pathAndQuery(_ input: borrowing Span<UInt8>) throws(RequestRefusal) -> (
        String, String
    ) {
        let end = input.firstIndex(of: Byte.question) ?? input.count
        let raw = input.extracting(0..<end)
        guard raw.all(in: ByteClass.path) else { throw .badRequest }
        var query = ""
        if end < input.count {
            let rest = input.extracting((end + 1)..<input.count)
            guard rest.all(in: ByteClass.query) else { throw .badRequest }
            query = rest.text
        }
        if raw.isEmpty { return ("/", query) }
        return (isPlain(raw) ? raw.text : try normalised(raw), query)
    }

    /// Neither an escape nor a segment that begins with a dot.
    private static func isPlain(_ raw: borrowing Span<UInt8>) -> Bool {
        guard raw.firstIndex(of: Byte.percent) == nil else { return false }
        var from = 1
        while let dot = raw.firstIndex(of: Byte.dot, from: from) {
            if raw[dot - 1] == Byte.slash { return false }
            from = dot + 1
        }
        return true
    }

    /// Decodes once, refuses what may not reach a handler, removes dot segments (RFC 3986 §5.2.4).
    private static func normalised(_ raw: borrowing Span<UInt8>) throws(RequestRefusal) -> String {
        guard !hidesSeparator(raw), let decoded = Percent.decode(raw),
            !decoded.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else { throw .badRequest }
        var kept: [ArraySlice<UInt8>] = []
        let segments = decoded.dropFirst().split(
            separator: Byte.slash, omittingEmptySubsequences: false)
        for (number, segment) in segments.enumerated() {
            let isLast = number == segments.count - 1
            switch segment {
            case [Byte.dot]:
                if isLast { kept.append([]) }
            case [Byte.dot, Byte.dot]:
                guard kept.popLast() != nil else { throw .badRequest }
                if isLast { kept.append([]) }
            default:
                kept.append(segment)
            }
        }
        let bytes = [Byte.slash] + kept.joined(separator: [Byte.slash])
        guard !bytes.span.containsCombiningRun(longerThan: OutsideText.combiningRunMax),
            let path = String(validating: bytes, as: UTF8.self)
        else { throw .badRequest }
        return path
    }

    /// An encoded slash or backslash would split a segment after the decoding.
    private static func hidesSeparator(_ raw: borrowing Span<UInt8>) -> Bool {
        var from = 0
        while let percent = raw.firstIndex(of: Byte.percent, from: from) {
            if percent + 2 < raw.count {
                let second = Byte.lowercased(raw[percent + 2])
                if raw[percent + 1] == UInt8(ascii: "2"), second == UInt8(ascii: "f") {
                    return true
                }
                if raw[percent + 1] == UInt8(ascii: "5"), second == UInt8(ascii: "c") {
                    return true
                }
            }
            from = percent + 1
        }
        return false
    }
}
