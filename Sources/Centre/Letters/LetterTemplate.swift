internal import Domain
internal import HTML
internal import Records

/// The text of a letter with places for what it is about. A place is named by a key path of the letter's values, so that
/// one that does not exist, or was misspelt, does not compile. Paragraphs are parted by an empty line.
///
/// ```swift
/// let text: LetterTemplate<EnquiryReceived> = "Kære \(\.name)\n\nVi fik din henvendelse \(\.receivedOn)."
/// ```
struct LetterTemplate<Values: Sendable>: ExpressibleByStringInterpolation, Sendable {
    private let parts: [Part]

    fileprivate enum Part: Sendable {
        case words(String)
        case place(@Sendable (Values) -> String)
    }

    init(stringLiteral words: StaticString) {
        parts = [.words("\(words)")]
    }

    init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ words: StaticString) {
            parts.append(.words("\(words)"))
        }

        mutating func appendInterpolation(_ place: any KeyPath<Values, String> & Sendable) {
            parts.append(.place { $0[keyPath: place] })
        }
    }

    /// The paragraphs with the values in their places.
    func paragraphs(_ values: Values) -> [String] {
        let text = parts.map { part in
            switch part {
            case .words(let words): words
            case .place(let read): read(values)
            }
        }.joined()
        return text.split(separator: "\n\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
