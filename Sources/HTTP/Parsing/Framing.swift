/// What the fields of a head say about the connection and the content that follows
/// (RFC 9112 §6, §9; RFC 9110 §10.1.1).
struct Framing {
    enum Content {
        case none
        case length(Int)
        case chunked

        var isNone: Bool {
            if case .none = self { return true }
            return false
        }
    }

    private(set) var content = Content.none
    private(set) var keepsAlive: Bool
    private(set) var expectsContinue = false
    /// Places of fields that the server itself reads later.
    private(set) var forwardedFor: Range<Int>?
    private(set) var forwardedProto: Range<Int>?

    private var length: Int?
    private var hasTransferEncoding = false
    private var hostCount = 0
    private var saysClose = false
    private var saysKeepAlive = false

    init(
        _ input: borrowing Span<UInt8>, _ fieldRanges: [Headers.FieldRange], isMinorZero: Bool
    ) throws(RequestRefusal) {
        keepsAlive = !isMinorZero
        for place in fieldRanges {
            try read(place, input, isMinorZero)
        }
        guard hostCount == 1 || (hostCount == 0 && isMinorZero) else { throw .badRequest }
        if hasTransferEncoding {
            // Both, or chunked from a 1.0 client: someone between us may have framed it otherwise.
            if length != nil || isMinorZero { throw .badRequest }
            content = .chunked
        } else if let length, length > 0 {
            content = .length(length)
        }
        if saysClose { keepsAlive = false } else if saysKeepAlive { keepsAlive = true }
    }

    private mutating func read(
        _ place: Headers.FieldRange, _ input: borrowing Span<UInt8>, _ isMinorZero: Bool
    ) throws(RequestRefusal) {
        let name = input.extracting(place.name)
        let value = input.extracting(place.value)
        switch name.count {
        case 4 where name.equalsIgnoringCase("host"):
            hostCount += 1
            guard HostField.isValid(value) else { throw .badRequest }
        case 6 where name.equalsIgnoringCase("expect"):
            guard !isMinorZero else { return }
            guard value.equalsIgnoringCase("100-continue") else { throw .expectationFailed }
            expectsContinue = true
        case 10 where name.equalsIgnoringCase("connection"):
            readConnection(value)
        case 14 where name.equalsIgnoringCase("content-length"):
            try readLength(value)
        case 15 where name.equalsIgnoringCase("x-forwarded-for"):
            forwardedFor = place.value
        case 17 where name.equalsIgnoringCase("transfer-encoding"):
            try readTransferEncoding(value)
        case 17 where name.equalsIgnoringCase("x-forwarded-proto"):
            forwardedProto = place.value
        default: break
        }
    }

    private mutating func readConnection(_ value: borrowing Span<UInt8>) {
        Self.forEachElement(value) { element in
            if element.equalsIgnoringCase("close") { saysClose = true }
            if element.equalsIgnoringCase("keep-alive") { saysKeepAlive = true }
        }
    }

    /// Digits only; several that agree count as one, others are refused (RFC 9110 §8.6).
    private mutating func readLength(_ value: borrowing Span<UInt8>) throws(RequestRefusal) {
        var start = 0
        repeat {
            let end = value.firstIndex(of: Byte.comma, from: start) ?? value.count
            let digits = value.extracting(value.trimmedRange(start..<end))
            let number = try Self.number(digits)
            if let length, length != number { throw .badRequest }
            length = number
            start = end + 1
        } while start <= value.count
    }

    private static func number(_ digits: borrowing Span<UInt8>) throws(RequestRefusal) -> Int {
        guard !digits.isEmpty else { throw .badRequest }
        var number = 0
        var overflows = false
        for index in digits.indices {
            guard Byte.isDigit(digits[index]) else { throw .badRequest }
            let (product, tooBig) = number.multipliedReportingOverflow(by: 10)
            let (sum, tooBigAgain) = product.addingReportingOverflow(Int(digits[index] - 0x30))
            overflows = overflows || tooBig || tooBigAgain
            number = sum
        }
        if overflows { throw .contentTooLarge }
        return number
    }

    /// `chunked`, once and last; any other coding is 501 (RFC 9112 §6.1, §6.3).
    private mutating func readTransferEncoding(_ value: borrowing Span<UInt8>)
        throws(RequestRefusal)
    {
        var refusal: RequestRefusal?
        var chunkedBefore = hasTransferEncoding
        Self.forEachElement(value) { element in
            // Whatever stands after chunked hides where the content ends.
            if chunkedBefore { refusal = .badRequest }
            if element.equalsIgnoringCase("chunked") {
                chunkedBefore = true
            } else if refusal == nil {
                refusal = .notImplemented
            }
        }
        if let refusal { throw refusal }
        guard chunkedBefore else { throw .badRequest }
        hasTransferEncoding = true
    }

    /// The elements of a comma-separated list; empty ones do not count (RFC 9110 §5.6.1).
    private static func forEachElement(
        _ value: borrowing Span<UInt8>, _ body: (borrowing Span<UInt8>) -> Void
    ) {
        var start = 0
        while start <= value.count {
            let end = value.firstIndex(of: Byte.comma, from: start) ?? value.count
            let element = value.trimmedRange(start..<end)
            if !element.isEmpty { body(value.extracting(element)) }
            start = end + 1
        }
    }
}
