/// Forms, queries and percent-encoding: what is read and written again is read the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzForm(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let fields = Fields(urlencoded: bytes)
    precondition(fields.pairs.count <= Fields.fieldCountMax, "more fields than the limit")
    precondition(
        Fields(urlencoded: Array(fields.urlencoded.utf8)).pairs == fields.pairs,
        "not read the same again")
    for text in fields.pairs.flatMap({ [$0.nameText, $0.valueText] }) {
        precondition(!text.contains(0), "a NUL came through")
        precondition(fields.fault != nil || !text.containsCombiningRun(), "marks came through")
    }
    if let decoded = Percent.decode(bytes.span),
        let text = String(validating: decoded, as: UTF8.self)
    {
        precondition(Percent.decode(Array(Percent.encode(text.utf8).utf8).span) == Array(text.utf8))
    }
    return 0
}
