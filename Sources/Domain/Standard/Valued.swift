/// How a value stands in the published text.
package enum Mark: String, CaseIterable, Hashable, Sendable {
    /// The text says so.
    case explicit
    /// It follows from the text, or from how the municipality works, without being said.
    case implied
    /// The text is silent. Nothing stands in for it: never another municipality's value.
    case missing
    /// The text says so, but the law or the world has moved on since.
    case stale
}

/// What a published standard says about one thing: its words, and where they stand.
package struct Saying: Hashable, Sendable {
    /// The standard's own words, copied.
    package let quote: String?
    /// Where the words stand: the heading or the page.
    package let place: String?
    /// How the value stands in the text.
    package let mark: Mark
    /// The editor's remark: what the words leave open, or what has changed since.
    package let note: String?
    /// The standard that says it, as a `because` cites it: its id and »the quote«.
    package let source: String

    init(standard id: String, quote: String?, place: String?, mark: Mark, note: String? = nil) {
        self.quote = quote
        self.place = place
        self.mark = mark
        self.note = note
        source = quote.map { "\(id): »\($0)«" } ?? "\(id): \(Self.words(for: mark))"
    }

    private static func words(for mark: Mark) -> String {
        mark == .missing ? "ikke fastsat" : "følger af kvalitetsstandarden"
    }
}

/// A value of a standard together with the words that it was read from.
///
/// No value means that the standard is silent; a rule then says "ikke fastsat i
/// kvalitetsstandarden" and falls back on the statute alone. The saying may still carry the
/// words that come nearest.
package struct Valued<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value, or `nil` where the standard is silent.
    package let value: Value?
    /// The words behind it.
    package let saying: Saying

    init(_ value: Value?, _ saying: Saying) {
        self.value = value
        self.saying = saying
    }

    /// The standard's own words.
    package var quote: String? { saying.quote }
    /// Where they stand.
    package var place: String? { saying.place }
    /// How the value stands in the text.
    package var mark: Mark { saying.mark }
    /// How a `because` cites it.
    package var source: String { saying.source }
}
