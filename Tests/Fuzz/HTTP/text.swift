/// Text from outside: whatever the bytes, every question about it is answered as `String` and Unicode answer it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let text = OutsideText(bytes)
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        scalars.append(scalar.value == 0 ? "\u{FFFD}" : scalar)
    }
    let reference = String(scalars)
    precondition(text.equals(reference), "not the same text")
    precondition(text == OutsideText(reference) && text.isEmpty == reference.isEmpty)
    check(text, scalars)
    let middle = bytes.count / 2
    let halves = OutsideText(bytes[..<middle])
    precondition((halves == text) == halves.utf8.elementsEqual(text.utf8), "compared wrongly")
    return 0
}

private func check(_ text: OutsideText, _ scalars: String.UnicodeScalarView) {
    let isWhite: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let rest = scalars.drop(while: isWhite)
    let trimmed = rest.lastIndex { !isWhite($0) }.map { rest[...$0] } ?? rest[..<rest.startIndex]
    precondition(text.trimmed.equals(String(trimmed)), "trimmed otherwise")
    precondition(text.scalarCount() == scalars.count, "counted otherwise")
    for limit in [0, 1, 7, scalars.count] {
        precondition(text.isLonger(than: limit) == (scalars.count > limit), "measured otherwise")
        precondition(
            text.prefix(scalarCount: limit).equals(
                String(String.UnicodeScalarView(scalars.prefix(limit)))), "cut otherwise")
    }
    var (run, longest) = (0, 0)
    for scalar in scalars {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: run += 1
        default: run = 0
        }
        longest = max(longest, run)
    }
    for limit in [0, 1, OutsideText.combiningRunMax] {
        precondition(
            text.containsCombiningRun(longerThan: limit) == (longest > limit), "marks missed")
    }
    let lower = text.lowercased
    precondition(lower.lowercased == lower, "lower case has a lower case")
    if let string = try? text.string(atMost: 100) {
        precondition(string.unicodeScalars.elementsEqual(scalars), "another String")
    }
}
