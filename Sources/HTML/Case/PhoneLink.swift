/// A telephone number in pairs, and a press to ring it: `20 30 40 50`. What is more than a number
/// ("20304050 hos mormor") keeps its words, and is no link.
package func phoneLink(_ typed: String) -> HTML {
    let digits = typed.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let isNumber = typed.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || " +-".utf8.contains(byte)
    }
    guard isNumber, (3...15).contains(digits.count) else { return HTML(escaping: typed) }
    let number = String(decoding: digits, as: UTF8.self)
    let isAbroad = typed.utf8.first == UInt8(ascii: "+")
    return """
        <a href="tel:\(isAbroad ? "+" : "")\(number)">\
        \(digits.count == 8 && !isAbroad ? inPairs(digits) : HTML(escaping: typed))</a>
        """
}

private func inPairs(_ digits: [UInt8]) -> HTML {
    stride(from: 0, to: digits.count, by: 2).map { start in
        HTML(escaping: String(decoding: digits[start..<start + 2], as: UTF8.self))
    }.joined(by: "&nbsp;")
}
