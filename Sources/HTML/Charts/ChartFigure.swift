/// What stands around a drawing: its heading, the conclusion in a sentence, how many it counts.
package struct ChartWords: Sendable {
    let id: String
    let heading: HTML
    let conclusion: HTML
    let count: HTML
    let axis: HTML?

    /// The words of a chart. `count` says n, and what is not in it ("n = 74; 9 er stadig åbne");
    /// `axis` what is measured along the bottom ("dage fra henvendelse").
    package init(id: String, heading: HTML, conclusion: HTML, count: HTML, axis: HTML? = nil) {
        self.id = id
        self.heading = heading
        self.conclusion = conclusion
        self.count = count
        self.axis = axis
    }
}

/// The numbers of a chart as a table; whoever cannot use the drawing loses nothing.
package struct ChartTable: Sendable {
    let columns: [Column]
    let rows: [[HTML]]

    /// Columns and rows, the first cell of a row its name.
    package init(columns: [Column], rows: [[HTML]]) {
        self.columns = columns
        self.rows = rows
    }
}

/// The figure around a drawing. The conclusion stands above it, the table folded below.
func chartFigure(
    _ words: ChartWords, drawing: HTML, table: ChartTable, key: HTML = .empty
) -> HTML {
    """
    <figure class="chart" id="\(words.id)">
    <figcaption>
    <h3>\(words.heading)</h3>
    <p class="conclusion">\(words.conclusion)</p>
    </figcaption>
    \(key)\
    \(drawing)
    \(words.axis.map { "<p class=\"axis-title\">\($0)</p>\n" })\
    <p class="counting">\(words.count)</p>
    \(fold("\(words.id)-tal", "Vis tal som tabel", isBare: true, numbers(words, table)))
    </figure>
    """
}

/// The same figure where there is nothing to draw yet.
func emptyFigure(_ words: ChartWords, _ whenEmpty: HTML) -> HTML {
    """
    <figure class="chart" id="\(words.id)">
    <figcaption>
    <h3>\(words.heading)</h3>
    </figcaption>
    \(emptyState(whenEmpty))
    </figure>
    """
}

/// The drawing's own tag; `kind` says what is drawn to those who do not see it.
func chartDrawing(_ words: ChartWords, height: Int, kind: HTML, _ shapes: HTML) -> HTML {
    """
    <svg width="100%" height="\(height)" role="img" \
    aria-labelledby="\(words.id)-navn \(words.id)-om">
    <title id="\(words.id)-navn">\(words.heading.wordsOnly)</title>
    <desc id="\(words.id)-om">\(kind) Tallene står i tabellen under tegningen.</desc>
    \(Fill.patterns(id: words.id))\(shapes)\
    </svg>
    """
}

private func numbers(_ words: ChartWords, _ data: ChartTable) -> HTML {
    """
    <div class="figures">
    \(table(
        id: "\(words.id)-tabel", caption: words.heading, columns: data.columns, rows: data.rows,
        whenEmpty: "–"))
    </div>
    """
}
