/// One step of a `because`: a Danish sentence a colleague can read aloud, and where it stands.
package struct Reason: Hashable, Sendable {
    /// The sentence.
    package let text: String
    /// The law as it stood on the event's date, or the standard's own quoted words.
    package let source: String
    /// The facts it names, by their place in the history's `events`.
    package let facts: [Int]

    /// A step with its source.
    package init(_ text: String, source: String, facts: [Int] = []) {
        self.text = text
        self.source = source
        self.facts = facts
    }

    /// The step as a verdict writes it.
    package var json: JSONValue {
        .object(
            JSONObject([.init("text", .string(text)), .init("source", .string(source))]))
    }
}

extension [Reason] {
    /// The steps as a verdict writes them.
    var json: JSONValue { .array(map(\.json)) }
}
