/// Bytes on their way out, in order. Small things share one buffer; a large body is never copied.
struct Output {
    private struct Piece {
        let bytes: [UInt8]
        var range: Range<Int>
    }

    private var pieces: [Piece] = []
    /// What was written after the last large piece.
    var open: [UInt8] = []
    private var openSent = 0

    private static let copiedBytesMax = 16_384

    var isEmpty: Bool { pieces.isEmpty && openSent == open.count }

    var count: Int {
        pieces.reduce(open.count - openSent) { $0 + $1.range.count }
    }

    /// Worth giving back when everything is sent.
    var hasRoomToGiveBack: Bool { open.capacity > 0 }

    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        guard range.count > Self.copiedBytesMax else {
            open.append(contentsOf: bytes[range])
            return
        }
        if openSent < open.count {
            pieces.append(Piece(bytes: open, range: openSent..<open.count))
        }
        open = []
        openSent = 0
        pieces.append(Piece(bytes: bytes, range: range))
    }

    /// Moves everything another holds behind this, and leaves the other ready for use again.
    mutating func take(_ other: inout Output) {
        for piece in other.pieces { append(piece.bytes, piece.range) }
        open.append(contentsOf: other.open[other.openSent...])
        other.removeAll()
    }

    /// Empties it and keeps the room for the next.
    mutating func removeAll() {
        if !pieces.isEmpty { pieces = [] }
        open.removeAll(keepingCapacity: true)
        openSent = 0
    }

    /// Offers the first contiguous bytes to a sender, and drops as many as it says were sent.
    mutating func send(_ sender: (UnsafeRawBufferPointer) -> Int) -> Int {
        if let first = pieces.first {
            let sent = unsafe first.bytes.withUnsafeBytes {
                unsafe sender(UnsafeRawBufferPointer(rebasing: $0[first.range]))
            }
            if sent >= first.range.count {
                pieces.removeFirst()
            } else if sent > 0 {
                pieces[0].range = (first.range.lowerBound + sent)..<first.range.upperBound
            }
            return sent
        }
        let sent = unsafe open.withUnsafeBytes {
            unsafe sender(UnsafeRawBufferPointer(rebasing: $0[openSent...]))
        }
        if sent > 0 { openSent += sent }
        return sent
    }
}
