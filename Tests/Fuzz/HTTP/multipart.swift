/// Multipart forms, whole and in pieces: the same parts or the same refusal.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMultipart(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    precondition(
        read(bytes, pieceSize: max(count, 1)) == read(bytes, pieceSize: 1),
        "the cut changed the form")
    _ = HeaderParameters(bytes)
    return 0
}

private func read(_ bytes: [UInt8], pieceSize: Int) -> String {
    let receiver = MultipartReceiver(
        Request(.post, "/", headers: [("Content-Type", "multipart/form-data; boundary=b")]))
    for start in stride(from: 0, to: bytes.count, by: pieceSize) {
        receiver.take(Array(bytes[start..<min(start + pieceSize, bytes.count)]))
    }
    guard case .success(let form) = receiver.finish() else { return "refused" }
    return form.fields.urlencoded
        + form.files.map { "\($0.part.name.utf8) \($0.part.fileName?.utf8 ?? []) \($0.bytes)" }
        .joined()
}
