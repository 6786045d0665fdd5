// A history that is thrown at the reader and the rules: it may be refused, never fall over, and
// what is read must come back the same when it is written.

/// Every standard reads the same bytes; the day is in the middle of most seeds' events.
private let standards = QualityStandard.shipped
private let day = CalendarDay(isoText: "2025-05-20") ?? CalendarDay(number: 20_000)

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHistory(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    // The seeds are test files with the history under its own key; both forms are tried.
    let value = try? JSONReader.read(bytes)
    guard let value, let history = try? CaseHistory(json: value.object?["history"] ?? value) else {
        return 0
    }
    let again = try? CaseHistory(json: JSONWriter.write(history.json))
    precondition(again == history, "a history changed by being written and read")
    for standard in standards {
        let verdict = verdict(of: history, under: standard, on: day)
        precondition((try? JSONReader.read(JSONWriter.write(verdict.json))) != nil)
        for clock in verdict.guarantee { precondition(!clock.because.isEmpty) }
    }
    return 0
}
