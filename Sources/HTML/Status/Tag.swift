/// A word about a person or a thing that must not be overlooked: `Gravid`, `Anonym`.
package struct Tag: Sendable {
    let words: HTML
    let weight: StatusWeight?

    /// A plain tag; with a weight it takes that weight's colour and shape.
    package init(_ words: HTML, _ weight: StatusWeight? = nil) {
        self.words = words
        self.weight = weight
    }
}

/// One tag beside other words.
package func tag(_ tag: Tag) -> HTML {
    "<span class=\"\(tag.className)\">\(tag.words)</span>"
}

/// Tags in a row; nothing where there is none. `label` says to those who hear it what they are.
package func tags(_ tags: [Tag], label: HTML? = nil) -> HTML {
    guard !tags.isEmpty else { return .empty }
    return """
        <ul class="tags"\(attribute("aria-label", words: label))>\
        \(tags.map { "<li class=\"\($0.className)\">\($0.words)</li>" })</ul>\n
        """
}

extension Tag {
    fileprivate var className: String { weight.map { "tag \($0.rawValue)" } ?? "tag" }
}
