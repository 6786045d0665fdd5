/// The head of a part: `Content-Disposition` names the field.
enum PartHead {
    static func read(_ bytes: [UInt8]) throws(MultipartFault) -> MultipartReader.Part {
        var disposition: String?
        var contentType: String?
        for line in lines(bytes) {
            guard let place = try? HeadParser.readField(bytes.span, line) else { throw .badPart }
            let name = bytes.span.extracting(place.name)
            let value = bytes.span.extracting(place.value).text
            if name.equalsIgnoringCase("content-disposition") {
                guard disposition == nil else { throw .badPart }
                disposition = value
            } else if name.equalsIgnoringCase("content-type") {
                contentType = value
            }
        }
        let parameters = HeaderParameters(disposition ?? "")
        guard parameters.value == "form-data", let name = parameters["name"] else { throw .badPart }
        return MultipartReader.Part(
            name: unescaped(name), fileName: parameters["filename"].map { base(unescaped($0)) },
            contentType: contentType)
    }

    private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while let end = bytes.firstRange(of: [Byte.carriageReturn, Byte.lineFeed], from: start) {
            if end > start { lines.append(start..<end) }
            start = end + 2
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        return lines
    }

    /// Browsers write a quote and a line break in a name as %22, %0D and %0A, and nothing else so.
    private static func unescaped(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
            .replacing("\0", with: "\u{FFFD}")
    }

    /// Old browsers send the folder too; a name must not become a path.
    private static func base(_ fileName: String) -> String {
        let last = fileName.utf8.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == Byte.slash || $0 == Byte.backslash })
        return last.last.map { String(Substring($0)) } ?? ""
    }
}
