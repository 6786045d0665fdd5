/// Forms, queries and percent-encoding: what is read and written again is read the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzForm(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let fields = Fields(urlencoded: bytes)
    precondition(fields.pairs.count <= Fields.fieldCountMax, "more fields than the limit")
    precondition(
        Fields(urlencoded: Array(fields.urlencoded.utf8)) == fields, "not read the same again")
    for pair in fields.pairs {
        precondition(
            !pair.name.utf8.contains(0) && !pair.value.utf8.contains(0), "a NUL came through")
    }
    if let decoded = Percent.decode(bytes.span),
        let text = String(validating: decoded, as: UTF8.self)
    {
        precondition(Percent.decode(Array(Percent.encode(text).utf8).span) == Array(text.utf8))
    }
    return 0
}
