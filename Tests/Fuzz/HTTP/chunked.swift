/// Chunked content, whole and byte by byte: the same content, the same end, the same refusal.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzChunked(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let whole = read([bytes])
    let dripped = read(bytes.map { [$0] })
    precondition(whole == dripped, "the cut changed the content")
    return 0
}

private struct Outcome: Equatable {
    var body: [UInt8] = []
    var taken = 0
    var isComplete = false
    var isRefused = false
}

private func read(_ pieces: [[UInt8]]) -> Outcome {
    var reader = ChunkedReader()
    var outcome = Outcome()
    var body: [UInt8] = []
    for piece in pieces {
        do throws(RequestRefusal) {
            let (taken, isComplete) = try reader.take(
                piece.span, into: &body, bodyLimit: 1_024, limits: Limits())
            outcome.taken += taken
            outcome.isComplete = isComplete
        } catch {
            // How far it came before the refusal may depend on the cut; that it refuses may not.
            return Outcome(isRefused: true)
        }
        if outcome.isComplete { break }
    }
    precondition(body.count <= 1_024, "more content than the limit")
    outcome.body = body
    return outcome
}
