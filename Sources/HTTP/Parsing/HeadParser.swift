/// Reads a request's head line by line, however the bytes are cut.
///
/// Strict where leniency has been used to smuggle: lines end in CRLF, one space between the parts of the
/// request line, no space before a colon, no folding, no bare CR or LF, no NUL.
///
/// - Standard: RFC 9112 §2.2, §3, §5.
struct HeadParser {
    private(set) var requestLine: RequestLine?
    private(set) var fieldRanges: [Headers.FieldRange] = []
    /// Where the line being read begins.
    private var lineStart = 0
    /// Up to where no line feed was found.
    private var scanned = 0
    /// Empty lines before the request line were skipped (RFC 9112 §2.2); the head begins here.
    private(set) var headStart = 0

    private static let emptyLinesMax = 4

    /// The first line of a head.
    struct RequestLine {
        let method: Method
        let target: Range<Int>
        let isMinorZero: Bool
    }

    /// Goes on with the head, which begins at the first byte of the input.
    ///
    /// - Returns: How long the head is, when it is complete.
    mutating func advance(_ input: borrowing Span<UInt8>, limits: Limits) throws(RequestRefusal)
        -> Int?
    {
        while let end = input.firstIndex(of: Byte.lineFeed, from: scanned) {
            try checkLength(end, limits)
            guard end > lineStart, input[end - 1] == Byte.carriageReturn else {
                throw .badRequest
            }
            let line = lineStart..<(end - 1)
            lineStart = end + 1
            scanned = lineStart
            if try finishes(line, input, limits) {
                let head = input.extracting(headStart..<lineStart)
                if head.containsCombiningRun(longerThan: OutsideText.combiningRunMax) {
                    throw .badRequest
                }
                return lineStart
            }
        }
        scanned = input.count
        try checkLength(input.count, limits)
        try checkBeginning(input)
        return nil
    }

    private func checkLength(_ end: Int, _ limits: Limits) throws(RequestRefusal) {
        if requestLine == nil, end - headStart > limits.requestLineBytesMax {
            throw .targetTooLong
        }
        if end - headStart > limits.headBytesMax { throw .headTooLarge }
    }

    /// Something that is not HTTP at all (a TLS greeting, noise) is refused without waiting for a line.
    private func checkBeginning(_ input: borrowing Span<UInt8>) throws(RequestRefusal) {
        guard requestLine == nil, lineStart < input.count else { return }
        let first = input[lineStart]
        if first == Byte.carriageReturn { return }
        if ByteClass.table[Int(first)] & ByteClass.token == 0 { throw .badRequest }
    }

    /// Takes one line; true when it is the empty one that ends the head.
    private mutating func finishes(
        _ line: Range<Int>, _ input: borrowing Span<UInt8>, _ limits: Limits
    ) throws(RequestRefusal) -> Bool {
        if requestLine == nil {
            if line.isEmpty {
                headStart = lineStart
                if lineStart > Self.emptyLinesMax * 2 { throw .badRequest }
            } else {
                requestLine = try Self.readRequestLine(input, line)
                fieldRanges.reserveCapacity(12)
            }
            return false
        }
        if line.isEmpty { return true }
        if fieldRanges.count == limits.fieldCountMax { throw .headTooLarge }
        fieldRanges.append(try Self.readField(input, line))
        return false
    }

    /// method SP request-target SP HTTP-version (RFC 9112 §3).
    private static func readRequestLine(_ input: borrowing Span<UInt8>, _ line: Range<Int>)
        throws(RequestRefusal) -> RequestLine
    {
        guard let methodEnd = input.firstIndex(of: Byte.space, from: line.lowerBound),
            methodEnd < line.upperBound, methodEnd > line.lowerBound,
            let targetEnd = input.firstIndex(of: Byte.space, from: methodEnd + 1),
            targetEnd < line.upperBound, targetEnd > methodEnd + 1
        else { throw .badRequest }
        let name = input.extracting(line.lowerBound..<methodEnd)
        guard name.all(in: ByteClass.token) else { throw .badRequest }
        let isMinorZero = try readVersion(input, (targetEnd + 1)..<line.upperBound)
        guard let method = Method(name) else { throw .notImplemented }
        return RequestLine(
            method: method, target: (methodEnd + 1)..<targetEnd, isMinorZero: isMinorZero)
    }

    /// `HTTP/` DIGIT `.` DIGIT; a minor version above 1 is read as 1.1 (RFC 9110 §2.5).
    private static func readVersion(_ input: borrowing Span<UInt8>, _ range: Range<Int>)
        throws(RequestRefusal) -> Bool
    {
        let start = range.lowerBound
        guard range.count == 8, input.extracting(start..<start + 5).equals("HTTP/"),
            Byte.isDigit(input[start + 5]), input[start + 6] == Byte.dot,
            Byte.isDigit(input[start + 7])
        else { throw .badRequest }
        guard input[start + 5] == UInt8(ascii: "1") else { throw .versionNotSupported }
        return input[start + 7] == UInt8(ascii: "0")
    }

    /// field-name `:` OWS field-value OWS (RFC 9112 §5).
    static func readField(_ input: borrowing Span<UInt8>, _ line: Range<Int>) throws(RequestRefusal)
        -> Headers.FieldRange
    {
        let table = ByteClass.table
        var index = line.lowerBound
        while index < line.upperBound, table[Int(input[index])] & ByteClass.token != 0 {
            index += 1
        }
        guard index > line.lowerBound, index < line.upperBound, input[index] == Byte.colon else {
            throw .badRequest
        }
        let value = input.trimmedRange((index + 1)..<line.upperBound)
        for place in value where table[Int(input[place])] & ByteClass.fieldValue == 0 {
            throw .badRequest
        }
        return Headers.FieldRange(
            nameStart: UInt32(line.lowerBound), nameEnd: UInt32(index),
            valueStart: UInt32(value.lowerBound), valueEnd: UInt32(value.upperBound))
    }
}
