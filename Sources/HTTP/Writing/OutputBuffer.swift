/// Bytes on their way out, in order. Small things share one buffer; a large body is never copied.
struct OutputBuffer {
    private struct Piece {
        let bytes: [UInt8]
        var range: Range<Int>
    }

    private var pieces: [Piece] = []
    /// What was written after the last large piece.
    var tail: [UInt8] = []
    private var tailSent = 0

    private static let copiedBytesMax = 16_384

    var isEmpty: Bool { pieces.isEmpty && tailSent == tail.count }

    var count: Int {
        pieces.reduce(tail.count - tailSent) { $0 + $1.range.count }
    }

    /// Worth giving back when everything is sent.
    var hasSpareCapacity: Bool { tail.capacity > 0 }

    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        guard range.count > Self.copiedBytesMax else {
            tail.append(contentsOf: bytes[range])
            return
        }
        if tailSent < tail.count {
            pieces.append(Piece(bytes: tail, range: tailSent..<tail.count))
        }
        tail = []
        tailSent = 0
        pieces.append(Piece(bytes: bytes, range: range))
    }

    /// Moves everything another holds behind this, and leaves the other ready for use again.
    mutating func append(moving other: inout OutputBuffer) {
        for piece in other.pieces { append(piece.bytes, piece.range) }
        tail.append(contentsOf: other.tail[other.tailSent...])
        other.removeAll()
    }

    /// Empties it and keeps the room for the next.
    mutating func removeAll() {
        if !pieces.isEmpty { pieces = [] }
        tail.removeAll(keepingCapacity: true)
        tailSent = 0
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
        let sent = unsafe tail.withUnsafeBytes {
            unsafe sender(UnsafeRawBufferPointer(rebasing: $0[tailSent...]))
        }
        if sent > 0 { tailSent += sent }
        return sent
    }
}
