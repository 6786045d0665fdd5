/// Nothing here, and what to do about it.
package func emptyState(_ words: HTML, id: String? = nil, next: HTML? = nil) -> HTML {
    "<p class=\"empty\"\(attribute("id", id))>\(words)\(next.map { " \($0)" })</p>"
}
