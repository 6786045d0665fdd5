/// Text from outside: a form field, a query, a path, a cookie, a header field. It is its UTF-8 bytes and nothing else.
///
/// Everything here takes time that grows with the length alone. `String` compares, hashes and searches by canonical
/// equivalence, which for a long row of combining marks takes quadratic time: 64 KB of them a quarter of a second. So
/// outside text becomes a `String` by name, through ``string(atMost:)``, which looks at length and marks first.
///
///     guard let typed = request.form.text("navn") else { … }
///     let name = try typed.trimmed.string(atMost: 80)
///     switch request.form.text("hvem") { case "selv": … }
package struct OutsideText: Sendable, Hashable {
    /// Valid UTF-8 without NUL.
    package let utf8: [UInt8]

    /// The most combining marks that may follow each other.
    ///
    /// - Standard: UAX #15 §13 (Stream-Safe Text Format); no language comes near it.
    package static let combiningRunMax = 30

    /// Nothing.
    package static let empty = OutsideText("")

    /// Bytes as they came. What is not UTF-8, and NUL, becomes U+FFFD.
    package init(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        let isFine =
            bytes.span.firstIndex(of: 0) == nil && (try? UTF8Span(validating: bytes.span)) != nil
        utf8 = isFine ? bytes : UTF8Repair.repaired(bytes)
    }

    /// A text of our own, or one that was checked.
    package init(_ text: String) { self.init(text.utf8) }

    private init(valid utf8: some Sequence<UInt8>) { self.utf8 = Array(utf8) }

    // MARK: Comparing

    package static func == (one: OutsideText, other: OutsideText) -> Bool {
        one.utf8.span.equals(other.utf8.span)
    }

    package func hash(into hasher: inout Hasher) {
        unsafe utf8.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }

    /// The same bytes as a text of our own.
    package func equals(_ text: String) -> Bool { utf8.elementsEqual(text.utf8) }

    /// Begins with a literal.
    package func hasPrefix(_ literal: StaticString) -> Bool {
        utf8.count >= literal.utf8CodeUnitCount
            && utf8.span.extracting(0..<literal.utf8CodeUnitCount).equals(literal)
    }

    /// What stands behind a literal it begins with; nil when it does not.
    package func dropping(prefix literal: StaticString) -> OutsideText? {
        guard hasPrefix(literal) else { return nil }
        return OutsideText(utf8[literal.utf8CodeUnitCount...])
    }

    /// Holds an ASCII byte.
    package func contains(_ ascii: UInt8) -> Bool { utf8.span.firstIndex(of: ascii) != nil }

    // MARK: Measuring

    /// Nothing was sent, or nothing is left.
    package var isEmpty: Bool { utf8.isEmpty }

    /// Has more Unicode scalars than that; reads no further than it must.
    package func isLonger(than scalarCountMax: Int) -> Bool {
        if utf8.count <= scalarCountMax { return false }
        return scalarCount(upTo: scalarCountMax + 1) > scalarCountMax
    }

    /// How many Unicode scalars there are, counted no further than a limit.
    package func scalarCount(upTo limit: Int = .max) -> Int {
        var count = 0
        for byte in utf8 where !Self.isContinuation(byte) {
            if count == limit { break }
            count += 1
        }
        return count
    }

    /// Combining marks follow each other in a row longer than that.
    package func containsCombiningRun(longerThan count: Int = combiningRunMax) -> Bool {
        utf8.span.containsCombiningRun(longerThan: count)
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    // MARK: Cutting

    /// Without white space (Unicode White_Space) at its ends.
    package var trimmed: OutsideText {
        var lower = 0
        var upper = utf8.count
        while let length = WhiteSpace.length(at: lower, in: utf8[..<upper]) { lower += length }
        while let length = WhiteSpace.length(endingAt: upper, in: utf8[lower...]) {
            upper -= length
        }
        if lower == 0, upper == utf8.count { return self }
        return OutsideText(valid: utf8[lower..<upper])
    }

    /// The first Unicode scalars, so many at the most.
    package func prefix(scalarCount limit: Int) -> OutsideText {
        if utf8.count <= limit { return self }
        var count = 0
        for (index, byte) in utf8.enumerated() where !Self.isContinuation(byte) {
            if count == limit { return OutsideText(valid: utf8[..<index]) }
            count += 1
        }
        return self
    }

    /// In lower case as far as ASCII and the Latin letters to U+017F go, which hold every letter of Danish and its
    /// neighbours; other letters stay as they are.
    package var lowercased: OutsideText {
        var lower: [UInt8] = []
        lower.reserveCapacity(utf8.count)
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            if (0xC3...0xC5).contains(byte), index + 1 < utf8.count {
                Latin.appendLowercased(byte, utf8[index + 1], to: &lower)
                index += 2
            } else {
                lower.append(Byte.lowercased(byte))
                index += 1
            }
        }
        return OutsideText(valid: lower)
    }

    // MARK: Becoming a String

    /// Why a text may not become a `String`.
    package enum Fault: Error, Sendable, Hashable {
        /// It has more Unicode scalars than the limit.
        case tooLong(scalarCountMax: Int)
        /// More combining marks follow each other than any language needs.
        case combiningRun
    }

    /// The text as a `String`, whose every operation is then bounded.
    package func string(atMost scalarCountMax: Int) throws(Fault) -> String {
        if isLonger(than: scalarCountMax) { throw .tooLong(scalarCountMax: scalarCountMax) }
        if containsCombiningRun() { throw .combiningRun }
        return unlimitedString
    }

    /// The text as a `String` of any length, to be given back as it was typed. Never to be compared, hashed or searched.
    package var unlimitedString: String { String(decoding: utf8, as: UTF8.self) }
}

extension OutsideText: CustomStringConvertible, CustomReflectable {
    /// How long it is. What it says is somebody's, and a log or an error text is no place for it.
    package var description: String { "outside text of \(utf8.count) bytes" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Was sent, and is this literal byte for byte.
package func == (text: OutsideText?, literal: StaticString) -> Bool {
    text?.utf8.span.equals(literal) ?? false
}

/// Was not sent, or is something else.
package func != (text: OutsideText?, literal: StaticString) -> Bool { !(text == literal) }

/// For `switch`: was sent, and is this literal.
package func ~= (literal: StaticString, text: OutsideText?) -> Bool { text == literal }
