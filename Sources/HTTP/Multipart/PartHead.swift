/// The head of a part: `Content-Disposition` names the field.
enum PartHead {
    static func read(_ bytes: [UInt8]) throws(MultipartFault) -> MultipartReader.Part {
        var disposition: [UInt8]?
        var contentType: [UInt8]?
        for line in lines(bytes) {
            guard let range = try? HeadParser.readField(bytes.span, line) else { throw .badPart }
            let name = bytes.span.extracting(range.name)
            if name.equalsIgnoringCase("content-disposition") {
                guard disposition == nil else { throw .badPart }
                disposition = Array(bytes[range.value])
            } else if name.equalsIgnoringCase("content-type") {
                contentType = Array(bytes[range.value])
            }
        }
        let parameters = HeaderParameters(disposition ?? [])
        guard parameters.value == "form-data", let name = parameters["name"] else { throw .badPart }
        if bytes.span.containsCombiningRun(longerThan: OutsideText.combiningRunMax) {
            throw .combiningRun
        }
        return MultipartReader.Part(
            name: OutsideText(unescaped(name)),
            fileName: parameters["filename"].map { OutsideText(lastComponent(unescaped($0))) },
            contentType: contentType.map { OutsideText($0) })
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
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == Byte.percent, let byte = escaped(bytes[index...].prefix(3)) {
                plain.append(byte)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return plain
    }

    private static func escaped(_ bytes: ArraySlice<UInt8>) -> UInt8? {
        if bytes.elementsEqual("%22".utf8) { return Byte.quote }
        if bytes.elementsEqual("%0D".utf8) { return Byte.carriageReturn }
        return bytes.elementsEqual("%0A".utf8) ? Byte.lineFeed : nil
    }

    /// Old browsers send the folder too; a name must not become a path.
    private static func lastComponent(_ fileName: [UInt8]) -> ArraySlice<UInt8> {
        fileName.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == Byte.slash || $0 == Byte.backslash }
        ).last ?? []
    }
}
