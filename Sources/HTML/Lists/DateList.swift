/// Something that is due on a day.
package struct DatedLine: Sendable {
    let id: String?
    let when: HTML
    let what: HTML
    let weight: StatusWeight
    let because: [HTML]
    let action: HTML

    /// A line: "senest den 3. november", "Planen ses igen". `because` is folded under it.
    package init(
        id: String? = nil, _ weight: StatusWeight, when: HTML, _ what: HTML, because: [HTML] = [],
        action: HTML = .empty
    ) {
        self.id = id
        self.when = when
        self.what = what
        self.weight = weight
        self.because = because
        self.action = action
    }
}

/// What is due, nearest first, as the caller hands it in.
package func dateList(_ lines: [DatedLine], id: String, whenEmpty: HTML) -> HTML {
    guard !lines.isEmpty else { return emptyState(whenEmpty, id: id) }
    return """
        <ul class="deadlines" id="\(id)">
        \(lines.map(datedLine))\
        </ul>
        """
}

private func datedLine(_ line: DatedLine) -> HTML {
    """
    <li\(attribute("id", line.id))>
    <div class="due"><span>\(line.what)</span>\(statusTag(line.when, line.weight))\(line.action)</div>
    \(line.because.isEmpty ? .empty : """
        <details><summary>Sådan er fristen beregnet\(HTML.unseen(": \(line.what)"))</summary>
        <ol>\(line.because.map { "<li>\($0)</li>" })</ol></details>\n
        """)\
    </li>\n
    """
}
