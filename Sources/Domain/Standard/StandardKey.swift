/// One key that a standard's file may have, described for the one who writes it.
package struct StandardKey: Hashable, Sendable {
    /// Where it stands: `plan.reviewMaxMonths`, `units[].ageBelow`.
    package let path: String
    /// What its value is: `whole number 1–120`, `one of: centre, citizen`.
    package let form: String
    /// Whether no rule reads it: it is there to be shown.
    package let isQuotedOnly: Bool

    /// All of them, in the order of the schema.
    package static var all: [StandardKey] {
        StandardSchema.keys.map {
            StandardKey(path: $0.path, form: $0.form.words, isQuotedOnly: $0.isQuotedOnly)
        }
            + StandardSchema.lists.flatMap { list in
                (list.required.sorted { $0.key < $1.key } + list.optional.sorted { $0.key < $1.key })
                    .map { key, form in
                        StandardKey(
                            path: "\(list.name)[].\(key)", form: form.words,
                            isQuotedOnly: list.isQuotedOnly)
                    }
            }
    }
}

extension StandardSchema.Form {
    fileprivate var words: String {
        switch self {
        case .flag: "true or false"
        case .number(let range): "whole number \(range.lowerBound)–\(range.upperBound)"
        case .numbers(let range): "list of whole numbers \(range.lowerBound)–\(range.upperBound)"
        case .day: "date"
        case .text: "text"
        case .texts: "list of texts"
        case .word(let known): "one of: \(known.joined(separator: ", "))"
        case .words(let known): "list of: \(known.joined(separator: ", "))"
        }
    }
}
