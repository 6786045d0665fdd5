/// A piece of a page that is safe to send.
///
/// What stands in the source is markup and goes out as it is; it can only be a literal
/// (`StaticString`). Every value put into it is text and is escaped, so nothing anybody typed can
/// leave its place. Markup inside markup is not escaped twice:
///
/// ```swift
/// let row: HTML = "<li>\(name)</li>"          // name is a String: escaped
/// let list: HTML = "<ul>\([row, row])</ul>"   // row is HTML: as it is
/// ```
///
/// The escaping works on UTF-8 bytes, never on characters: a combining mark after a quotation mark
/// makes one `Character` of the two, and an escaper that compares characters lets the quote through.
package struct HTML: Sendable, Hashable {
    /// The markup as UTF-8, ready for the wire.
    package private(set) var bytes: [UInt8]

    /// Nothing at all.
    package static let empty = HTML(markup: [])

    /// Whether there is nothing to show.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a string; for tests and for people who look.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Bytes that are markup already.
    init(markup bytes: [UInt8]) { self.bytes = bytes }

    /// Text from somewhere else, made harmless.
    package init(escaping text: String) {
        bytes = []
        bytes.appendEscaped(text)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Markup without values.
    package init(stringLiteral literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    /// Markup with values in it.
    package init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
    }

    /// Collects a literal and its values, byte by byte.
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var bytes: [UInt8] = []

        /// Nothing collected yet.
        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        /// What stands in the source: as it is.
        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// Text: escaped. Straight after `=` it brings its own quotation marks, and where an
        /// address belongs it must be a local one (see ``Address``).
        ///
        /// Disfavoured, and without an optional sister, so that a literal in the source is markup
        /// here too: in `\(isNew ? "<b>Ny</b>" : "")` and in `\(name.map { "<b>\($0)</b>" })`.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: String) {
            if bytes.last == .equalsSign {
                bytes.append(.quotationMark)
                appendInterpolation(text)
                bytes.append(.quotationMark)
            } else if bytes.awaitsAddress, !Address.isLocal(text) {
                bytes.append(.numberSign)
            } else {
                bytes.appendEscaped(text)
            }
        }

        /// A part of a text: escaped.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: Substring) {
            appendInterpolation(String(text))
        }

        /// A whole number.
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            appendInterpolation(String(number))
        }

        /// Anything that can describe itself: its description, escaped.
        package mutating func appendInterpolation(text value: some CustomStringConvertible) {
            appendInterpolation(value.description)
        }

        /// An address on this site.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ address: Address) {
            appendInterpolation(address.text)
        }

        /// Markup: as it is.
        package mutating func appendInterpolation(_ markup: HTML) {
            bytes.append(contentsOf: markup.bytes)
        }

        /// Markup, if there is any: as it is.
        package mutating func appendInterpolation(_ markup: HTML?) {
            if let markup { bytes.append(contentsOf: markup.bytes) }
        }

        /// Pieces of markup, one after the other.
        package mutating func appendInterpolation(_ markup: [HTML]) {
            for piece in markup { bytes.append(contentsOf: piece.bytes) }
        }
    }
}

extension HTML {
    /// One piece of markup after another.
    package static func + (before: HTML, after: HTML) -> HTML {
        HTML(markup: before.bytes + after.bytes)
    }

    /// Puts another piece at the end.
    package static func += (markup: inout HTML, piece: HTML) {
        markup.bytes.append(contentsOf: piece.bytes)
    }
}

extension Sequence<HTML> {
    /// The pieces with something between them, such as a comma.
    package func joined(by separator: HTML) -> HTML {
        var all = HTML.empty
        for piece in self {
            if !all.isEmpty { all += separator }
            all += piece
        }
        return all
    }
}

extension [UInt8] {
    /// Appends a text so that it stays text, between tags and inside quotation marks alike.
    fileprivate mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = utf8.startIndex
            for place in utf8.indices {
                guard let entity = utf8[place].entity else { continue }
                append(contentsOf: utf8[start..<place])
                entity.withUTF8Buffer { append(contentsOf: $0) }
                start = place + 1
            }
            append(contentsOf: utf8[start...])
        }
    }

    /// Whether what comes next is the value of an attribute that leads somewhere.
    fileprivate var awaitsAddress: Bool {
        last == .quotationMark
            && (hasSuffix("href=\"") || hasSuffix("src=\"") || hasSuffix("action=\""))
    }

    private func hasSuffix(_ literal: StaticString) -> Bool {
        literal.withUTF8Buffer { suffix(literal.utf8CodeUnitCount).elementsEqual($0) }
    }
}

extension UInt8 {
    fileprivate static let quotationMark = UInt8(ascii: "\"")
    fileprivate static let equalsSign = UInt8(ascii: "=")
    fileprivate static let numberSign = UInt8(ascii: "#")

    /// What this byte must be written as, if not as itself. Control characters have no place in
    /// a page; they show up as the replacement character.
    fileprivate var entity: StaticString? {
        switch self {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0..<9, 11, 12, 14..<32, 127: "\u{FFFD}"
        default: nil
        }
    }
}
