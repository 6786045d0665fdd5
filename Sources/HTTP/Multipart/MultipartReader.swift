/// Reads `multipart/form-data` piece by piece, however it is cut, and keeps no more of it than a part's head.
///
/// - Standard: RFC 7578, RFC 2046 §5.1; names as the WHATWG HTML standard escapes them.
package struct MultipartReader {
    /// The head of a part.
    package struct Part: Sendable, Hashable {
        /// The field's name.
        package let name: OutsideText
        /// The file's name as the browser gave it, without folders; nil for a field that is no file.
        package let fileName: OutsideText?
        /// The media type the browser claims.
        package let contentType: OutsideText?
    }

    /// What was read.
    package enum Event {
        /// A part begins.
        case begins(Part)
        /// The next bytes of its content.
        case bytes([UInt8])
        /// The part is complete.
        case ends
    }

    private enum State {
        case preamble
        case delimiter
        case head
        case content
        case epilogue
    }

    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    private var state = State.preamble
    /// What could not be decided yet. A line break that is not there stands before the first delimiter.
    private var pending: [UInt8] = [Byte.carriageReturn, Byte.lineFeed]
    private var partCount = 0
    private var contentLeft = 0
    /// The line break that ends the head still stands before the content; so much of it is left out.
    private var skipped = 0

    /// A reader for content of this type.
    init(contentType: some Collection<UInt8>, limits: MultipartLimits) throws(MultipartFault) {
        guard let boundary = Self.boundary(contentType) else { throw .noBoundary }
        delimiter = [Byte.carriageReturn, Byte.lineFeed, Byte.dash, Byte.dash] + boundary
        self.limits = limits
    }

    /// Goes on with the next bytes.
    package mutating func take(_ bytes: [UInt8], _ onEvent: (Event) throws(MultipartFault) -> Void)
        throws(MultipartFault)
    {
        pending += bytes
        while try step(onEvent) {}
    }

    /// Says that nothing more comes.
    package func finish() throws(MultipartFault) {
        guard case .epilogue = state else { throw .unfinished }
    }

    /// Does what can be done with the bytes at hand; false when more must come.
    private mutating func step(_ onEvent: (Event) throws(MultipartFault) -> Void)
        throws(MultipartFault) -> Bool
    {
        switch state {
        case .preamble: try skipPreamble()
        case .delimiter: try readDelimiterEnd()
        case .head: try readHead(onEvent)
        case .content: try readContent(onEvent)
        case .epilogue: dropEpilogue()
        }
    }

    private mutating func skipPreamble() throws(MultipartFault) -> Bool {
        guard let start = pending.firstRange(of: delimiter, from: 0) else {
            pending.removeFirst(max(0, pending.count - delimiter.count + 1))
            return false
        }
        pending.removeFirst(start + delimiter.count)
        state = .delimiter
        return true
    }

    /// `--` ends the form; otherwise spaces and a line break.
    private mutating func readDelimiterEnd() throws(MultipartFault) -> Bool {
        guard pending.count >= 2 else { return false }
        if pending[0] == Byte.dash, pending[1] == Byte.dash {
            state = .epilogue
            return true
        }
        guard let end = pending.firstIndex(of: Byte.lineFeed) else {
            if pending.count > limits.headBytesMax { throw .badPart }
            return false
        }
        let padding = pending[..<end].dropLast()
        guard end > 0, pending[end - 1] == Byte.carriageReturn,
            padding.allSatisfy({ $0 == Byte.space || $0 == Byte.tab })
        else { throw .badPart }
        // The line break stays: a head without fields is one line break after another.
        pending.removeFirst(end - 1)
        partCount += 1
        if partCount > limits.partCountMax { throw .tooLarge }
        state = .head
        return true
    }

    private mutating func readHead(_ onEvent: (Event) throws(MultipartFault) -> Void)
        throws(MultipartFault) -> Bool
    {
        guard let end = pending.firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A], from: 0) else {
            if pending.count > limits.headBytesMax { throw .tooLarge }
            return false
        }
        if end > limits.headBytesMax { throw .tooLarge }
        let part = try PartHead.read(Array(pending[2..<(end + 2)]))
        // The line break stays: a delimiter may follow at once.
        pending.removeFirst(end + 2)
        contentLeft = part.fileName == nil ? limits.fieldBytesMax : limits.fileBytesMax
        contentLeft += 2
        skipped = 2
        try onEvent(.begins(part))
        state = .content
        return true
    }

    private mutating func readContent(_ onEvent: (Event) throws(MultipartFault) -> Void)
        throws(MultipartFault) -> Bool
    {
        let found = pending.firstRange(of: delimiter, from: 0)
        let count = found ?? max(0, pending.count - delimiter.count + 1)
        contentLeft -= count
        if contentLeft < 0 { throw .tooLarge }
        try emit(count, onEvent)
        guard found != nil else { return false }
        try onEvent(.ends)
        pending.removeFirst(delimiter.count)
        state = .delimiter
        return true
    }

    private mutating func emit(_ count: Int, _ onEvent: (Event) throws(MultipartFault) -> Void)
        throws(MultipartFault)
    {
        guard count > 0 else { return }
        let skip = min(skipped, count)
        skipped -= skip
        if skip < count { try onEvent(.bytes(Array(pending[skip..<count]))) }
        pending.removeFirst(count)
    }

    private mutating func dropEpilogue() -> Bool {
        pending.removeAll()
        return false
    }

    /// The boundary parameter: 1 to 70 bytes of RFC 2046 §5.1.1, quoted or not.
    private static func boundary(_ contentType: some Collection<UInt8>) -> [UInt8]? {
        let parameters = HeaderParameters(contentType)
        guard parameters.value == "multipart/form-data", let boundary = parameters["boundary"],
            (1...70).contains(boundary.count), boundary.last != Byte.space,
            boundary.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else { return nil }
        return boundary
    }
}
