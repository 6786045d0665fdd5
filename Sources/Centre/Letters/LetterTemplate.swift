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

/// A kind of letter: what it is called, its version, and how its text is made for a case.
protocol LetterKind: Sendable {
    /// As the ledger keeps it. Never changed: old letters name it.
    static var id: String { get }
    /// Raised whenever a word of it changes; a letter keeps the text it was made with.
    static var version: Int { get }
    /// As staff choose it, and as its subject line says it.
    static var title: String { get }

    /// The text for a case as it stands; nil where the letter says nothing true of it.
    static func paragraphs(_ state: CaseState, to name: String, from profile: CentreProfile)
        -> [String]?
}

/// The letters there are.
enum LetterKinds {
    static let all: [any LetterKind.Type] = [EnquiryReceivedLetter.self]
    /// Those that only their own acts make.
    private static let ofActs: [any LetterKind.Type] = [RecordsDelayLetter.self]

    static func kind(_ id: String) -> (any LetterKind.Type)? {
        (all + ofActs).first { $0.id.utf8.elementsEqual(id.utf8) }
    }
}
