/// An address on this site: a path, perhaps with a query.
///
/// What stands in the source is the path; a value in it is percent-encoded whole, so it can
/// neither add a step, climb (`..`), start a query nor lead to another site:
///
/// ```swift
/// let address: Address = "/sager/\(word: number)/notat?vis=\(word: filter)"
/// ```
///
/// Nothing personal may stand in an address: they end in histories and logs. A text therefore
/// goes in only under the name `word:`, which says: an id, a number of a case or a word from a
/// closed list, never something a person typed about themselves.
package struct Address: Sendable, Hashable {
    /// The address as it stands in a link: ASCII, percent-encoded.
    package let text: String

    /// Whether a text leads to this site (`/path`), to a place on the same page (`#field`), or
    /// to the telephone.
    package static func isLocal(_ text: String) -> Bool {
        let utf8 = Array(text.utf8.prefix(2))
        switch utf8.first {
        case UInt8(ascii: "/"): return utf8.count == 1 || !Self.startsAnotherSite(utf8[1])
        case UInt8(ascii: "#"): return true
        default: return text.utf8.starts(with: "tel:".utf8)
        }
    }

    /// `//host` and, in browsers, `/\host` lead away from the site; a tab or a line break
    /// between them is thrown away first.
    private static func startsAnotherSite(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte < 32
    }
}

extension Address: ExpressibleByStringInterpolation {
    /// An address without values.
    package init(stringLiteral literal: StaticString) {
        text = literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    /// An address with values in it.
    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    /// Collects a path and the values in it.
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var text = ""

        /// Nothing collected yet.
        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 12)
        }

        /// What stands in the source: as it is.
        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        /// A number.
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            text += String(number)
        }

        /// An id, a case number, or a word from a closed list; percent-encoded.
        package mutating func appendInterpolation(word: String) {
            text += percentEncoded(word)
        }

        /// Another address, for instance in front of a fragment.
        package mutating func appendInterpolation(_ address: Address) {
            text += address.text
        }
    }
}

/// Everything but RFC 3986's unreserved characters as `%XX`. A word of dots alone is a step up in
/// the eyes of a browser even when encoded, so its percent sign is encoded too.
private func percentEncoded(_ word: String) -> String {
    let isOnlyDots = !word.isEmpty && word.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
    if isOnlyDots { return String(repeating: "%252E", count: word.utf8.count) }
    var encoded = ""
    for byte in word.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            encoded.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let hexadecimal = String(byte, radix: 16, uppercase: true)
            encoded += byte < 16 ? "%0\(hexadecimal)" : "%\(hexadecimal)"
        }
    }
    return encoded
}
