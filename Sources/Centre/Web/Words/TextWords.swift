internal import Domain

extension Instant {
    /// `10.00`, by the Danish clock.
    var clockText: String {
        clockTime.danishText
    }
}

extension String {
    /// With its first letter large.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// How a long text begins: whole words, at most so many bytes. What it leaves out is said.
    func beginning(bytesMax: Int) -> (text: String, isCut: Bool) {
        guard utf8.count > bytesMax else { return (self, false) }
        let start = utf8.prefix(bytesMax)
        guard let end = start.lastIndex(where: { [UInt8(ascii: " "), 10].contains($0) }) else {
            return (String(String.UnicodeScalarView(unicodeScalars.prefix(bytesMax / 4))), true)
        }
        return (String(decoding: start[..<end], as: UTF8.self), true)
    }
}
