/// The readers of single header values: cookies, ranges, tags, dates, encodings, addresses.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFields(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let text = String(decoding: bytes, as: UTF8.self)
    _ = CookieHeader.value(of: "c", in: bytes[...])
    if case .part(let range) = ByteRange(bytes, length: 1_000) {
        precondition(
            !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= 1_000, "outside the file"
        )
    }
    _ = ByteRange("bytes=".utf8 + bytes, length: 7)
    if let seconds = HTTPDate.seconds(bytes) {
        precondition(HTTPDate.seconds(HTTPDate.text(seconds).utf8) == seconds, "the date moved")
    }
    _ = AcceptEncoding.allowsGzip(bytes[...])
    let request = Request(.get, "/", headers: [("If-None-Match", text), ("If-Match", text)])
    _ = Conditional.isUnmodified(request, entityTag: "\"x\"", modified: 1)
    _ = Conditional.isRefused(request, entityTag: "\"x\"", modified: 1)
    if let address = ClientAddress(text) {
        precondition(ClientAddress(address.description) == address, "the address changed")
    }
    _ = HostField.isValid(bytes.span)
    let target = count == 0 ? [0x2F] : bytes
    if let target = try? RequestTarget(target.span, .get) {
        precondition(!target.path.utf8.contains(0), "a NUL came through")
        precondition(
            !target.path.utf8.split(separator: 0x2F).contains { $0.elementsEqual("..".utf8) },
            "dots came through")
    }
    return 0
}
