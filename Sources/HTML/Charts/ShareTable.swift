/// One line of a share table: a thing, its number, and its bar.
package struct ShareLine: Sendable {
    let label: HTML
    let value: Double
    let words: HTML
    let limit: Double?

    /// A line. `words` is the number as it is said ("23 (31 %)"); `limit` is what the bar is
    /// measured against, such as the hours that can be booked.
    package init(_ label: HTML, _ value: Double, _ words: HTML, limit: Double? = nil) {
        self.label = label
        self.value = max(0, value.drawable ?? 0)
        self.words = words
        self.limit = limit.map { max(0, $0.drawable ?? 0) }
    }
}

/// Things with long names beside one another: a table in which each row has its bar, so that the
/// names can break and nothing is said twice. The bar is decoration: the number stands beside it.
package func shareTable(
    _ words: ChartWords, columns: (label: HTML, value: HTML), _ lines: [ShareLine],
    limit: HTML? = nil, whenEmpty: HTML = "Der er ingen tal at vise endnu."
) -> HTML {
    guard !lines.isEmpty else { return emptyFigure(words, whenEmpty) }
    let most = max(lines.map { max($0.value, $0.limit ?? 0) }.max() ?? 0, 1e-9)
    return """
        <figure class="chart" id="\(words.id)">
        <figcaption>
        <h3>\(words.heading)</h3>
        <p class="conclusion">\(words.conclusion)</p>
        </figcaption>
        <table class="shares">
        <caption class="visually-hidden">\(words.heading)</caption>
        <thead>
        <tr><th scope="col">\(columns.label)</th><th scope="col" class="number">\(columns.value)\
        </th><td></td></tr>
        </thead>
        <tbody>
        \(lines.map { shareLine($0, most) })\
        </tbody>
        </table>
        \(limit.map { "<p class=\"axis-title\">Stregen er \($0).</p>\n" })\
        <p class="counting">\(words.count)</p>
        </figure>
        """
}

private func shareLine(_ line: ShareLine, _ most: Double) -> HTML {
    let length = line.value / most * 98
    let isOver = line.limit.map { line.value > $0 } ?? false
    let limit = line.limit.map { limit -> HTML in
        let place = share(limit / most * 98)
        return "<line class=\"limit\" x1=\"\(place)\" x2=\"\(place)\" y1=\"0\" y2=\"20\"/>"
    }
    return """
        <tr><th scope="row">\(line.label)</th><td class="number">\(line.words)</td>\
        <td class="drawn"><svg width="100%" height="20" aria-hidden="true">\
        <rect class="bar\(isOver ? " late" : "")" y="3" width="\(share(length))" height="14"/>\
        \(limit)</svg></td></tr>\n
        """
}
