/// Reads chunked content however it is cut (RFC 9112 §7.1). Trailers are checked and dropped.
struct ChunkedReader {
    private enum State {
        case size
        case data(Int)
        case dataEnd
        case trailer
    }

    private var state = State.size
    /// The unfinished chunk line or trailer line.
    private var line: [UInt8] = []
    /// Bytes of chunk lines and trailers so far: they carry no content, so they are bounded apart.
    private var overhead = 0
    private var trailerCount = 0
    /// Content so far.
    private(set) var received = 0

    /// Takes what is there.
    ///
    /// - Returns: How many bytes were taken, and whether the content is complete.
    mutating func take(
        _ input: borrowing Span<UInt8>, into body: inout [UInt8], bodyLimit: Int, limits: Limits
    ) throws(RequestRefusal) -> (taken: Int, isComplete: Bool) {
        var position = 0
        while position < input.count {
            if case .data(let left) = state {
                let count = min(left, input.count - position)
                unsafe input.extracting(position..<(position + count)).withUnsafeBytes { bytes in
                    unsafe body.append(contentsOf: bytes)
                }
                position += count
                received += count
                state = count == left ? .dataEnd : .data(left - count)
                continue
            }
            guard let end = input.firstIndex(of: Byte.lineFeed, from: position) else {
                try keep(input.extracting(position..<input.count), limits)
                return (input.count, false)
            }
            try keep(input.extracting(position..<end), limits)
            position = end + 1
            if try finishLine(bodyLimit, limits) { return (position, true) }
        }
        return (position, false)
    }

    private mutating func keep(_ bytes: borrowing Span<UInt8>, _ limits: Limits)
        throws(RequestRefusal)
    {
        overhead += bytes.count
        if overhead > limits.chunkOverheadBytesMax {
            if case .trailer = state { throw .headTooLarge }
            throw .badRequest
        }
        unsafe bytes.withUnsafeBytes { unsafe line.append(contentsOf: $0) }
        if case .dataEnd = state, line.count > 1 { throw .badRequest }
    }

    /// Takes a line whose LF has come; true when it is the one that ends the content.
    private mutating func finishLine(_ bodyLimit: Int, _ limits: Limits) throws(RequestRefusal)
        -> Bool
    {
        guard line.last == Byte.carriageReturn else { throw .badRequest }
        line.removeLast()
        defer { line.removeAll(keepingCapacity: true) }
        switch state {
        case .size:
            let size = try Self.chunkSize(line.span)
            guard size <= bodyLimit - received else { throw .contentTooLarge }
            // What is plain framing of a real chunk is given back.
            if size > 0 { overhead -= min(overhead, 8) }
            state = size == 0 ? .trailer : .data(size)
        case .dataEnd:
            guard line.isEmpty else { throw .badRequest }
            state = .size
        case .trailer:
            if line.isEmpty { return true }
            trailerCount += 1
            if trailerCount > limits.fieldCountMax { throw .headTooLarge }
            _ = try HeadParser.readField(line.span, 0..<line.count)
        case .data: break
        }
        return false
    }

    /// chunk-size [ chunk-ext ]
    private static func chunkSize(_ line: borrowing Span<UInt8>) throws(RequestRefusal) -> Int {
        var size = 0
        var index = 0
        while index < line.count, let digit = Byte.hexValue(line[index]) {
            guard size >> 56 == 0 else { throw .contentTooLarge }
            size = size << 4 | Int(digit)
            index += 1
        }
        guard index > 0 else { throw .badRequest }
        var extensions = ChunkExtensions(position: index)
        try extensions.check(line)
        return size
    }
}

/// `*( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )`: checked, then ignored.
private struct ChunkExtensions {
    var position: Int

    mutating func check(_ line: borrowing Span<UInt8>) throws(RequestRefusal) {
        while position < line.count {
            skipSpace(line)
            guard at(line) == Byte.semicolon else { throw .badRequest }
            position += 1
            skipSpace(line)
            try token(line)
            let afterName = position
            skipSpace(line)
            guard at(line) == Byte.equals else {
                position = afterName
                continue
            }
            position += 1
            skipSpace(line)
            if at(line) == Byte.quote { try quoted(line) } else { try token(line) }
        }
    }

    private func at(_ line: borrowing Span<UInt8>) -> UInt8? {
        position < line.count ? line[position] : nil
    }

    private mutating func skipSpace(_ line: borrowing Span<UInt8>) {
        while let byte = at(line), byte == Byte.space || byte == Byte.tab { position += 1 }
    }

    private mutating func token(_ line: borrowing Span<UInt8>) throws(RequestRefusal) {
        let start = position
        while let byte = at(line), ByteClass.table[Int(byte)] & ByteClass.token != 0 {
            position += 1
        }
        if position == start { throw .badRequest }
    }

    private mutating func quoted(_ line: borrowing Span<UInt8>) throws(RequestRefusal) {
        position += 1
        while let byte = at(line), byte != Byte.quote {
            if byte == Byte.backslash { position += 1 }
            guard let read = at(line), ByteClass.table[Int(read)] & ByteClass.fieldValue != 0 else {
                throw .badRequest
            }
            position += 1
        }
        guard at(line) == Byte.quote else { throw .badRequest }
        position += 1
    }
}
